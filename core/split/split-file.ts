import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Row, Split } from '../channels/channel.ts'
import type { Import, ImportStore } from '../import/import.ts'
import type { RawStore } from '../raw/raw-store.ts'
import type { Delivery } from '../record/delivery.ts'
import { RetryLater } from '../record/outcome.ts'

export type SplitFile = {
  raw: RawStore
  imports: ImportStore
  splitNamed: (format: string) => Split | undefined
  send: (deliveries: Delivery[]) => Promise<void>
  /** Begins a run; what it returns is false once the run should stop and leave the rest to the next. */
  startRun: () => () => boolean
}

const rowsPerCheckpoint = 1000

/**
 * Turns a file of many into messages of byte ranges. It reads the file from its start each time, since a row's ordinal
 * counts the identical rows before it, and sends from the checkpoint on; rows sent twice are recorded once.
 * A file that cannot be cut is marked `failed` with the reason; the object stays where it is.
 */
export async function splitFile(deps: SplitFile, record: Import): Promise<Import> {
  if (record.state === 'read') return record
  const split = deps.splitNamed(record.kind)
  if (split === undefined) return finish(deps, record, 'failed', `no channel reads files of the kind ${record.kind}`)
  const chunks = await deps.raw.stream(record.object)
  if (chunks === undefined) return finish(deps, record, 'failed', 'the uploaded file is no longer stored')
  const sent = await sendRows(deps, record, split(chunks))
  return finish(deps, sent, 'read')
}

async function sendRows(
  deps: SplitFile,
  record: Import,
  rows: AsyncGenerator<Row & { bytes: Uint8Array }>,
): Promise<Import> {
  const timeLeft = deps.startRun()
  const seen = new Map<string, number>()
  let current = record
  let pending: Delivery[] = []
  let count = 0
  for await (const row of rows) {
    const ordinal = countIdentical(seen, row.bytes)
    count++
    if (count <= record.checkpoint.rows) continue
    pending.push(deliveryOf(record, row, ordinal))
    if (pending.length < rowsPerCheckpoint) continue
    current = await flush(deps, current, pending, count, row)
    pending = []
    if (!timeLeft()) throw new RetryLater('the file is larger than one run can read; the next run goes on')
  }
  return flush(deps, current, pending, count, undefined)
}

async function flush(
  deps: SplitFile,
  record: Import,
  pending: Delivery[],
  rows: number,
  last: Row | undefined,
): Promise<Import> {
  await deps.send(pending)
  const bytes = last ? last.offset + last.length : record.checkpoint.bytes
  return save(deps, record, { ...record, state: 'reading', checkpoint: { rows, bytes } })
}

function countIdentical(seen: Map<string, number>, bytes: Uint8Array): number {
  const key = bytesToHex(sha256(bytes)).slice(0, 24)
  const ordinal = seen.get(key) ?? 0
  seen.set(key, ordinal + 1)
  return ordinal
}

const deliveryOf = (record: Import, row: Row, ordinal: number): Delivery => ({
  v: 1,
  object: record.object,
  offset: row.offset,
  length: row.length,
  line: row.line,
  ordinal,
  importId: record.id,
  ...contextOf(record, row),
})

/** A row of a mapped table is read by its header and the import's mapping. */
function contextOf({ mapping }: Import, { context }: Row): { context?: string } {
  if (mapping !== undefined) return { context: JSON.stringify({ header: context ?? '', mapping }) }
  return context === undefined ? {} : { context }
}

const finish = (deps: SplitFile, record: Import, state: Import['state'], reason?: string): Promise<Import> =>
  save(deps, record, { ...record, state, ...(reason !== undefined && { reason }) })

async function save(deps: SplitFile, known: Import, next: Import): Promise<Import> {
  const stored = { ...next, version: known.version + 1 }
  if (await deps.imports.write(stored, known.version)) return stored
  throw new RetryLater('another run is reading the same file')
}
