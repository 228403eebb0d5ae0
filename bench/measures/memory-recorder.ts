import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryRawStore } from '../../adapters/memory/raw-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { identityIds } from '../../core/identity/ids.ts'
import type { RecordContact } from '../../core/record/record-contact.ts'

/** What record-contact touches, with the raw payloads in memory and the table of a measure's choice. */
export function memoryRecorder(formatNamed: RecordContact['formatNamed'], table: Table = memoryTable()): RecordContact {
  const ids = identityIds('0'.repeat(64))
  const now = () => new Date().toISOString()
  const identity = { store: identityStore(table, ids), ids, now, pause: async () => undefined }
  return {
    raw: memoryRawStore(now),
    timeline: timelineStore(table, Date.now),
    setAside: setAsideStore(table),
    formatNamed,
    readSource: async () => undefined,
    identity: async () => identity,
  }
}
