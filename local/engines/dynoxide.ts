import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { damaged } from '../data/damaged.ts'
import { StartError } from '../start-error.ts'
import { freePort } from './free-port.ts'
import { addStreamIndexes, trimStream } from './stream-indexes.ts'
import { startTethered, type Tethered } from './tethered.ts'

/** A DynamoDB that answers at `endpoint`. `stop` ends it if we started it. */
export type DynamoEngine = {
  name: string
  endpoint: string
  stop: () => Promise<void>
  /** Resolves with its last words when the engine has ended; absent for one that we did not start. */
  ended?: Promise<string>
  /** Forgets old records of a table's stream before a sequence number, where the engine does not do that itself. */
  trimStream?: (table: string, sequence: string, nowSeconds: number) => void
}

/** The path of the Dynoxide binary for this machine, or undefined where none is published. */
export function dynoxideBinary(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`)
  } catch {
    return undefined
  }
}

/**
 * Starts Dynoxide (DynamoDB on SQLite) on 127.0.0.1 with its database in `dataDir`, always on disk: in memory it would
 * need another set of indexes. It dies with this process. Throws `StartError` when it does not come up.
 */
export async function startDynoxide({ dataDir, port }: { dataDir: string; port?: number }): Promise<DynamoEngine> {
  const binary = dynoxideBinary()
  if (binary === undefined) throw new StartError(`There is no Dynoxide binary for ${process.platform}-${process.arch}`)
  mkdirSync(dataDir, { recursive: true })
  const database = join(dataDir, 'dynoxide.db')
  const chosen = port ?? (await freePort())
  const engine = startTethered(binary, ['--host', '127.0.0.1', '--port', `${chosen}`, '--db-path', database])
  await listening(engine, database)
  await index(engine, database)
  return {
    name: 'Dynoxide',
    endpoint: `http://127.0.0.1:${chosen}`,
    stop: engine.stop,
    ended: engine.ended,
    trimStream: (table, sequence, nowSeconds) => trimStream(database, table, sequence, nowSeconds),
  }
}

async function index(engine: Tethered, database: string): Promise<void> {
  try {
    addStreamIndexes(database)
  } catch (error) {
    await engine.stop()
    throw damaged(database, error)
  }
}

/** Dynoxide says on standard error when it listens, and exits at once when it cannot. */
async function listening(engine: Tethered, database: string): Promise<void> {
  let ended: string | undefined
  engine.ended.then(output => {
    ended = output
  })
  const deadline = performance.now() + 15_000
  while (!engine.output().includes('listening on')) {
    if (ended !== undefined) throw damaged(database, `the table's engine (Dynoxide) says: ${ended}`)
    if (performance.now() > deadline) {
      await engine.stop()
      throw new StartError(`The table's engine (Dynoxide) was not ready within 15 s on ${database}`)
    }
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
