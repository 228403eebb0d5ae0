import { closeSync, constants, existsSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
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
  #length: number
  readonly isNew: boolean

  constructor(path: string, streamArn: string) {
    this.#path = path
    mkdirSync(dirname(path), { recursive: true })
    const kept = readCheckpoint(path)
    this.#length = existsSync(path) ? statSync(path).size : 0
    this.isNew = kept?.streamArn !== streamArn
    this.#state = kept?.streamArn === streamArn ? kept : { streamArn, shards: {} }
  }

  get = (shard: string): string | undefined => this.#state.shards[shard]

  /** The lowest number that a shard was delivered up to; undefined before the first. */
  lowest = (): string | undefined =>
    Object.values(this.#state.shards).sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))[0]

  /**
   * Written when it returns, so that a kill -9 right after repeats nothing. In place, with blanks over what an earlier
   * one left: to swap files makes the file system write out at once, a hundred times what this costs.
   */
  set(shard: string, sequenceNumber: string): void {
    this.#state.shards[shard] = sequenceNumber
    const text = JSON.stringify(this.#state)
    this.#length = Math.max(this.#length, text.length)
    const file = openSync(this.#path, constants.O_WRONLY | constants.O_CREAT)
    try {
      writeSync(file, text.padEnd(this.#length), 0)
    } finally {
      closeSync(file)
    }
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
