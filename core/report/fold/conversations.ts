import { workingTimeBetween } from '../../hours/working-time.ts'
import type { Atom } from '../cells.ts'
import type { EventFact, Kept } from '../facts.ts'
import { bucketOf } from '../histogram.ts'
import { instantLater } from '../zone.ts'
import { atomAt, between, type Folding, isRecent, isSeen, type Matter, matterDims } from './folding.ts'
import { turnsOf } from './responses.ts'

/** What becomes of matters: opened, resolved and how, given on, late or in time, rated, what had to be said again. */
export const foldConversations = (folding: Folding): Atom[] =>
  folding.matters
    .filter(({ conversation }) => conversation.status !== 'spam')
    .flatMap(matter => [
      ...countAt(folding, matter, matter.conversation.openedAt, { opened: 1 }),
      ...resolutionOf(folding, matter),
      ...matter.events.flatMap((event, n) => eventAtoms(folding, matter, event, n)),
      ...matter.conversation.kept.flatMap(kept => countAt(folding, matter, kept.at, keptCounts(kept))),
      ...ratingOf(folding, matter),
    ])

const countAt = (folding: Folding, matter: Matter, at: string, counts: Atom['counts']): Atom[] =>
  isSeen(matter, at) ? [atomAt(folding, at, matterDims(folding, matter, at), counts)] : []

/** Once, when the matter was resolved for good, as far as known. */
function resolutionOf(folding: Folding, matter: Matter): Atom[] {
  const { status, since: at, openedAt, hours } = matter.conversation
  if (status !== 'resolved' || at < openedAt || !isSeen(matter, at)) return []
  const seconds = Math.round(between(openedAt, at) / 1000)
  const working = Math.round(workingTimeBetween(hours, openedAt, at) / 1000)
  const counts = {
    ...{ resolved: 1, resolutionSeconds: seconds, resolutionWorkingSeconds: working },
    ...(isRecent(openedAt, at) && touchesOf(matter, at)),
  }
  const buckets = { resolution: bucketOf(seconds), resolutionWorking: bucketOf(working) }
  return [atomAt(folding, at, matterDims(folding, matter, at), counts, buckets)]
}

/** How often we, and how often the customer, had to come for it: up to seven days after it was resolved. */
function touchesOf({ conversation, contacts }: Matter, resolvedAt: string): Atom['counts'] {
  const until = instantLater(resolvedAt, 7)
  const turns = turnsOf(contacts).filter(({ at }) => conversation.openedAt <= at && at <= until)
  const answers = turns.filter(({ type, at }) => type === 'answer' && at <= resolvedAt)
  const settled = answers[0]?.at ?? resolvedAt
  const cameAgain = turns.some(({ type, at }) => type === 'question' && at > settled)
  return { ...(answers.length <= 1 && { oneTouch: 1 }), ...(!cameAgain && { firstContact: 1 }) }
}

function eventAtoms(folding: Folding, matter: Matter, event: EventFact, n: number): Atom[] {
  const counts = eventCounts(matter, event, n)
  return counts === undefined ? [] : countAt(folding, matter, event.at, counts)
}

function eventCounts(matter: Matter, event: EventFact, n: number): Atom['counts'] | undefined {
  if (event.change === 'reopened') return { reopened: 1 }
  if (event.change === 'handed-over') return { handOvers: 1 }
  if (isTransfer(event)) {
    const twin = matter.events.slice(0, n).some(other => isTransfer(other) && other.at === event.at)
    return twin ? undefined : { transfers: 1 }
  }
  return event.change === 'repeated' && repeatedThemselves(matter, event, n) ? { repeatedThemselves: 1 } : undefined
}

/** It went from somebody to somebody else; who takes what nobody had is no transfer. */
const isTransfer = ({ change, from, to }: EventFact): boolean =>
  (change === 'assigned' || change === 'team' || change === 'escalated') && from !== undefined && to !== undefined

/** Once a matter: something was said again after the customer came over another channel, or we gave it to somebody else. */
function repeatedThemselves({ contacts, events }: Matter, event: EventFact, n: number): boolean {
  const before = events.slice(0, n).filter(({ at }) => isRecent(at, event.at))
  if (before.some(({ change }) => change === 'repeated')) return false
  if (before.some(other => other.change === 'handed-over' || isTransfer(other))) return true
  const saying = contacts.find(({ id }) => id === event.contact)
  const elsewhere = contacts.filter(({ at, id }) => at <= event.at && isRecent(at, event.at) && id !== event.contact)
  return elsewhere.some(({ channel, direction }) => direction === 'inbound' && channel !== saying?.channel)
}

function keptCounts({ clock, kept }: Kept): Atom['counts'] {
  switch (clock) {
    case 'first':
      return kept ? { firstKept: 1 } : { firstMissed: 1 }
    case 'next':
      return kept ? { nextKept: 1 } : { nextMissed: 1 }
    case 'resolution':
      return kept ? { resolutionKept: 1 } : { resolutionMissed: 1 }
    default:
      return clock satisfies never
  }
}

function ratingOf(folding: Folding, matter: Matter): Atom[] {
  const { rating } = matter.conversation
  if (rating === undefined) return []
  return countAt(folding, matter, rating.at, rating.kind === 'csat' ? csatOf(rating.score) : npsOf(rating.score))
}

const csatOf = (score: number): Atom['counts'] => (score >= 4 ? { csatGood: 1 } : { csatBad: 1 })

const npsOf = (score: number): Atom['counts'] =>
  score >= 9 ? { npsPromoters: 1 } : score >= 7 ? { npsPassives: 1 } : { npsDetractors: 1 }
