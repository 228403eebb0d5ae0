import type { DynamoEngine } from '../../engines/dynoxide.ts'
import type { CheckpointFile } from './checkpoint-file.ts'

const everyMs = 60_000

/** Has the engine forget, once a minute, what every reader of a table's stream has taken. */
export class StreamTrim {
  #timer: NodeJS.Timeout

  constructor({ trimStream }: DynamoEngine, readers: { table: string; checkpoints: CheckpointFile }[]) {
    const tables = Map.groupBy(readers, ({ table }) => table)
    this.#timer = setInterval(() => {
      for (const [table, ofTable] of tables) {
        const taken = lowest(ofTable.map(({ checkpoints }) => checkpoints.lowest()))
        if (taken !== undefined) trimStream?.(table, taken, Math.floor(Date.now() / 1000))
      }
    }, everyMs)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

/** Undefined when one reader has taken nothing yet. */
function lowest(sequences: (string | undefined)[]): string | undefined {
  const known = sequences.filter(sequence => sequence !== undefined)
  if (known.length < sequences.length) return undefined
  return known.sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))[0]
}
