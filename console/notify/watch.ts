import type { LiveEvent } from '../../core/live/event.ts'
import type { ConversationRow } from '../client/api.ts'

/** What may concern a person wherever they are. */
export const concernKinds = ['assigned', 'answered', 'mentioned', 'handed-over', 'due'] as const
export type ConcernKind = (typeof concernKinds)[number]

/** Something that happened to the person's own work. `id` is the same however often, and by whichever tab, it is heard. */
export type Concern = {
  id: string
  kind: ConcernKind
  conversation?: string | undefined
  customer?: string | undefined
  /** The customer's words and name: for those alone who want them shown. */
  title?: string | undefined
  name?: string | undefined
}

/** As much of a matter of one's own as says what is new about it. */
type Mine = {
  title?: string | undefined
  name?: string | undefined
  customer?: string | undefined
  contacts?: number | undefined
  waitingSince?: string | undefined
  dueAt?: string | undefined
}

/** The person's own matters, as they were last heard of. */
export type Watch = { me: string; mine: ReadonlyMap<string, Mine> }

export const watchOf = (me: string, rows: readonly ConversationRow[]): Watch => ({
  me,
  mine: new Map(rows.map(row => [row.id, row])),
})

type Heeded = { watch: Watch; concerns: Concern[] }

/** What an event means to the person, and what is known after it. */
export function heed(watch: Watch, event: LiveEvent): Heeded {
  switch (event.type) {
    case 'note':
      return { watch, concerns: mentionIn(watch, event) }
    case 'conversation':
      return heedConversation(watch, event)
    default:
      return { watch, concerns: [] }
  }
}

type NoteEvent = Extract<LiveEvent, { type: 'note' }>
type ConversationEvent = Extract<LiveEvent, { type: 'conversation' }>

function mentionIn({ me, mine }: Watch, event: NoteEvent): Concern[] {
  if (!event.mentions.includes(me)) return []
  const kind = event.change === 'handed-over' ? 'handed-over' : 'mentioned'
  const { conversation, customer } = event
  const known = conversation === undefined ? undefined : mine.get(conversation)
  return [{ id: `${kind} ${event.entryId}`, kind, conversation, customer, title: known?.title, name: known?.name }]
}

/** A matter that comes to the person, and one of theirs in which the customer said more: so much is told apart by what was known. */
function heedConversation(watch: Watch, event: ConversationEvent): Heeded {
  const { conversation, assignee, joinedInto, status } = event
  const known = watch.mine.get(conversation)
  const mine = new Map(watch.mine)
  if (assignee !== watch.me || joinedInto !== undefined || status === 'resolved' || status === 'spam') {
    mine.delete(conversation)
    return { watch: { ...watch, mine }, concerns: [] }
  }
  mine.set(conversation, event)
  const about = { conversation, customer: event.customer, title: event.title, name: event.name }
  const concerns: Concern[] = []
  if (known === undefined) concerns.push({ id: `assigned ${event.id}`, kind: 'assigned', ...about })
  else if (wrote(known, event))
    concerns.push({ id: `answered ${conversation} ${event.contacts}`, kind: 'answered', ...about })
  return { watch: { ...watch, mine }, concerns }
}

/** A contact more, and somebody waits for us: it was the customer's. */
const wrote = (before: Mine, now: Mine): boolean =>
  (now.contacts ?? 0) > (before.contacts ?? 0) && now.waitingSince !== undefined

/** How long before something is due the person is told. */
const aheadMs = 10 * 60_000
/** What was due long ago is no news, whenever the console is opened. */
const pastMs = 10 * 60_000

/** The person's matters with something due about now; told twice, it is the same concern. */
export const dueNow = ({ mine }: Watch, now: number): Concern[] =>
  [...mine].flatMap(([conversation, { dueAt, customer, title, name }]) => {
    const left = dueAt === undefined ? Number.NaN : Date.parse(dueAt) - now
    if (!(left <= aheadMs && left > -pastMs)) return []
    return [{ id: `due ${conversation} ${dueAt}`, kind: 'due', conversation, customer, title, name }]
  })
