import type { Contact } from '../contact/contact.ts'
import { type Conversation, isUnresolved, type Reference } from './conversation.ts'
import type { Signs } from './signs.ts'

/** Why a contact belongs where it does. */
export type Decision =
  | { do: 'join'; id: string; because: 'thread' | 'reference' | 'topic' | 'soon after' }
  | { do: 'open' }
  | { do: 'nothing'; because: string }

/**
 * What a contact is judged by. `matters` are conversations of its own customer; `threaded` the one among them whose
 * thread it provably continues, resolved or not.
 */
export type Arriving = {
  contact: Contact
  at: string
  signs: Signs
  matters: Conversation[]
  threaded: Conversation | undefined
}

const hour = 3_600_000
/** A shared topic joins within two weeks, a contact that tells nothing within three days, a burst within ten minutes. */
const windows = { topic: 14 * 24 * hour, untold: 72 * hour, burst: hour / 6 }

/**
 * Which matter a contact belongs to. Its thread first; else the customer's open matter that shares a reference, else one
 * that shares its topic within a window, else the latest one where either says too little to tell them apart; else it
 * opens one. Two that name different orders are never one. What a machine wrote opens and joins none, and what we write
 * ourselves joins only.
 */
export function decideJoin(arriving: Arriving): Decision {
  const { contact, threaded } = arriving
  const apart = standsApart(contact)
  if (apart !== undefined) return { do: 'nothing', because: apart }
  if (threaded) return { do: 'join', id: threaded.id, because: 'thread' }
  const found = openMatter(arriving)
  if (found) return found
  return contact.direction === 'inbound' ? { do: 'open' } : { do: 'nothing', because: 'no matter is open' }
}

/** Why a contact belongs to no matter, whoever wrote it: a machine did, or it is a campaign's. */
export function standsApart({ automatic, campaign, direction }: Contact): string | undefined {
  if (automatic !== undefined) return automatic
  return campaign !== undefined && direction === 'outbound' ? 'campaign' : undefined
}

function openMatter({ contact, at, signs, matters }: Arriving): Decision | undefined {
  const open = matters
    .filter(matter => isUnresolved(matter) && !contradicts(matter.references, signs.references))
    .sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
  const within = (matter: Conversation, window: number) => distance(matter.lastAt, at) <= window
  const shared = open.find(matter => shares(matter.references, signs.references))
  if (shared) return { do: 'join', id: shared.id, because: 'reference' }
  const topical = open.find(
    matter => matter.topics.some(topic => signs.topics.includes(topic)) && within(matter, windows.topic),
  )
  if (topical) return { do: 'join', id: topical.id, because: 'topic' }
  const recent = open.find(
    matter =>
      (within(matter, windows.untold) && (tellsNothing(signs) || tellsNothing(matter))) ||
      (within(matter, windows.burst) && matter.channel === contact.channel && contact.channel === 'message'),
  )
  return recent && { do: 'join', id: recent.id, because: 'soon after' }
}

const tellsNothing = ({ references, topics }: Pick<Signs, 'references' | 'topics'>): boolean =>
  references.length === 0 && topics.length === 0

const shares = (known: Reference[], stated: Reference[]): boolean =>
  known.some(({ kind, value }) => stated.some(other => other.kind === kind && other.value === value))

/** Both name something of one kind, and nothing that the other names. */
const contradicts = (known: Reference[], stated: Reference[]): boolean =>
  !shares(known, stated) && known.some(({ kind }) => stated.some(other => other.kind === kind))

const distance = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b))
