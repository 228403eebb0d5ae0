import { Problem } from '../../../core/api/problem.ts'
import { type Actor, hasRole } from '../../../core/api/role.ts'
import { resume, stop, subscribe } from '../../../core/digest/subscribe.ts'
import { mostSubscriptions, type Subscription, subscriptionId } from '../../../core/digest/subscription.ts'
import {
  keepSubscription,
  listSubscriptions,
  removeSubscription,
  resumeSubscription,
} from '../../kit/described/digest.ts'
import { type Route, route } from '../../kit/http/route.ts'
import type { ReportsDependencies } from '../reports-dependencies.ts'

type Deps = Pick<ReportsDependencies, 'subscriptions' | 'people' | 'currentReports' | 'now'>

/** What people are mailed of reports: each their own, and an operator's also what others are. */
export const subscriptionRoutes = ({ subscriptions, people, currentReports, now }: Deps): Route[] => [
  route({
    ...listSubscriptions,
    handle: async ({ query, actor }) => {
      const person = personOf(actor, query.person)
      const [agent, items] = await Promise.all([people.agents.read(person), subscriptions.ofPerson(person)])
      const address = agent?.active ? agent.email : undefined
      return { ...(address !== undefined && { address }), items: items.map(shown) }
    },
  }),
  route({
    ...keepSubscription,
    handle: async ({ body: { department, person: asked, zone, ...wanted }, actor }) => {
      const person = personOf(actor, asked)
      const [agent, company, known] = await Promise.all([
        people.agents.read(person),
        currentReports(),
        subscriptions.ofPerson(person),
      ])
      if (!agent?.active || agent.email === undefined) throw new Problem('conflict', noAddress)
      const what = { kind: 'department' as const, ...(department !== undefined && { department }) }
      const id = subscriptionId(person, what)
      if (known.length >= mostSubscriptions && !known.some(one => one.id === id)) throw new Problem('conflict', tooMany)
      const rhythm = { ...wanted, zone: zone ?? agent.timeZone ?? company.zone }
      return written(await subscribe(subscriptions, person, what, rhythm, now()))
    },
  }),
  route({
    ...removeSubscription,
    handle: async ({ params: { id }, actor }) => {
      const found = await theirs(subscriptions, id, actor)
      if (found.what.kind === 'view') await stop(subscriptions, id, now())
      else await subscriptions.change(id, known => known && 'remove')
      return { removed: true as const }
    },
  }),
  route({
    ...resumeSubscription,
    handle: async ({ params: { id }, actor }) => {
      await theirs(subscriptions, id, actor)
      return written(await resume(subscriptions, id, now()))
    },
  }),
]

const noAddress =
  'No mail address is known of this person, or they are no colleague any more: an operator enters it as email of PUT /v1/agents/{id}.'
const tooMany = `${mostSubscriptions} are mailed already: remove one first.`
const nothingThere = 'Nothing of this id is mailed to you.'
const mayForOthers = ['operator', 'admin'] as const

/** Whom it is about: oneself, or, for operators, anybody. */
function personOf(actor: Actor, asked: string | undefined): string {
  if (asked === undefined || asked === actor.subject) return actor.subject
  if (!hasRole(actor, mayForOthers))
    throw new Problem('not-allowed', 'What others are mailed is for operators to see and set.')
  return asked
}

/** Whose it is, as everybody is told of those of others: nothing. */
async function theirs(store: Deps['subscriptions'], id: string, actor: Actor): Promise<Subscription> {
  const found = await store.read(id)
  if (found === undefined || (found.person !== actor.subject && !hasRole(actor, mayForOthers)))
    throw new Problem('not-found', nothingThere)
  return found
}

function written(found: Subscription | undefined) {
  if (found === undefined) throw new Problem('not-found', nothingThere)
  return shown(found)
}

const shown = ({ v: _v, version: _version, retry: _retry, trying: _trying, ...rest }: Subscription) => rest
