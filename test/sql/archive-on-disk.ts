import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { parquetFile } from '../../adapters/parquet/parquet-file.ts'
import { datasets, partitionKey } from '../../core/archive/datasets.ts'
import type { ArchiveFiles } from '../../core/archive/store.ts'
import { composeQuery } from '../../core/archive/views.ts'
import { DuckSession } from '../../local/sql/duck-session.ts'
import { archivedWorld } from '../archive/archived-world.ts'
import { tempDir } from '../local/temp-dir.ts'

/** Files of the archive in a folder, as they would lie in the bucket. */
export function filesIn(folder: string): { store: ArchiveFiles; filesOf: (dataset: string) => string[] } {
  const paths = new Set<string>()
  const replace: ArchiveFiles['replace'] = async (partition, rows) => {
    const path = join(folder, partitionKey(partition))
    const bytes = await parquetFile(datasets[partition.dataset].columns, rows)
    mkdirSync(dirname(path), { recursive: true })
    if (bytes === undefined) rmSync(path, { force: true })
    else writeFileSync(path, bytes)
    if (bytes === undefined) paths.delete(path)
    else paths.add(path)
  }
  return { store: { replace }, filesOf: dataset => [...paths].filter(path => path.includes(`/archive/${dataset}/`)) }
}

/** A company whose archive can be asked. */
export function askedWorld() {
  const folder = tempDir()
  const { store, filesOf } = filesIn(folder)
  const world = archivedWorld(undefined, store)
  const open = async () => {
    const session = await DuckSession.open({ folder, memoryMegabytes: 200, threads: 1 }, filesOf)
    onTestFinished(() => session.close())
    return session
  }
  /** Rows of what is asked now, as those see it who may see personal data, or may not. */
  const ask = async (sql: string, masked = false) => {
    const composed = composeQuery(sql, masked)
    if ('refusal' in composed) throw new Error(composed.refusal)
    return (await (await open()).ask(composed.sql, 1000)).rows
  }
  const archive = async () => {
    await world.note()
    await world.write()
  }
  return { ...world, folder, filesOf, open, ask, archive }
}
