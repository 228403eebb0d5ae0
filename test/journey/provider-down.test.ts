import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { startX } from '../../bench/networks/x.ts'
import { shownReplySchema } from '../../core/api/reply.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

/** How long nobody is there: a moment, so that the journey can be walked often; an hour takes an hour. */
const downSeconds = Number(process.env.THROUGHLINE_DOWN_SECONDS ?? 15)
/** A quarter of an hour lies between two tries at most. */
const patience = downSeconds + 960

let stack: RunningStack
let x: Loopback
let line: Server
let port = 0
beforeAll(async () => {
  x = await startX({ userId: '100', token: 'token-of-the-shop' })
  port = await listening(0)
  await hangUp()
  stack = await runStack()
  stack.connect('x', { userId: '100', userToken: 'token-of-the-shop', apiUrl: `http://127.0.0.1:${port}` })
})
afterAll(async () => {
  await stack.stop()
  await hangUp()
  await x.close()
})

/** The line to the network: while it is cut, nobody answers at its port. */
async function listening(at: number): Promise<number> {
  const { port: there } = new URL(x.url)
  line = createServer(near => {
    const far = connect(Number(there), '127.0.0.1')
    near.pipe(far).pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  await once(line.listen(at, '127.0.0.1'), 'listening')
  return z.object({ port: z.number() }).parse(line.address()).port
}

async function hangUp(): Promise<void> {
  if (line.listening) await once(line.close(), 'close')
}

const mention = {
  for_user_id: '100',
  tweet_create_events: [
    {
      ...{ id_str: '1', text: '@shop my parcel has not been delivered' },
      created_at: new Date().toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4'),
      user: { id_str: '200', screen_name: 'alice_archer' },
      entities: { user_mentions: [{ id_str: '100', screen_name: 'shop' }] },
    },
  ],
}

test('an answer waits while nobody is there, says so, and is sent once when somebody is', {
  timeout: patience * 1000 + 120_000,
}, async () => {
  const [api, send] = [apiOf(stack), sendersTo(stack)]
  await send.x(mention)
  const conversation = await eventually(async () => {
    const [open] = (await api.customersOf('x:200'))[0]?.openConversations ?? []
    if (open === undefined) throw new Error('nothing is open')
    return open.id
  })
  const body = { text: 'It left our house today.', undoSeconds: 0 }
  const given = await api.call('POST', `/v1/conversations/${conversation}/reply`, 'agent', body)
  const { id } = shownReplySchema.parse(await given.json())
  const standing = () => api.read(`/v1/replies/${id}`, shownReplySchema)

  const until = Date.now() + downSeconds * 1000
  await eventually(async () => expect((await standing()).trouble?.advice).toMatch(/\.$/))
  while (Date.now() < until) {
    const { status, nextAt } = await standing()
    expect(['waiting', 'sending']).toContain(status)
    if (nextAt !== undefined) expect(Date.parse(nextAt) - Date.now()).toBeLessThanOrEqual(900_000)
    await new Promise(resolve => setTimeout(resolve, Math.min(1000, Math.max(0, until - Date.now()))))
  }
  expect(x.sent).toEqual([])

  await listening(port)
  const sent = await eventually(async () => {
    const reply = await standing()
    expect(reply.status).toBe('sent')
    return reply
  }, patience)
  expect(sent).not.toHaveProperty('trouble')
  expect(x.sent).toMatchObject([{ target: '1', text: body.text }])
})
