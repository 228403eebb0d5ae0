import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ImportOptions } from './options.ts'

/**
 * The id of the import of a file: made of its content and of how it is to be read, so that the same file under any
 * name, from any machine, continues the same import. No list of what was imported needs keeping.
 */
export async function importId(path: string, { kind, source, mapping, again }: ImportOptions): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([kind, source ?? null, mapping ?? null]))
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  const id = hash.digest('hex').slice(0, 32)
  return again ? `${id}-${randomBytes(8).toString('hex')}` : id
}
