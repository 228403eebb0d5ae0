import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'

export const listeningNameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use 1 to 63 of a-z, 0-9 and -')
const periodSchema = z
  .object({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'must not be before `from`' })

const memberSchema = z.object({
  id: listeningNameSchema,
  name: z.string().trim().min(1).max(128),
  /** Ours, not a competitor's. */
  own: z.boolean(),
})

/**
 * Whose mentions are counted where, and when: us and the competitors we compare ourselves with. Locked when it is
 * announced, because a share is of a whole: with another competitor in it, last month's share would change.
 */
export const panelSchema = z.object({
  v: z.literal(1),
  id: listeningNameSchema,
  period: periodSchema,
  networks: z.array(listeningNameSchema).min(1).max(20),
  members: z
    .array(memberSchema)
    .min(2)
    .max(50)
    .refine(all => all.some(({ own }) => own) && all.some(({ own }) => !own), 'name ourselves and a competitor')
    .refine(all => new Set(all.map(({ id }) => id)).size === all.length, 'name each member once'),
  lockedAt: instantSchema,
  lockedBy: z.string().min(1).max(256),
})
export type Panel = z.infer<typeof panelSchema>

const mentions = z.int().min(0).max(1e12)

/** How often a member of a panel was named on a network in a day, as counted at `asOf`. Never by whom. */
export const countSchema = z.object({
  v: z.literal(1),
  panel: listeningNameSchema,
  day: z.iso.date(),
  network: listeningNameSchema,
  member: listeningNameSchema,
  mentions,
  positive: mentions.optional(),
  negative: mentions.optional(),
  asOf: instantSchema,
})
export type MentionCount = z.infer<typeof countSchema>

/** Which of two counts of the same day, network and member holds: the later one, of one time the greater. */
export function laterCount(a: MentionCount, b: MentionCount): MentionCount {
  if (a.asOf !== b.asOf) return a.asOf > b.asOf ? a : b
  return figures(a) >= figures(b) ? a : b
}

export const sameCount = (a: MentionCount, b: MentionCount): boolean => a.asOf === b.asOf && figures(a) === figures(b)

/** As text of one width, so that its order is that of the numbers. */
const figures = ({ mentions, positive = 0, negative = 0 }: MentionCount): string =>
  [mentions, positive, negative].map(figure => String(figure).padStart(13, '0')).join(' ')

/** Why a count does not belong to the panel; undefined: it does. */
export function refusalOfCount({ period, networks, members }: Panel, count: MentionCount): string | undefined {
  const { day, network, member, positive = 0, negative = 0 } = count
  if (day < period.from || day > period.until) return `the panel is for ${period.from} to ${period.until}`
  if (!networks.includes(network)) return `the panel counts on ${networks.join(', ')}`
  if (!members.some(({ id }) => id === member)) return `the panel has ${members.map(({ id }) => id).join(', ')}`
  return positive + negative > count.mentions ? 'more are positive or negative than there are mentions' : undefined
}

/** Two panels that would count the same network on the same day. */
export const overlap = (a: Panel, b: Panel): boolean =>
  a.period.from <= b.period.until &&
  b.period.from <= a.period.until &&
  a.networks.some(network => b.networks.includes(network))
