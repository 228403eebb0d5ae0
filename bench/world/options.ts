import * as z from 'zod'

export const countries = ['GB', 'DE', 'US', 'FR', 'ES'] as const
export type Country = (typeof countries)[number]
export type Language = 'en' | 'de' | 'fr' | 'es'

const probability = z.number().min(0).max(0.5)

/**
 * What a world is made of. `contacts` counts what people and agents did (a call with three callbacks is one contact,
 * a mail delivered twice is one); `people` is how many customers there are, one for eight contacts unless told. The
 * three shares are of all payloads; 0 turns a fault off. `mailbox` is where all mail goes, by default that of a stack
 * whose sources are not set up; `brands` gives each brand its own.
 */
export const worldOptionsSchema = z
  .strictObject({
    seed: z.int().min(0).default(1),
    contacts: z.int().min(1).max(5_000_000),
    days: z.number().min(1).max(3650).default(30),
    start: z.iso.datetime().default('2026-03-02T00:00:00Z'),
    people: z.int().min(12).max(250_000).optional(),
    countries: z
      .array(z.enum(countries))
      .min(1)
      .default([...countries]),
    mailbox: z
      .email()
      .or(z.literal(['support@localhost', 'brands']))
      .default('support@localhost'),
    duplicates: probability.default(0.02),
    late: probability.default(0.01),
    broken: probability.default(0.005),
  })
  .transform(options => ({ ...options, people: options.people ?? peopleFor(options.contacts) }))

const peopleFor = (contacts: number): number => Math.min(250_000, Math.max(12, Math.ceil(contacts / 8)))

export type WorldOptions = z.input<typeof worldOptionsSchema>
export type Settings = z.output<typeof worldOptionsSchema>

/** The options with everything that was left out. Throws a line for each that makes no world. */
export function settingsOf(options: WorldOptions): Settings {
  const read = worldOptionsSchema.safeParse(options)
  if (read.success) return read.data
  const lines = read.error.issues.map(({ path, message }) => `${path.join('.') || 'options'}: ${message}`)
  throw new Error(`These options make no world:\n${lines.join('\n')}`)
}
