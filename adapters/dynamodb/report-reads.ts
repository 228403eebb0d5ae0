import { viewContact } from '../../core/contact/view.ts'
import { customersOfStreams } from '../../core/identity/customers-of-streams.ts'
import type { FactReads } from '../../core/report/read-facts.ts'
import type { Entry } from '../../core/timeline/entry.ts'
import { conversationStore } from './conversation-store.ts'
import { isStub, readEntry } from './entry-item.ts'
import { readPointer, readRecord } from './identity-items.ts'
import { conversationKeys, identityKeys, timelineKeys } from './keys.ts'
import type { Item, Key, Table } from './table.ts'

/** How many entries are looked at in one go for the first contact of somebody, after the very first, and how many at most. */
const page = 20
const mostLooked = 500

type Stored = 'customersOf' | 'streamsOf' | 'entries' | 'beginning' | 'conversations' | 'firstOf'

/** What reports read of timelines, identity and conversations: strongly consistent, straight from the table. */
export function reportReads(table: Table): Pick<FactReads, Stored> {
  const { read } = conversationStore(table)
  return {
    customersOf: streams =>
      customersOfStreams(
        async identifiers => (await getAll(table, identifiers.map(identityKeys.pointer))).map(readPointer),
        streams,
      ),
    streamsOf: async customers => {
      const records = (await getAll(table, customers.map(identityKeys.customer))).map(readRecord)
      return new Map(records.map(({ id, members }) => [id, members.map(({ stream }) => stream)]))
    },
    entries: async (stream, { from, to }, limit) => {
      const range = { from: timelineKeys.from(from), to: timelineKeys.to(to), limit: limit + 1 }
      const items = await table.query({ pk: timelineKeys.stream(stream), ...range, consistent: true })
      const entries = items.slice(0, limit).flatMap(entryOf)
      return { entries: entries.flatMap(entry => (entry.type === 'ref' ? [] : [entry])), cut: items.length > limit }
    },
    beginning: stream => beginning(table, stream),
    conversations: read,
    firstOf: async conversation => {
      const { contacts, contactsFrom: from, contactsTo: to, parseContact } = conversationKeys
      const [oldest] = await table.query({ pk: contacts(conversation), from, to, limit: 1, consistent: true })
      return oldest && parseContact(oldest).sortAt
    },
  }
}

/** BatchGetItem refuses a key named twice. */
const getAll = (table: Table, keys: Key[]): Promise<Item[]> =>
  table.batchGet([...new Map(keys.map(key => [key.pk, key])).values()], true)

const entryOf = (item: Item): Entry[] => (isStub(item) ? [] : [readEntry(item)])

async function beginning(table: Table, stream: string): ReturnType<FactReads['beginning']> {
  let from = timelineKeys.from('')
  let at: string | undefined
  for (let looked = 0; looked < mostLooked; looked += page) {
    const limit = looked === 0 ? 1 : page
    const range = { pk: timelineKeys.stream(stream), from, to: timelineKeys.end, limit, consistent: true }
    const items = await table.query(range)
    const entries = items.flatMap(entryOf)
    at ??= entries[0]?.place.sortAt
    const first = entries.find(isOwnContact)
    if (first) return { ...(at !== undefined && { at }), first: { id: first.entryId, at: first.place.sortAt } }
    const last = items.at(-1)
    if (last === undefined || items.length < limit) break
    from = `${last.sk} `
  }
  return at === undefined ? {} : { at }
}

/** A contact that the customer made and nobody deleted. */
const isOwnContact = (entry: Entry): boolean =>
  entry.type === 'contact' && entry.state.deletedAt === undefined && viewContact(entry.state).direction === 'inbound'
