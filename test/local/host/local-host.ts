import { onTestFinished } from 'vitest'
import { callAws } from '../../../local/engines/aws-json.ts'
import { startDynoxide } from '../../../local/engines/dynoxide.ts'
import { freePort } from '../../../local/engines/free-port.ts'
import { type HostSettings, startHost } from '../../../local/host/start-host.ts'
import { startAws } from '../../../local/proxy/start-aws.ts'
import { readLocalApp } from '../../../local/template/local-app.ts'
import { tempDir } from '../temp-dir.ts'

type More = Partial<Pick<HostSettings, 'verifyToken' | 'concurrency' | 'retryAfterSeconds' | 'extraRoute'>>

/** An app run by the host on real engines. `stop` and another call with the same data directory is a restart. */
export async function localHost(folder: string, more: More = {}, dataDir = tempDir()) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const lines: string[] = []
  const report = (line: string) => void lines.push(line)
  const dynamo = await startDynoxide({ dataDir })
  const readApp = (aws: string) => readLocalApp(folder, { aws, publicUrl: url, issuer: url, audience: 'local' })
  const aws = await startAws({ dataDir, fsync: 'normal', dynamo, readApp, report })
  const defaults = { verifyToken: async () => undefined, retryAfterSeconds: () => 0 }
  const host = await startHost({ ...defaults, aws, dynamo, dataDir, port, report, ...more })
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await host.stop()
    await aws.stop()
    await dynamo.stop()
  }
  onTestFinished(stop)
  const dynamoDb = (operation: string, input: object): Promise<unknown> =>
    callAws({ endpoint: dynamo.endpoint, accessKeyId: 'test' }, `DynamoDB_20120810.${operation}`, {
      TableName: 'timeline',
      ...input,
    })
  return { url, aws, dataDir, lines, dynamoDb, stop }
}
