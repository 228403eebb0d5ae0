import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { heardStore } from '../../adapters/dynamodb/heard-store.ts'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import { importStore } from '../../adapters/dynamodb/import-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryRawStore } from '../../adapters/memory/raw-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Format } from '../../core/channels/channel.ts'
import type { IdentityDeps } from '../../core/identity/carry-out.ts'
import { identityIds } from '../../core/identity/ids.ts'
import { replyTokenKey } from '../../core/reply/reply-token.ts'
import { noteHeard } from '../../core/source/note-heard.ts'

export const now = '2026-03-01T10:00:00.000Z'

/** What record-contact touches, in memory, with the formats that a test brings. */
export function memoryDeps(formats: Format[], table: Table = memoryTable()) {
  const key = '0'.repeat(64)
  const ids = identityIds(key)
  const identity: IdentityDeps = { store: identityStore(table, ids), ids, now: () => now, pause: async () => undefined }
  return {
    raw: memoryRawStore(() => now),
    timeline: timelineStore(table, () => Date.parse(now)),
    setAside: setAsideStore(table),
    consent: consentStore(table),
    facts: { campaigns: campaignStore(table), outcomes: outcomeStore(table), listening: listeningStore(table) },
    imports: importStore(table),
    formatNamed: (name: string) => formats.find(format => format.name === name),
    readSource: async () => undefined,
    noteHeard: noteHeard(heardStore(table), () => Date.parse(now)),
    heard: heardStore(table),
    identity: async () => identity,
    replies: replyStore(table),
    replyTokenKey: async () => replyTokenKey(key),
    identityStore: identity.store,
  }
}
