import { type RevealStore, revealSchema } from '../../core/reveal/reveal.ts'
import { revealKeys } from './keys.ts'
import type { Table } from './table.ts'

/** Who may look at whom for a while. The table drops what is over within days (time to live). */
export const revealStore = (table: Table): RevealStore => ({
  write: async reveal => {
    const key = revealKeys.item(reveal.subject, reveal.customer)
    await table.put({ ...revealSchema.parse(reveal), ...key, expiresAt: Math.ceil(Date.parse(reveal.until) / 1000) })
  },
  read: async (subject, customer) => {
    const item = await table.get(revealKeys.item(subject, customer), true)
    return item === undefined ? undefined : revealSchema.parse(item)
  },
})
