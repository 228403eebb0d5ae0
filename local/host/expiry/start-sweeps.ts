import type { DynamoEngine } from '../../engines/dynoxide.ts'
import type { LocalAws } from '../../proxy/start-aws.ts'
import type { Report } from '../../report.ts'
import { ExpirySweep } from './expiry-sweep.ts'

const everyMs = 5_000

/** A sweep for each table of the app whose items may end. */
export function startSweeps({ app, host }: LocalAws, dynamo: DynamoEngine, report: Report): ExpirySweep[] {
  const target = { endpoint: dynamo.endpoint, accessKeyId: host.accessKeyId }
  const now = () => Math.floor(Date.now() / 1000)
  return app.tables.flatMap(table =>
    table.timeToLive === undefined
      ? []
      : [new ExpirySweep({ target, table, timeToLive: table.timeToLive, now, everyMs, report })],
  )
}
