import * as z from 'zod'
import { type ModelKind, modelKeys } from './keys.ts'
import type { Table } from './table.ts'

/** An item may have 400 KB (Amazon DynamoDB developer guide, "Service quotas"). */
const partBytes = 350_000
const mostParts = 40

const partSchema = z.object({ bytes: z.instanceof(Uint8Array) })

/** Puts bytes under a version, in as many items as they need. */
export async function writeParts(table: Table, kind: ModelKind, version: string, bytes: Uint8Array): Promise<void> {
  const count = Math.max(1, Math.ceil(bytes.length / partBytes))
  if (count > mostParts) throw new Error(`a model of ${bytes.length} bytes: keep fewer exemplars`)
  for (let part = 0; part < count; part++) {
    const some = bytes.slice(part * partBytes, (part + 1) * partBytes)
    await table.put({ ...modelKeys.part(kind, version, part), v: 1, bytes: some })
  }
}

/** The bytes of a version; undefined where it was removed. */
export async function readParts(table: Table, kind: ModelKind, version: string): Promise<Uint8Array | undefined> {
  const items = await table.query({ pk: modelKeys.parts(kind, version), limit: mostParts, consistent: true })
  const parts = items.map(item => partSchema.parse(item).bytes)
  if (parts.length === 0) return undefined
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

export async function removeParts(table: Table, kind: ModelKind, version: string): Promise<void> {
  const items = await table.query({ pk: modelKeys.parts(kind, version), limit: mostParts })
  for (const { pk, sk } of items) await table.remove({ pk, sk })
}
