import { account, arnOf } from '../../engines/account.ts'
import type { Report } from '../../report.ts'
import type { StreamSource } from '../../template/event-sources.ts'
import type { FunctionPool } from '../functions/function-pool.ts'
import { Loop } from '../loop.ts'
import type { CheckpointFile } from './checkpoint-file.ts'
import { type Delivery, deliverBatch } from './deliver-batch.ts'
import { failureNote } from './failure-note.ts'
import { matchesFilter } from './matches-filter.ts'
import type { Position, StreamReader, StreamRecord } from './stream-reader.ts'

export type StreamPollerSettings = {
  source: StreamSource
  reader: StreamReader
  checkpoints: CheckpointFile
  pool: FunctionPool
  /** Puts a message into a queue by its name. */
  send: (queue: string, body: string) => void
  report: Report
}

/** How long to wait for changes after there were none: a call takes the engine 0.7 ms. */
const idleMs = 100

/** How long to gather changes when there were few: each batch costs a call, an event and a checkpoint. */
const gatherMs = 40

/** Records that one call gives at most (GetRecords, Amazon DynamoDB Streams API reference): a filter passes over most of them. */
const mostRecords = 1000

/** Feeds a function with the changes of a table, in their order, each at least once, from where it stood at the last stop. */
export class StreamPoller {
  #settings: StreamPollerSettings
  #loop = new Loop()

  constructor(settings: StreamPollerSettings) {
    this.#settings = settings
    this.#loop.run(() => this.#run())
  }

  stop(): Promise<void> {
    return this.#loop.stop()
  }

  async #run(): Promise<void> {
    const { source, report } = this.#settings
    while (!this.#loop.isStopped) {
      try {
        await this.#readShards()
      } catch (error) {
        if (this.#loop.isStopped) return
        report(`The changes of ${source.table} cannot be read: ${error instanceof Error ? error.message : error}`)
        await this.#loop.wait(1000)
      }
    }
  }

  /** Reads the shards one after the other, the open one until it closes. */
  async #readShards(): Promise<void> {
    for (const { id, last } of await this.#settings.reader.shards()) {
      let iterator: string | undefined = await this.#settings.reader.iterator(id, this.#position(id, last))
      while (iterator !== undefined && !this.#loop.isStopped) iterator = await this.#readOn(id, iterator)
    }
    await this.#loop.wait(idleMs)
  }

  /** A checkpoint beyond the end is of records that the engine forgot, after which it counts from one again. */
  #position(shard: string, last: string | undefined): Position {
    const { checkpoints, source } = this.#settings
    const after = checkpoints.get(shard)
    if (after === undefined) return checkpoints.isNew && !source.fromBeginning ? 'end' : 'beginning'
    return last !== undefined && BigInt(after) > BigInt(last) ? 'beginning' : { after }
  }

  async #readOn(shard: string, iterator: string): Promise<string | undefined> {
    const { reader, source } = this.#settings
    const limit = source.patterns.length > 0 ? mostRecords : source.batchSize
    const { records, next } = await reader.read(iterator, limit)
    if (records.length > 0) await this.#deliver(shard, records)
    if (records.length < limit && next !== undefined) await this.#loop.wait(records.length > 0 ? gatherMs : idleMs)
    return next
  }

  /** Records that the source filters out are done with when those before them are. */
  async #deliver(shard: string, records: StreamRecord[]): Promise<void> {
    const { source, checkpoints } = this.#settings
    const wanted = records.filter(record => matchesFilter(source.patterns, record))
    const last = records.at(-1)
    for (let at = 0; at < wanted.length; at += source.batchSize) {
      if (!(await deliverBatch(this.#delivery(shard), wanted.slice(at, at + source.batchSize)))) return
    }
    if (last === undefined) return
    if (wanted.at(-1) !== last) checkpoints.set(shard, last.dynamodb.SequenceNumber)
  }

  #delivery(shard: string): Delivery {
    const { source, checkpoints } = this.#settings
    return {
      source,
      invoke: records => this.#invoke(records),
      done: last => checkpoints.set(shard, last.dynamodb.SequenceNumber),
      giveUp: (records, tries) => this.#giveUp(shard, records, tries),
      again: tries => this.#loop.wait(Math.min(5000, 50 * 2 ** tries)),
    }
  }

  async #invoke(records: StreamRecord[]): Promise<unknown> {
    const { pool, reader, report } = this.#settings
    const eventSourceARN = reader.streamArn
    const stamped = records.map(record => ({ ...record, awsRegion: account.region, eventSourceARN }))
    try {
      return await pool.invoke({ Records: stamped })
    } catch (error) {
      if (!this.#loop.isStopped) report(error instanceof Error ? error.message : `${error}`)
      throw error
    }
  }

  #giveUp(shard: string, records: StreamRecord[], tries: number): void {
    const { source, reader, send, report } = this.#settings
    report(`${source.function}: ${records.length} changes of ${source.table} were given up after ${tries} tries`)
    if (source.failureQueue === undefined) return
    const functionArn = arnOf('lambda', `function:${source.function}`)
    send(
      source.failureQueue,
      JSON.stringify(failureNote({ functionArn, streamArn: reader.streamArn, shard, records, tries })),
    )
  }
}
