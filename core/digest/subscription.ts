import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { instantSchema } from '../contact/contact.ts'
import { isTimeZone } from '../hours/zone-offset.ts'
import { rhythmShape, savedIdSchema } from '../saved-report/saved-report.ts'

export const zoneSchema = z.string().max(64).refine(isTimeZone, 'is no IANA time zone; write one like Europe/London')

/** What is mailed: what changed for a department, everybody's if it is not named, or a view of a report that somebody keeps. */
export const mailedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('department'), department: z.string().min(1).max(64).optional() }),
  z.object({ kind: z.literal('view'), owner: z.string().min(1).max(256), view: savedIdSchema }),
])
export type Mailed = z.infer<typeof mailedSchema>

/**
 * What became of the last one. `unclear`: it may have been sent, and is not sent again. `given-up`: it certainly was not,
 * however often it was tried. `skipped`: nobody was there to send it to.
 */
const lastSchema = z.object({
  due: instantSchema,
  at: instantSchema,
  outcome: z.enum(['sent', 'unclear', 'given-up', 'skipped']),
  why: z.string().max(64).optional(),
})

/**
 * What one person is mailed, when. `person` is the id of an agent: their address is read when it is sent, so that nothing
 * goes to who has left. `nextAt` is absent once it was stopped. `retry` is there while the one of `due` is tried again,
 * `trying` while it is being sent.
 */
export const subscriptionSchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  version: z.int(),
  person: z.string().min(1).max(256),
  what: mailedSchema,
  ...rhythmShape,
  zone: zoneSchema,
  nextAt: instantSchema.optional(),
  stoppedAt: instantSchema.optional(),
  retry: z.object({ due: instantSchema, tries: z.int() }).optional(),
  trying: z.object({ due: instantSchema, at: instantSchema, tries: z.int() }).optional(),
  last: lastSchema.optional(),
})
export type Subscription = z.infer<typeof subscriptionSchema>

/** So many a person may have. */
export const mostSubscriptions = 100

export type SubscriptionStore = {
  read: (id: string) => Promise<Subscription | undefined>
  /** Those of a person, in the order of their ids. */
  ofPerson: (person: string) => Promise<Subscription[]>
  /** Everybody's, in the order of their ids. */
  list: (limit: number, after?: string) => Promise<Subscription[]>
  /**
   * Writes what becomes of one, of the newest there is; `remove` takes it away, undefined leaves it as it is. Answers
   * what was written, undefined where nothing was. Throws `RetryLater` when others kept coming first.
   */
  change: (id: string, become: Become) => Promise<Subscription | undefined>
}
export type Become = (known: Subscription | undefined) => Subscription | 'remove' | undefined

const half = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)).slice(0, 8))

/** What all ids of a person's begin with. */
export const idsOfPerson = (person: string): string => half(person)

/** One for what a person is mailed of one thing: asked for again, it is the same. */
export const subscriptionId = (person: string, what: Mailed): string =>
  `${idsOfPerson(person)}${half(
    JSON.stringify(what.kind === 'view' ? ['view', what.owner, what.view] : ['department', what.department ?? null]),
  )}`
