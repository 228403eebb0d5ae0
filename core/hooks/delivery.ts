import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { contactId } from '../contact/contact-id.ts'
import { slugSchema } from '../people/agent.ts'
import { everyEvent } from './hook.ts'

/** Deliveries stay in the log for thirty days; tries go on for one. */
export const keptDeliveryMs = 30 * 24 * 3_600_000
export const tryingMs = 24 * 3_600_000

/** Longer than a try takes: a worker that died holds a delivery no longer than this. */
export const leaseMs = 30_000

/** How many of the latest tries the log shows. */
const keptTries = 40

/** Why a try did not succeed; none quotes what was sent or answered. */
export const troubles = [
  'answered with an error',
  'gone',
  'redirected',
  'timed out',
  'not reached',
  'address refused',
  'switched off',
  'nothing to tell',
] as const
export type Trouble = (typeof troubles)[number]

const trySchema = z.object({
  at: instantSchema,
  ms: z.int().min(0),
  status: z.int().optional(),
  trouble: z.enum(troubles).optional(),
})
export type Try = z.infer<typeof trySchema>

/** What is told, by name: its words are read again for every try, so that none lie about and none outlive an erasure. */
const subjectSchema = z.object({
  id: z.string().max(128),
  stream: z.string().max(1024).optional(),
  sortAt: instantSchema.optional(),
  into: z.string().max(128).optional(),
})
export type Subject = z.infer<typeof subjectSchema>

/**
 * One thing to be told to one webhook. `waiting` until `nextAt`, held by a worker until `leaseUntil`; `delivered`;
 * `failed` after a day of tries, or at once where nobody is there to be told; `nothing`, because what it was about is
 * gone. `tryingSince` is when it was first, or again, to be tried.
 */
export const deliverySchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  version: z.int().min(1),
  hook: slugSchema,
  type: z.enum(everyEvent),
  subject: subjectSchema,
  at: instantSchema,
  status: z.enum(['waiting', 'delivered', 'failed', 'nothing']),
  tryingSince: instantSchema,
  nextAt: instantSchema,
  leaseUntil: instantSchema.optional(),
  failures: z.int().min(0),
  tries: z.array(trySchema).max(keptTries),
  replays: z.int().min(0),
})
export type Delivery = z.infer<typeof deliverySchema>

/** The same thing told to the same webhook is one delivery; receivers know it by this id, too. */
export const deliveryId = (hook: string, type: string, ...what: string[]): string =>
  contactId('delivery', hook, type, ...what)

/** Seconds until the next try after so many failures; then an hour each, until the day is over. */
const waits = [10, 30, 60, 120, 300, 600, 900, 1800, 3600] as const

export const waitAfter = (failures: number): number => waits[Math.max(0, failures - 1)] ?? 3600

/** A queue keeps nothing back for longer (SQS, DelaySeconds); what waits longer goes back into it. */
const longestHold = 900

/** The seconds that a queue holds something back which is due at a time; then it is due. */
export const holdUntil = (dueAt: string, now: string): number =>
  Math.min(Math.max(0, Math.ceil((Date.parse(dueAt) - Date.parse(now)) / 1000)), longestHold)

/** A delivery that is to be tried at once. */
export const freshDelivery = (
  hook: string,
  { type, id, subject }: Pick<Delivery, 'type' | 'id' | 'subject'>,
  now: string,
): Delivery => ({
  ...{ v: 1, id, version: 1, hook, type, subject, at: now, status: 'waiting', tryingSince: now, nextAt: now },
  ...{ failures: 0, tries: [], replays: 0 },
})

/** To be tried again from now on, for another day. */
export function replayed({ leaseUntil: _, ...delivery }: Delivery, now: string): Delivery {
  const again = { status: 'waiting', tryingSince: now, nextAt: now, failures: 0 } as const
  return { ...delivery, ...again, version: delivery.version + 1, replays: delivery.replays + 1 }
}

/** The delivery while somebody tries it. */
export const leased = (delivery: Delivery, now: string): Delivery => ({
  ...delivery,
  version: delivery.version + 1,
  leaseUntil: later(now, leaseMs),
})

/** After a try. What failed waits longer each time, and is given up once the next try would come a day after the first. */
export function tried({ leaseUntil: _, ...delivery }: Delivery, tryOf: Try, now: string): Delivery {
  const next = { ...delivery, version: delivery.version + 1, tries: [...delivery.tries, tryOf].slice(-keptTries) }
  if (tryOf.trouble === undefined) return { ...next, status: 'delivered' }
  if (tryOf.trouble === 'nothing to tell') return { ...next, status: 'nothing' }
  const failures = delivery.failures + 1
  const nextAt = later(now, 1000 * waitAfter(failures))
  const over = isFinal(tryOf.trouble) || Date.parse(nextAt) - Date.parse(delivery.tryingSince) > tryingMs
  return { ...next, failures, ...(over ? { status: 'failed' } : { nextAt }) }
}

const isFinal = (trouble: Trouble): boolean => trouble === 'gone' || trouble === 'switched off'

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString()
