import { startDynoxide } from '../../../local/engines/dynoxide.ts'
import { freePort } from '../../../local/engines/free-port.ts'
import { type HostSettings, startHost } from '../../../local/host/start-host.ts'
import { startAws } from '../../../local/proxy/start-aws.ts'
import { readLocalApp } from '../../../local/template/local-app.ts'

export type StackOptions = Partial<
  Pick<HostSettings, 'verifyToken' | 'concurrency' | 'retryAfterSeconds' | 'extraRoute' | 'report' | 'socketLimits'>
>

/** An app run by the host on real engines, in this process. */
export async function startStack(folder: string, dataDir: string, options: StackOptions = {}) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const dynamo = await startDynoxide({ dataDir })
  const readApp = (aws: string) => readLocalApp(folder, { aws, publicUrl: url, issuer: url, audience: 'local' })
  const aws = await startAws({
    ...{ dataDir, fsync: 'normal', dynamo, readApp },
    ...(options.report && { report: options.report }),
  })
  const defaults = { verifyToken: async () => undefined, retryAfterSeconds: () => 0 }
  const host = await startHost({ ...defaults, aws, dynamo, dataDir, port, ...options })
  const stop = async () => {
    await host.stop()
    await aws.stop()
    await dynamo.stop()
  }
  return { url, aws, dynamo, stop }
}
