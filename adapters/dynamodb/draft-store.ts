import { type Draft, draftDays, draftSchema, mostDrafts } from '../../core/draft/draft.ts'
import type { DraftStore } from '../../core/draft/store.ts'
import { draftKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Drafts lie with their conversation. `now` is epoch milliseconds. */
export function draftStore(table: Table, now: () => number): DraftStore {
  const kept = (item: Item): Draft[] => {
    const draft = draftSchema.parse(item)
    return goneAt(draft) > now() ? [draft] : []
  }
  return {
    ofConversation: async conversation => {
      const range = { pk: draftKeys.all(conversation), from: draftKeys.from, to: draftKeys.to }
      return (await table.query({ ...range, limit: mostDrafts, consistent: true })).flatMap(kept)
    },
    read: async (conversation, author) => {
      const item = await table.get(draftKeys.item(conversation, author), true)
      return item === undefined ? undefined : kept(item)[0]
    },
    write: async (draft, was) => {
      const put = await table.put(itemOf(draft), was === undefined ? 'absent' : { version: was })
      if (put.written || was !== undefined || put.existing === undefined || kept(put.existing).length > 0)
        return put.written
      return (await table.put(itemOf(draft), { version: draftSchema.parse(put.existing).version })).written
    },
    remove: async (conversation, author, was) => {
      const key = draftKeys.item(conversation, author)
      return (await table.transact([{ remove: key, when: { version: was } }])).committed
    },
    discard: (conversation, author) => table.remove(draftKeys.item(conversation, author)),
  }
}

const goneAt = ({ updatedAt }: Draft): number => Date.parse(updatedAt) + draftDays * 86_400_000

/** The table drops what is over within days of it (time to live); readers leave it out from the moment on. */
const itemOf = (draft: Draft): Item => ({
  ...draftSchema.parse(draft),
  ...draftKeys.item(draft.conversation, draft.author),
  expiresAt: Math.ceil(goneAt(draft) / 1000),
})
