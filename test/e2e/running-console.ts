import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { apiOf } from '../../bench/demo/api.ts'
import { configurePeople } from '../../bench/demo/people.ts'
import { configureSources } from '../../bench/demo/sources.ts'
import { settingsOf } from '../../bench/world/options.ts'
import { signThroughline } from '../../core/signature/throughline.ts'
import { sourceSecretsSchema } from '../../core/webhook/source-secrets.ts'
import { readSettings } from '../../local/settings.ts'
import { type Stack, startStack } from '../../local/stack.ts'

export type RunningConsole = {
  url: string
  stack: Stack
  tell: (contacts: object[]) => Promise<void>
  /** Nothing is on its way any more. */
  quiet: () => Promise<void>
  stop: () => Promise<void>
}

/** The whole local stack with a company's people and what customers have said by now. */
export async function startConsole(said: (now: number) => object[]): Promise<RunningConsole> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-e2e-'))
  const stack = await startStack(readSettings({ PORT: '0', SMTP_PORT: '0', THROUGHLINE_DATA: dataDir }))
  const operator = await apiOf(stack, 'operator')
  await configurePeople(stack, operator)
  await configureSources(operator, settingsOf({ contacts: 1, seed: 1, days: 1, mailbox: 'support@localhost' }))
  const secrets = sourceSecretsSchema.parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')))
  const tell = async (contacts: object[]) => {
    const body = Buffer.from(JSON.stringify(contacts))
    const signature = signThroughline(body, secrets.contacts?.local ?? '', new Date())
    const headers = { 'content-type': 'application/json', 'x-throughline-signature': signature }
    const answer = await fetch(`${stack.url}/webhooks/contacts/local`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
  }
  const quiet = async () => {
    for (let times = 0; times < 5; times = stack.waiting() === 0 ? times + 1 : 0) await pause(200)
  }
  await tell(said(Date.now()))
  await quiet()
  const stop = async () => {
    await stack.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: stack.url, stack, tell, quiet, stop }
}
