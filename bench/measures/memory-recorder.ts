import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { heardStore } from '../../adapters/dynamodb/heard-store.ts'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryRawStore } from '../../adapters/memory/raw-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { identityIds } from '../../core/identity/ids.ts'
import type { RecordContact } from '../../core/record/record-contact.ts'
import { replyTokenKey } from '../../core/reply/reply-token.ts'
import { noteHeard } from '../../core/source/note-heard.ts'

/** What record-contact touches, with the raw payloads in memory and the table of a measure's choice. */
export function memoryRecorder(formatNamed: RecordContact['formatNamed'], table: Table = memoryTable()): RecordContact {
  const key = '0'.repeat(64)
  const ids = identityIds(key)
  const now = () => new Date().toISOString()
  const identity = { store: identityStore(table, ids), ids, now, pause: async () => undefined }
  return {
    raw: memoryRawStore(now),
    timeline: timelineStore(table, Date.now),
    setAside: setAsideStore(table),
    consent: consentStore(table),
    facts: { campaigns: campaignStore(table), outcomes: outcomeStore(table), listening: listeningStore(table) },
    formatNamed,
    readSource: async () => undefined,
    noteHeard: noteHeard(heardStore(table), Date.now),
    identity: async () => identity,
    replies: replyStore(table),
    replyTokenKey: async () => replyTokenKey(key),
  }
}
