import { join } from 'node:path'
import type { DynamoEngine } from '../../engines/dynoxide.ts'
import type { LocalAws } from '../../proxy/start-aws.ts'
import type { Report } from '../../report.ts'
import { StartError } from '../../start-error.ts'
import type { PoolOf } from '../functions/start-functions.ts'
import { CheckpointFile } from './checkpoint-file.ts'
import { StreamPoller } from './stream-poller.ts'
import { StreamReader } from './stream-reader.ts'
import { StreamTrim } from './stream-trim.ts'

export type StreamSettings = {
  aws: LocalAws
  dynamo: DynamoEngine
  dataDir: string
  poolOf: PoolOf
  report: Report
}

/** A poller for each function that reads a table's changes, and what forgets the changes that all have read. */
export function startStreamPollers(settings: StreamSettings): (StreamPoller | StreamTrim)[] {
  const { aws, dynamo, dataDir, poolOf, report } = settings
  const target = { endpoint: dynamo.endpoint, accessKeyId: aws.host.accessKeyId }
  const readers = aws.app.streamSources.map(source => {
    const streamArn = aws.streams.get(source.table)
    if (streamArn === undefined) throw new StartError(`The table ${source.table} has no stream for ${source.function}.`)
    const file = join(dataDir, 'checkpoints', `${source.function}.${source.table}.json`)
    const checkpoints = new CheckpointFile(file, streamArn)
    return { source, table: source.table, checkpoints, reader: new StreamReader(target, streamArn) }
  })
  const pollers = readers.map(
    reader => new StreamPoller({ ...reader, pool: poolOf(reader.source.function), send: aws.queues.send, report }),
  )
  return [...pollers, new StreamTrim(dynamo, readers)]
}
