import {
  type Become,
  idsOfPerson,
  mostSubscriptions,
  type Subscription,
  type SubscriptionStore,
  subscriptionSchema,
} from '../../core/digest/subscription.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { digestKeys } from './keys.ts'
import type { Table } from './table.ts'

const mostTries = 5

/** What people are mailed of reports, in the one table, each changed on its version. */
export const subscriptionStore = (table: Table): SubscriptionStore => ({
  read: id => read(table, id),
  ofPerson: async person => {
    const from = idsOfPerson(person)
    const range = { from, to: digestKeys.to(from), limit: 2 * mostSubscriptions, consistent: true }
    const items = await table.query({ pk: digestKeys.all, ...range })
    return items.map(item => subscriptionSchema.parse(item)).filter(one => one.person === person)
  },
  list: async (limit, after) => {
    const from = after === undefined ? {} : { from: digestKeys.after(after) }
    const items = await table.query({ pk: digestKeys.all, ...from, limit, consistent: true })
    return items.map(item => subscriptionSchema.parse(item))
  },
  change: async (id, become) => {
    for (let tries = 0; tries < mostTries; tries++) {
      const done = await changeOnce(table, id, become)
      if (done !== 'again') return done.written
    }
    throw new RetryLater('a digest is changed by several at once')
  },
})

async function read(table: Table, id: string): Promise<Subscription | undefined> {
  const item = await table.get(digestKeys.item(id), true)
  return item && subscriptionSchema.parse(item)
}

/** `again`: another came first. */
async function changeOnce(table: Table, id: string, become: Become) {
  const known = await read(table, id)
  const next = become(known)
  if (next === undefined) return { written: undefined }
  const when = known === undefined ? ('absent' as const) : { version: known.version }
  const key = digestKeys.item(id)
  if (next === 'remove') {
    const { committed } = await table.transact([{ remove: key, ...(known && { when }) }])
    return committed ? { written: undefined } : ('again' as const)
  }
  const written = subscriptionSchema.parse({ ...next, version: (known?.version ?? 0) + 1 })
  const put = await table.put({ ...written, ...key }, when)
  return put.written ? { written } : ('again' as const)
}
