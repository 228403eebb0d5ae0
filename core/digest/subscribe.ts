import type { Agent } from '../people/agent.ts'
import type { SavedReport } from '../saved-report/saved-report.ts'
import { nextDue, type Rhythm } from './occurrence.ts'
import { type Mailed, type Subscription, type SubscriptionStore, subscriptionId } from './subscription.ts'

/** When, and in which language: all of them read by name, so that nothing else of a request is kept. */
type Wanted = Rhythm & Pick<Subscription, 'language'>

/**
 * What a person is mailed from now on. What became of the last one stays, so that a changed hour sends none twice; one
 * that was being tried again is given up for the next.
 */
export async function subscribe(
  store: Pick<SubscriptionStore, 'change'>,
  person: string,
  what: Mailed,
  wanted: Wanted,
  now: string,
): Promise<Subscription | undefined> {
  const { every, weekday, hour, zone, language } = wanted
  const rhythm = { every, ...(weekday !== undefined && { weekday }), hour, zone }
  const id = subscriptionId(person, what)
  return store.change(id, known => ({
    ...{ v: 1, id, version: 0, person, what, ...rhythm, language },
    ...(known?.last && { last: known.last }),
    ...(known?.trying && { trying: known.trying }),
    nextAt: known?.trying ? known.nextAt : nextDue(rhythm, now, lastSent(known)),
  }))
}

/** Mailed no more; what a view's keeper sent stays here as stopped, so that keeping the view again does not send it. */
export const stop = (store: Pick<SubscriptionStore, 'change'>, id: string, now: string) =>
  store.change(id, known => {
    if (known === undefined || known.stoppedAt !== undefined) return undefined
    const { nextAt: _nextAt, retry: _retry, ...rest } = known
    return { ...rest, stoppedAt: now }
  })

/** Mailed again. */
export const resume = (store: Pick<SubscriptionStore, 'change'>, id: string, now: string) =>
  store.change(id, known => {
    if (known === undefined) return undefined
    const { stoppedAt, ...rest } = known
    return stoppedAt === undefined ? known : { ...rest, nextAt: nextDue(known, now, lastSent(known)) }
  })

/** Only of what may have arrived is no second one sent. */
export const lastSent = (known: Subscription | undefined): string | undefined =>
  known?.last?.outcome === 'sent' || known?.last?.outcome === 'unclear' ? known.last.due : undefined

/** Colleagues whom a view is mailed to, by their addresses, and the addresses that nobody active has. */
export function recipientsOf(to: readonly string[], agents: readonly Agent[]): { known: Agent[]; unknown: string[] } {
  const found = to.map(address => ({
    address,
    agent: agents.find(agent => agent.active && hasAddress(agent, address)),
  }))
  return {
    known: found.flatMap(({ agent }) => (agent ? [agent] : [])),
    unknown: found.flatMap(({ address, agent }) => (agent ? [] : [address])),
  }
}

const hasAddress = ({ email }: Agent, address: string): boolean => email?.toLowerCase() === address.toLowerCase()

/**
 * Mails a view to those whom its schedule names. Whoever stopped it is not mailed again; whom it names no longer is left
 * out when it would be sent.
 */
export async function scheduleView(
  store: Pick<SubscriptionStore, 'change' | 'read'>,
  { owner, id: view, schedule }: SavedReport,
  agents: readonly Agent[],
  companyZone: string,
  now: string,
): Promise<void> {
  if (schedule === undefined) return
  const what: Mailed = { kind: 'view', owner, view }
  for (const { id, timeZone } of recipientsOf(schedule.to, agents).known) {
    const zone = schedule.zone ?? timeZone ?? companyZone
    const known = await store.read(subscriptionId(id, what))
    if (known?.stoppedAt === undefined) await subscribe(store, id, what, { ...schedule, zone }, now)
  }
}
