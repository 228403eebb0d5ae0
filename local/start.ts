import { roles } from '../core/api/role.ts'
import { endWith } from './end-with.ts'
import { readSettings } from './settings.ts'
import { type Stack, startStack } from './stack.ts'

const started = performance.now()

try {
  const stack = await startStack(readSettings(process.env))
  console.log(welcome(stack, (performance.now() - started) / 1000))
  let ending = false
  const endOnce = (end: () => Promise<void>) => {
    if (!ending) void end()
    ending = true
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => endOnce(() => end(stack)))
  stack.engineEnded.then(words => endOnce(() => giveUp(stack, words)))
} catch (error) {
  endWith(error)
}

async function end(stack: Stack): Promise<void> {
  console.log(
    '\nStopping: what is being done is finished first. Ctrl-C again stops at once; nothing is lost then either.',
  )
  process.once('SIGINT', () => process.exit(130))
  await stack.stop()
  process.exit(0)
}

/** Without its table the stack would only fail at everything: messages would use up their tries. */
async function giveUp(stack: Stack, words: string): Promise<void> {
  console.error(
    `The table's engine (${stack.engine.name}) ended: ${words}\nThe stack stops. Start it again; what was acknowledged is kept.`,
  )
  await stack.stop()
  process.exit(1)
}

function welcome({ url, smtpPort, dataDir, sentMail, engine, announced }: Stack, seconds: number): string {
  const lines = [
    `Throughline is ready (${seconds.toFixed(1)} s).`,
    '',
    `  console     ${url}`,
    `  API         ${url}/v1            described at ${url}/openapi.json`,
    `  mail        smtp://127.0.0.1:${smtpPort}             for support@localhost`,
    `  sent mail   ${sentMail}`,
    `  webhooks    ${url}/webhooks/twilio/voice`,
    `              ${url}/webhooks/meta`,
    `              ${url}/webhooks/x`,
    `              ${url}/webhooks/contacts/local`,
    '',
    `  data        ${dataDir}`,
    `  secrets     ${dataDir}/secrets.json   (what webhooks are signed with)`,
    `  logs        ${dataDir}/logs`,
    `  table       ${engine.name}: ${engine.why}`,
    '',
    'In the console, sign in as anybody. Programs sign in with a token:',
    ...roles.map(role => `  npm run --silent token -- ${role}`),
    '',
    `  curl -H "Authorization: Bearer $(npm run --silent token -- agent)" "${url}/v1/customers?identifier=email:alice@example.com"`,
    '',
    ...(announced > 0 ? [`${announced} payloads of the last run were taken up again.`, ''] : []),
    'Ctrl-C stops it. What was acknowledged is kept, also after kill -9.',
  ]
  return lines.join('\n')
}
