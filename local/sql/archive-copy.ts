import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { datasetNames } from '../../core/archive/datasets.ts'
import type { ListRange, ObjectRecord } from '../engines/objects/object-index.ts'

/** Where the objects of this machine are read from: the running stack's store, or its files while it is stopped. */
export type ObjectSource = {
  bucketsWith: (prefix: string) => string[]
  list: (range: ListRange) => ObjectRecord[]
  bytes: (record: ObjectRecord) => Uint8Array
}

const prefix = 'archive/'
const page = 1000

/**
 * Brings a folder up to what the archive bucket holds, and answers the files of each dataset. A file is named after its
 * content, so one that is being read is never written; what was replaced is removed, which leaves whoever has it open
 * what they opened.
 */
export function copyArchive(source: ObjectSource, folder: string): (dataset: string) => string[] {
  const files = objectsOf(source).map(record => {
    const path = join(folder, dirname(record.key), `${record.etag}.parquet`)
    if (!existsSync(path)) writeWhole(path, source.bytes(record))
    return path
  })
  removeOthers(folder, new Set(files))
  return dataset => files.filter(path => path.startsWith(join(folder, prefix, dataset, '/')))
}

function objectsOf({ bucketsWith, list }: ObjectSource): ObjectRecord[] {
  const [bucket] = bucketsWith(prefix)
  if (bucket === undefined) return []
  const found: ObjectRecord[] = []
  for (;;) {
    const some = list({ bucket, prefix, after: found.at(-1)?.key ?? '', limit: page })
    found.push(...some)
    if (some.length < page) return found
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, bytes, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function removeOthers(folder: string, kept: ReadonlySet<string>): void {
  for (const dataset of datasetNames) {
    const place = join(folder, prefix, dataset)
    if (!existsSync(place)) continue
    for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' })) {
      const path = join(place, name)
      if (name.endsWith('.parquet') && !kept.has(path)) rmSync(path, { force: true })
    }
  }
}
