import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'

/** Up to which sequence number each shard of a stream was delivered. */
const checkpointSchema = z.object({ streamArn: z.string(), shards: z.record(z.string(), z.string()) })

export type Checkpoint = z.infer<typeof checkpointSchema>

/**
 * Where a reader of a stream stands, over restarts. A file that is missing, damaged or of another stream counts as
 * none: then the stream is read from its beginning, and consumers see changes again, which they must bear anyway.
 */
export class CheckpointFile {
  #path: string
  #state: Checkpoint
  readonly isNew: boolean

  constructor(path: string, streamArn: string) {
    this.#path = path
    mkdirSync(dirname(path), { recursive: true })
    const kept = readCheckpoint(path)
    this.isNew = kept?.streamArn !== streamArn
    this.#state = kept?.streamArn === streamArn ? kept : { streamArn, shards: {} }
  }

  get = (shard: string): string | undefined => this.#state.shards[shard]

  /** The lowest number that a shard was delivered up to; undefined before the first. */
  lowest = (): string | undefined =>
    Object.values(this.#state.shards).sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))[0]

  /** Written when it returns, so that a kill -9 right after repeats nothing. */
  set(shard: string, sequenceNumber: string): void {
    this.#state.shards[shard] = sequenceNumber
    writeFileSync(`${this.#path}.new`, JSON.stringify(this.#state))
    renameSync(`${this.#path}.new`, this.#path)
  }
}

function readCheckpoint(path: string): Checkpoint | undefined {
  if (!existsSync(path)) return undefined
  const parsed = checkpointSchema.safeParse(parseJson(readFileSync(path, 'utf8')))
  return parsed.success ? parsed.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
