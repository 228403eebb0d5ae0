import { archiveIndex } from '../../adapters/dynamodb/archive-index.ts'
import { archiveReads } from '../../adapters/dynamodb/archive-reads.ts'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { changeOf } from '../../adapters/dynamodb/changes.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import { conversationKeys, identityKeys, outcomeKeys, reportKeys, timelineKeys } from '../../adapters/dynamodb/keys.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { reportStore } from '../../adapters/dynamodb/report-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { archivedReports, contributionsOf } from '../../core/archive/contributions.ts'
import { partitionKey } from '../../core/archive/datasets.ts'
import { noteAll, notedOf } from '../../core/archive/note-change.ts'
import type { ArchiveRow } from '../../core/archive/rows.ts'
import type { ArchiveFiles } from '../../core/archive/store.ts'
import { type ArchiveSources, writeDays } from '../../core/archive/write-days.ts'
import type { Change } from '../../core/change/change.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { identify } from '../../core/identity/identify.ts'
import { identityIds } from '../../core/identity/ids.ts'
import { readKnown } from '../../core/identity/known.ts'
import { append } from '../../core/timeline/append.ts'
import { watchedTable } from '../table/watched-table.ts'

export const now = '2026-04-01T12:00:00.000Z'
export const ids = identityIds('0'.repeat(64))

/** A table that notes what its stream would publish. */
function publishing(table: Table): { table: Table; changes: Change[] } {
  const changes: Change[] = []
  const noting = watchedTable(table, write => {
    if ('put' in write) changes.push(...changeOf(write.put))
  })
  return { table: noting, changes }
}

/** Files as rows, by their keys. */
export function rowFiles(): { files: Map<string, ArchiveRow[]>; store: ArchiveFiles } {
  const files = new Map<string, ArchiveRow[]>()
  const replace: ArchiveFiles['replace'] = async (partition, rows) => {
    const all: ArchiveRow[] = []
    for await (const some of rows) all.push(...some)
    if (all.length === 0) files.delete(partitionKey(partition))
    else files.set(partitionKey(partition), all)
  }
  return { files, store: { replace } }
}

/** A company whose archive follows what happens to it. */
export function archivedWorld(plain: Table = memoryTable(), archive = rowFiles().store) {
  const { table, changes } = publishing(plain)
  const identity = { store: identityStore(table, ids), ids, now: () => now, pause: async () => undefined }
  const outcomes = outcomeStore(table)
  const listening = listeningStore(table)
  const conversations = conversationStore(table)
  const campaigns = campaignStore(table)
  const index = archiveIndex(table)
  const reports = archivedReports(reportStore(table, 1), index, async () => undefined)
  const sources: ArchiveSources = {
    index,
    files: archive,
    ...archiveReads(table),
    conversations,
    outcomes,
    listening,
    campaigns,
    keyOf: ids.customer,
    contributions: (customer, day) => contributionsOf(reports, customer, day),
  }
  const timeline = timelineStore(table, () => Date.parse(now))
  return {
    table,
    changes,
    identity,
    sources,
    timeline,
    outcomes,
    listening,
    campaigns,
    conversations,
    reports,
    contributed: async (customer: string) => (await reports.vectors(customer)).flatMap(({ atoms }) => atoms),
    receive: async (contact: Contact) => {
      await append(timeline, contact)
      await identify(
        identity,
        contact,
        await readKnown(contact, { store: identity.store, ids, at: contact.receivedAt, own: [] }),
      )
    },
    /** As note-archive does, in a batch. */
    note: async (some: Change[] = changes.splice(0)) => {
      const deps = { index: sources.index, conversations, identity: sources.identity }
      await noteAll(deps, await Promise.all(some.map(change => notedOf(deps, change))))
    },
    write: () => writeDays(sources, () => true),
    /** As an erasure does: the stream's entries, its customer's decisions and contributions, an outcome, a matter. */
    forget: async (stream: string, outcome: string, conversation: string) => {
      const customer = identityKeys.customer(ids.customer(stream)).pk
      const vectors = reportKeys.vectors(1, ids.customer(stream))
      const keys = [outcomeKeys.outcome(outcome), conversationKeys.head(conversation)].map(({ pk }) => pk)
      for (const pk of [timelineKeys.stream(stream), customer, vectors, ...keys])
        for (const item of await table.query({ pk, limit: 100 })) await table.remove(item)
    },
  }
}
export type ArchivedWorld = ReturnType<typeof archivedWorld>
