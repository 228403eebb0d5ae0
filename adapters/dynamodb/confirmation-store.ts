import { type Confirmation, confirmationSchema } from '../../core/confirm/confirmation.ts'
import type { ConfirmationStore } from '../../core/confirm/store.ts'
import { eventWrites } from './entry-item.ts'
import { confirmationKeys } from './keys.ts'
import type { Item, Table, Write } from './table.ts'

/** What came of it stands on the timeline and in the identity log; the link in it is long out of time. */
const keptSeconds = 30 * 86_400

/** A link has two ends. */
const ends = 2

/** Confirmations in the one table. See core/confirm/store.ts for what each call promises. */
export const confirmationStore = (table: Table): ConfirmationStore => ({
  create: async confirmation => (await table.put(itemOf(confirmation), 'absent')).written,
  read: async id => {
    const item = await table.get(confirmationKeys.confirmation(id), true)
    return item && confirmationSchema.parse(item)
  },
  use: async next => {
    const { linkId, end, id } = next
    const proof = { put: { ...confirmationKeys.proof(linkId, end), v: 1, confirmation: id } }
    return (await table.transact([overwrite(next), proof])).committed
  },
  finish: async (next, events) => {
    const told = events.flatMap(eventWrites)
    return (await table.transact([overwrite(next), ...told])).committed
  },
  proven: async linkId => {
    const items = await table.query({ pk: confirmationKeys.proofs(linkId), limit: ends, consistent: true })
    return items.map(({ sk }) => sk)
  },
})

const itemOf = (confirmation: Confirmation): Item => ({
  ...confirmationSchema.parse(confirmation),
  expiresAt: Math.floor(Date.parse(confirmation.createdAt) / 1000) + keptSeconds,
  ...confirmationKeys.confirmation(confirmation.id),
})

const overwrite = (next: Confirmation): Write => ({ put: itemOf(next), when: { version: next.version - 1 } })
