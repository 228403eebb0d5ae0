import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Api, apiOf } from '../../bench/demo/api.ts'
import { configurePeople } from '../../bench/demo/people.ts'
import { configureSources } from '../../bench/demo/sources.ts'
import { settingsOf } from '../../bench/world/options.ts'
import type { Role } from '../../core/api/role.ts'
import { signThroughline } from '../../core/signature/throughline.ts'
import { sourceSecretsSchema } from '../../core/webhook/source-secrets.ts'
import { issuer } from '../../local/issuer/issuer.ts'
import { signingKey } from '../../local/issuer/signing-key.ts'
import { readSettings } from '../../local/settings.ts'
import { startStack } from '../../local/stack.ts'

/** Where a stack listens and keeps its data. */
export type Place = { url: string; smtpPort: number; dataDir: string }

/** A stack of this machine, used as other systems use it. */
export type RunningConsole = Place & {
  /** Contacts that another system reports, through the signed webhook. */
  tell: (contacts: object[]) => Promise<void>
  api: (role: Role, name?: string) => Promise<Api>
}

/** What starts a stack may also wait until nothing is on its way, and stop it. */
export type OwnConsole = RunningConsole & { quiet: () => Promise<void>; stop: () => Promise<void> }

/** The stack at a place, also one that another process has started. */
export function consoleAt(place: Place): RunningConsole {
  const { url, dataDir } = place
  const tell = async (contacts: object[]) => {
    const secrets = sourceSecretsSchema.parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')))
    const body = Buffer.from(JSON.stringify(contacts))
    const signature = signThroughline(body, secrets.contacts?.local ?? '', new Date())
    const headers = { 'content-type': 'application/json', 'x-throughline-signature': signature }
    const answer = await fetch(`${url}/webhooks/contacts/local`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
  }
  const api = async (role: Role, name?: string) => apiOf({ url, issuer: issuer(await signingKey(dataDir)) }, role, name)
  return { ...place, tell, api }
}

/** The whole local stack with a company's people and what customers have said by now. */
export async function startConsole(said: (now: number) => object[]): Promise<OwnConsole> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-e2e-'))
  const stack = await startStack(readSettings({ PORT: '0', SMTP_PORT: '0', THROUGHLINE_DATA: dataDir }))
  const running = consoleAt({ url: stack.url, smtpPort: stack.smtpPort, dataDir })
  const operator = await running.api('operator')
  await configurePeople(stack, operator)
  await configureSources(operator, settingsOf({ contacts: 1, seed: 1, days: 1, mailbox: 'support@localhost' }))
  const quiet = async () => {
    for (let times = 0; times < 5; times = stack.waiting() === 0 ? times + 1 : 0) await pause(200)
  }
  // One after the other: what comes first names the matter.
  for (const contact of said(Date.now())) {
    await running.tell([contact])
    await quiet()
  }
  const stop = async () => {
    await stack.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...running, quiet, stop }
}
