import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../local/engines/free-port.ts'
import { tempDir } from './temp-dir.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `npm start` without npm, on free ports. */
function start(settings: Record<string, string>): ChildProcess & { text: () => string } {
  const env = { ...process.env, PORT: '0', SMTP_PORT: '0', ...settings }
  const child = spawn(process.execPath, ['local/start.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      text += chunk
    })
  return Object.assign(child, { text: () => text })
}

async function ready(stack: ReturnType<typeof start>): Promise<string> {
  while (!stack.text().includes('Ctrl-C stops it')) {
    if (stack.exitCode !== null) throw new Error(`the stack ended:\n${stack.text()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return /http:\/\/127\.0\.0\.1:\d+/.exec(stack.text())?.[0] ?? ''
}

/** Ends by itself, with exit code 1, and says why without a stack trace. */
async function refused(settings: Record<string, string>): Promise<string> {
  const stack = start(settings)
  const [code] = await once(stack, 'close')
  expect([code, stack.text()]).toEqual([1, expect.not.stringMatching(/^\s+at /m)])
  return stack.text()
}

test('it starts, says what runs where and how to sign in, answers, and Ctrl-C ends it', async () => {
  const dataDir = tempDir()
  const stack = start({ THROUGHLINE_DATA: dataDir })
  const url = await ready(stack)
  for (const text of ['smtp://127.0.0.1:', `${url}/webhooks/twilio/voice`, dataDir, 'token -- operator', 'Dynoxide'])
    expect(stack.text()).toContain(text)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/v1/sources`)).status).toBe(401)
  expect(await (await fetch(`${url}/.well-known/jwks.json`)).json()).toMatchObject({ keys: [{ use: 'sig' }] })
  stack.kill('SIGINT')
  expect(await once(stack, 'exit')).toEqual([0, null])
})

test('a second stack on the same data directory is refused, and takes it over once the first was killed', async () => {
  const dataDir = tempDir()
  const first = start({ THROUGHLINE_DATA: dataDir })
  await ready(first)
  expect(await refused({ THROUGHLINE_DATA: dataDir })).toContain(
    `Another stack (process ${first.pid}) works in ${dataDir}`,
  )
  first.kill('SIGKILL')
  await once(first, 'exit')
  const second = start({ THROUGHLINE_DATA: dataDir })
  expect((await fetch(`${await ready(second)}/healthz`)).status).toBe(200)
})

test('ports that are taken are named with their setting', async () => {
  const port = await freePort()
  const server = createServer().listen(port, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  for (const name of ['PORT', 'SMTP_PORT'])
    expect(await refused({ THROUGHLINE_DATA: tempDir(), [name]: `${port}` })).toMatch(
      new RegExp(`^Port ${port} cannot be used .* Set ${name} `),
    )
})

test.each(['queues/fauxqs.db', 'objects/objects.db', 'table/dynoxide.db', 'secrets.json', 'issuer-key.json'])(
  'a damaged %s is named and ends the start',
  async file => {
    const dataDir = tempDir()
    mkdirSync(dirname(join(dataDir, file)), { recursive: true })
    writeFileSync(join(dataDir, file), 'neither a database nor JSON. '.repeat(200))
    expect(await refused({ THROUGHLINE_DATA: dataDir })).toContain(join(dataDir, file))
  },
)

test('a bad setting is refused before anything starts', async () => {
  expect(await refused({ THROUGHLINE_DATA: tempDir(), PORT: 'http' })).toBe(
    'The setting PORT is "http"; it must be a port from 0 to 65535 (0: any free one).\n',
  )
})

test.skipIf(process.platform !== 'linux')('when the table’s engine dies the stack says so and ends', async () => {
  const dataDir = tempDir()
  const stack = start({ THROUGHLINE_DATA: dataDir })
  await ready(stack)
  process.kill(engineOf(dataDir), 'SIGKILL')
  expect(await once(stack, 'exit')).toEqual([1, null])
  expect(stack.text()).toContain("The table's engine (Dynoxide) ended")
})

/** The Dynoxide whose command line names the data directory. */
function engineOf(dataDir: string): number {
  const processes = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const engine = processes.find(pid => {
    const [program = '', ...args] = commandOf(pid)
    return program.endsWith('/dynoxide') && args.some(arg => arg.startsWith(dataDir))
  })
  return Number(engine)
}

function commandOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
