import { type Days, reachDays } from './fold.ts'
import type { Refold, ReportMessage } from './message.ts'
import { type FactReads, namesNobody } from './read-facts.ts'
import { dayOf, daysLater } from './zone.ts'

/**
 * Which days of which customers a change can touch, up to `now` (RFC 3339 UTC, ms). It reads who they are. A conversation may
 * hold a late contact that is older than itself.
 */
export async function worksOf(reads: FactReads, message: ReportMessage, now: string): Promise<Refold[]> {
  switch (message.type) {
    case 'refold':
      return [message]
    case 'customer':
      return [workOf(message.customer, false)]
    case 'contact':
      return ofStream(reads, message.stream, around(message.sortAt, message.sortAt))
    case 'outcome':
      return ofStream(reads, message.stream, around(message.at, message.at))
    case 'conversation': {
      const [[found], first] = await Promise.all([reads.conversations([message.id]), reads.firstOf(message.id)])
      if (found === undefined) return []
      const from = first !== undefined && first < found.openedAt ? first : found.openedAt
      return ofStream(reads, found.anchor, around(from, now > found.lastAt ? now : found.lastAt))
    }
    case 'event':
    case 'mentions':
    case 'milestone':
    case 'reply':
    case 'staff':
      return []
    default:
      return message satisfies never
  }
}

const workOf = (customer: string, line: boolean, days?: Days): Refold => ({
  v: 1,
  type: 'refold',
  ...{ customer, line, piece: false },
  ...(days && { days }),
})

/** A stream that nobody is known to have yet is folded when its customer is made known. */
async function ofStream(reads: FactReads, stream: string, days: Days): Promise<Refold[]> {
  const customer = (await reads.customersOf([stream])).get(stream)
  return customer === undefined ? [] : [workOf(customer, namesNobody(stream), days)]
}

/** What happens at an instant can touch so many days before and after it, and a zone is a day off at most. */
const around = (from: string, to: string): Days => ({
  from: daysLater(dayOf(from, 'UTC'), -reachDays - 1),
  to: daysLater(dayOf(to, 'UTC'), reachDays + 1),
})

/** One work a customer, over all the days that any of them named; pieces stay what they are. */
export function joinedWorks(works: readonly Refold[]): Refold[] {
  const whole = new Map<string, Refold>()
  for (const work of works.filter(({ piece }) => !piece)) {
    const known = whole.get(work.customer)
    whole.set(work.customer, known ? joined(known, work) : work)
  }
  const pieces = new Map(works.filter(({ piece }) => piece).map(work => [JSON.stringify(work), work]))
  return [...whole.values(), ...pieces.values()]
}

function joined(a: Refold, b: Refold): Refold {
  const line = a.line && b.line
  if (a.days === undefined || b.days === undefined) return workOf(a.customer, line)
  const from = a.days.from < b.days.from ? a.days.from : b.days.from
  return workOf(a.customer, line, { from, to: a.days.to > b.days.to ? a.days.to : b.days.to })
}
