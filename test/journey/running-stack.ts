import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { freePort } from '../../local/engines/free-port.ts'
import { root } from '../architecture/source-files.ts'

const secretsSchema = z.looseObject({
  twilio: z.looseObject({ authToken: z.string() }),
  meta: z.looseObject({ appSecret: z.string(), verifyToken: z.string() }),
  x: z.looseObject({ consumerSecret: z.string() }),
  contacts: z.record(z.string(), z.string()),
})

export type Role = 'agent' | 'social' | 'marketing' | 'operator' | 'admin'

/** `npm start` in a process and on a data directory of its own, used as a stranger would: by its addresses only. */
export type RunningStack = {
  url: string
  smtpPort: number
  dataDir: string
  token: (role: Role) => string
  secrets: () => z.infer<typeof secretsSchema>
  /** Puts what answering on a network needs into the secrets of the sources. */
  connect: (network: 'x' | 'meta' | 'twilio', access: Record<string, unknown>) => void
  /** kill -9, and all that hangs on it. */
  kill: () => Promise<void>
  /** Ctrl-C. */
  end: () => Promise<void>
  /** Starts again on the same directory and the same ports. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

export async function runStack(): Promise<RunningStack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-journey-'))
  const [port, smtpPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: `${port}`, SMTP_PORT: `${smtpPort}`, THROUGHLINE_DATA: dataDir, PUBLIC_URL: url }
  let child = await start(env, url)
  const tokens = new Map<Role, string>()

  return {
    url,
    smtpPort,
    dataDir,
    token: role => {
      const token = tokens.get(role) ?? makeToken(env, role)
      tokens.set(role, token)
      return token
    },
    secrets: () => readSecrets(dataDir),
    connect: (network, access) => {
      const secrets = readSecrets(dataDir)
      const connected = { ...secrets, [network]: { ...secrets[network], ...access } }
      writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify(connected), { mode: 0o600 })
    },
    kill: () => end(child, 'SIGKILL'),
    end: () => end(child, 'SIGINT'),
    restart: async () => {
      child = await start(env, url)
    },
    stop: async () => {
      await end(child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const readSecrets = (dataDir: string): z.infer<typeof secretsSchema> =>
  secretsSchema.parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')))

async function start(env: NodeJS.ProcessEnv, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['local/start.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  // A test that gave up waiting for the start must not leave a stack behind.
  process.once('exit', () => child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  child.stderr.on('data', chunk => {
    output += chunk
  })
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error(`the stack did not start:\n${output}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return child
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

function makeToken(env: NodeJS.ProcessEnv, role: Role): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['local/token.ts', role], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`no token: ${stderr}`)
  return stdout.trim()
}
