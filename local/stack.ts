import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../adapters/dynamodb/dynamo-table.ts'
import { sourceStore } from '../adapters/dynamodb/source-store.ts'
import { builtConsole } from '../console/build/built-console.ts'
import { synthesizedApp } from './app/synthesize.ts'
import { lockData } from './data/lock.ts'
import { readSecrets } from './data/secrets-file.ts'
import { account } from './engines/account.ts'
import { startDynamoEngine } from './engines/dynamodb.ts'
import { freePort } from './engines/free-port.ts'
import { startHost } from './host/start-host.ts'
import { type Issuer, issuer } from './issuer/issuer.ts'
import { signingKey } from './issuer/signing-key.ts'
import { ownRoutes } from './own-routes.ts'
import { type LocalAws, startAws } from './proxy/start-aws.ts'
import type { Settings } from './settings.ts'
import { mailboxes } from './smtp/mailboxes.ts'
import { startSmtpDoor } from './smtp/smtp-door.ts'
import { StartError } from './start-error.ts'
import { startInTurn } from './start-in-turn.ts'
import { readLocalApp } from './template/local-app.ts'

/** The stack of this machine, ready. */
export type Stack = {
  url: string
  smtpPort: number
  dataDir: string
  /** Where sent mail lies, or which server it is handed to. */
  sentMail: string
  engine: { name: string; why: string }
  /** Resolves with its last words when the table's engine ends, which it does by itself only in trouble. */
  engineEnded: Promise<string>
  issuer: Issuer
  /** How many stored payloads of an earlier run, whose event had not been sent, were announced at this start. */
  announced: number
  /** How many messages are in the queues, or in the hands of functions. */
  waiting: () => number
  /** Runs a function now that runs by the clock. */
  runNow: (name: string) => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the whole of it: the table's engine, objects, queues and secrets behind the access proxy, the functions of the
 * synthesized app, and the SMTP door. What was started is stopped again when a later part fails.
 */
export const startStack = (settings: Settings): Promise<Stack> =>
  startInTurn(onStop => {
    onStop(lockData(settings.dataDir))
    return startParts(settings, onStop)
  })

async function startParts(
  settings: Settings,
  onStop: (stop: () => Promise<void> | void) => void,
): Promise<Omit<Stack, 'stop'>> {
  const { dataDir, fsync, dynamoEndpoint } = settings
  readSecrets(dataDir)
  const [app, tokens, consoleFolder] = await Promise.all([
    synthesizedApp(),
    signingKey(dataDir).then(issuer),
    builtConsole(),
  ])
  const dynamo = await startDynamoEngine(dataDir, dynamoEndpoint)
  onStop(dynamo.stop)
  const port = settings.port === 0 ? await freePort() : settings.port
  const publicUrl = settings.publicUrl ?? `http://127.0.0.1:${port}`
  const addresses = { publicUrl, issuer: publicUrl, audience: 'throughline-local' }
  const readApp = (aws: string) => readLocalApp(app, { ...addresses, aws })
  const aws = await startAws({ dataDir, fsync, dynamo, readApp, smtpRelay: settings.smtpRelay })
  onStop(aws.stop)
  const extraRoute = ownRoutes({ tokens, aws, tableEndpoint: dynamo.endpoint, publicUrl, consoleFolder })
  const host = await startHost({ aws, dynamo, dataDir, port, verifyToken: tokens.verify, extraRoute })
  onStop(host.stop)
  const smtp = await openSmtpDoor(settings, aws, dynamo.endpoint)
  onStop(smtp.stop)
  const engine = { name: dynamo.name, why: dynamo.why }
  const engineEnded = dynamo.ended ?? new Promise<string>(() => undefined)
  const waiting = () => aws.app.queues.reduce((sum, { name }) => sum + messagesIn(aws, name), 0)
  const { announced, sentMail } = aws
  return {
    url: host.url,
    smtpPort: smtp.port,
    dataDir,
    sentMail,
    engine,
    engineEnded,
    issuer: tokens,
    announced,
    waiting,
    runNow: host.runNow,
  }
}

function messagesIn({ queues }: LocalAws, name: string): number {
  const { waiting, inFlight, delayed } = queues.depth(name) ?? { waiting: 0, inFlight: 0, delayed: 0 }
  return waiting + inFlight + delayed
}

/** Mail goes where SES would put it: into the intake bucket, by the front that announces what it stored. */
async function openSmtpDoor({ smtpPort }: Settings, aws: LocalAws, endpoint: string) {
  const bucket = aws.app.buckets.find(({ notifications }) => notifications.length > 0)
  const table = aws.app.tables[0]
  if (bucket === undefined || table === undefined)
    throw new StartError('The template has no intake bucket or no table.')
  const client = new DynamoDBClient({ endpoint, region: account.region, credentials: aws.host })
  const mailboxOf = mailboxes(sourceStore(dynamoTable(client, table.name)), Date.now)
  const store = async (key: string, bytes: Uint8Array) => {
    const received = await aws.store.receive(once(bytes))
    await aws.store.put({ bucket: bucket.name, key, contentType: 'message/rfc822', metadata: {} }, received, Date.now())
  }
  return startSmtpDoor({ port: smtpPort, mailboxOf, store })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
