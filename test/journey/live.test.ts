import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as z from 'zod'
import type { LiveEvent } from '../../core/live/event.ts'
import { type Following, followingFrom, hear, reconnected } from '../../core/live/follow.ts'
import { type ServerMessage, serverMessageSchema } from '../../core/live/message.ts'
import { apiOf, eventually } from './api-client.ts'
import { type Role, type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

const ticketSchema = z.object({
  ticket: z.string(),
  expiresAt: z.iso.datetime(),
  url: z.string(),
  position: z.string(),
})

const mailFrom = (name: string, n = 0): string =>
  [
    `From: ${name} Archer <${name}@example.com>`,
    'To: support@localhost',
    `Subject: matter ${n} of ${name}`,
    `Message-ID: <${name}-${n}@example.com>`,
    'Date: Mon, 02 Mar 2026 09:00:00 +0000',
    '',
    `secret words of ${name}`,
    '',
  ].join('\r\n')

let stack: RunningStack
let send: ReturnType<typeof sendersTo>
beforeAll(async () => {
  stack = await runStack()
  send = sendersTo(stack)
})
afterAll(() => stack.stop())

async function ticketFor(role: Role) {
  const response = await apiOf(stack).call('POST', '/v1/live/tickets', role)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return ticketSchema.parse(await response.json())
}

/** The status with which the handshake ended: 101 when the connection was made. */
async function handshake(url: string): Promise<{ status: number; socket: WebSocket }> {
  const socket = new WebSocket(url)
  socket.on('error', () => socket.close())
  const refused = new Promise<number>(resolve => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
  })
  const opened = once(socket, 'open').then(
    () => 101,
    () => 0,
  )
  return { status: await Promise.race([opened, refused]), socket }
}

/** A console: it keeps what it was told, and resumes from where it stood. */
function consoleOf(role: Role) {
  let following: Following = followingFrom()
  let socket: WebSocket | undefined
  const told: LiveEvent[] = []
  const heard: ServerMessage[] = []
  const hearMessage = (text: string) => {
    const message = serverMessageSchema.parse(JSON.parse(text))
    const { next, events } = hear(following, message)
    following = next
    heard.push(message)
    told.push(...events)
  }
  const say = (message: object) => socket?.send(JSON.stringify(message))
  const until = (type: ServerMessage['type']) =>
    eventually(async () => expect(heard.map(message => message.type)).toContain(type), 20)
  return {
    told,
    heard,
    say,
    until,
    comeBack: async (topics: string[]) => {
      const { url } = await ticketFor(role)
      const connected = await handshake(url)
      expect(connected.status).toBe(101)
      socket = connected.socket
      socket.on('message', data => hearMessage(`${data}`))
      heard.length = 0
      following = reconnected(following)
      say({ type: 'subscribe', topics })
      await until('subscribed')
      if (following.position !== undefined && following.resuming) {
        say({ type: 'resume', after: following.position })
        await until('resumed')
      }
    },
    leave: () => socket?.terminate(),
  }
}

type Console = ReturnType<typeof consoleOf>

async function consoleFor(role: Role, topics: string[]): Promise<Console> {
  const made = consoleOf(role)
  await made.comeBack(topics)
  onTestFinished(() => void made.leave())
  return made
}

const newContacts = ({ told }: Console) =>
  told.flatMap(event => (event.type === 'contact' && event.change === 'new' ? [event] : []))

/** The titles of the mails of somebody that it was told of; a replay begins a little before the console came. */
const titlesOf = (console: Console, name: string): string[] =>
  newContacts(console)
    .flatMap(({ title }) => (title?.endsWith(` of ${name}`) ? [title] : []))
    .sort()

describe('live', () => {
  test('a ticket lets one connection in, once', async () => {
    const { url, ticket } = await ticketFor('agent')
    expect(url).toBe(`${stack.url.replace('http', 'ws')}/live?ticket=${ticket}`)
    const first = await handshake(url)
    onTestFinished(() => first.socket.terminate())
    expect(first.status).toBe(101)
    expect((await handshake(url)).status).toBe(401)
    expect((await handshake(url.replace(ticket, 'x'.repeat(43)))).status).toBe(401)
    expect((await fetch(`${stack.url}/v1/live/tickets`, { method: 'POST' })).status).toBe(401)
  })

  test('an agent hears of a mail, and of its conversation, with what the queue shows', async () => {
    const agent = await consoleFor('agent', ['queue'])
    await send.mail(mailFrom('alice'))
    await eventually(async () => expect(newContacts(agent)).toHaveLength(1), 20)
    const [contact] = newContacts(agent)
    expect(contact).toMatchObject({ channel: 'email', direction: 'inbound', title: 'matter 0 of alice' })
    await eventually(async () => {
      const conversation = agent.told.find(({ type }) => type === 'conversation')
      expect(conversation).toMatchObject({ status: 'open', title: 'matter 0 of alice' })
    }, 20)
    expect(JSON.stringify(agent.told)).not.toContain('secret words')
  })

  test('marketing hears that something came, and not from whom or about what', async () => {
    const marketing = await consoleFor('marketing', ['all', 'queue'])
    expect(marketing.heard).toMatchObject([{ type: 'subscribed', topics: ['all'], refused: ['queue'] }])
    await send.mail(mailFrom('berta'))
    await eventually(async () => expect(newContacts(marketing)).toHaveLength(1), 20)
    expect(new Set(marketing.told.map(({ type }) => type))).not.toContain('conversation')
    expect(JSON.stringify(marketing.told)).not.toMatch(/berta|archer|matter 0|secret/i)
  })

  test('colleagues see who looks at the same customer', async () => {
    await send.mail(mailFrom('clara'))
    const api = apiOf(stack)
    const customer = await eventually(async () => {
      const [found] = await api.customersOf('email:clara@example.com')
      return z.string().parse(found?.id)
    })
    const [looking, watching] = [
      await consoleFor('agent', ['queue']),
      await consoleFor('social', [`customer:${customer}`]),
    ]
    looking.say({ type: 'presence', at: customer, state: 'typing' })
    const presence = { type: 'presence', where: customer, who: { subject: 'agent' } }
    await eventually(async () => expect(watching.told).toMatchObject([{ ...presence, state: 'typing' }]), 20)
    looking.leave()
    await eventually(
      async () => expect(watching.told).toMatchObject([{ state: 'typing' }, { ...presence, state: 'gone' }]),
      20,
    )
    await eventually(async () => {
      const audit = await (await api.call('GET', `/v1/customers/${customer}/audit`, 'operator')).text()
      expect(audit).toContain('live.read')
    })
  })

  test('a console that was away hears, when it is back, what it missed', async () => {
    const agent = await consoleFor('agent', ['queue'])
    await send.mail(mailFrom('dana', 0))
    await eventually(async () => expect(newContacts(agent)).toHaveLength(1), 20)
    agent.leave()
    for (const n of [1, 2, 3]) await send.mail(mailFrom('dana', n))
    const other = await consoleFor('agent', ['queue'])
    await send.mail(mailFrom('dana', 4))
    await eventually(async () => expect(newContacts(other).map(({ title }) => title)).toContain('matter 4 of dana'), 20)
    await agent.comeBack(['queue'])
    const titles = [0, 1, 2, 3, 4].map(n => `matter ${n} of dana`)
    await eventually(async () => expect(titlesOf(agent, 'dana')).toEqual(titles), 20)
    expect(new Set(agent.told.map(({ id }) => id)).size).toBe(agent.told.length)
  })

  test('kill -9 and a start: who comes back has missed nothing', { timeout: 120_000 }, async () => {
    const agent = await consoleFor('agent', ['queue'])
    await send.mail(mailFrom('erin', 0))
    await eventually(async () => expect(newContacts(agent)).toHaveLength(1), 20)
    for (const n of [1, 2, 3, 4]) await send.mail(mailFrom('erin', n))
    await stack.kill()
    await stack.restart()
    await send.mail(mailFrom('erin', 5))
    await agent.comeBack(['queue'])
    const titles = [0, 1, 2, 3, 4, 5].map(n => `matter ${n} of erin`)
    await eventually(async () => expect(titlesOf(agent, 'erin')).toEqual(titles), 40)
  })
})
