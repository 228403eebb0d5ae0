import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { WebSocket } from 'ws'
import * as z from 'zod'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { serverMessageSchema } from '../../core/live/message.ts'
import { append } from '../../core/timeline/append.ts'
import { callAws } from '../../local/engines/aws-json.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { apiOf, eventually } from '../../test/journey/api-client.ts'
import { type RunningStack, runStack } from '../../test/journey/running-stack.ts'
import { sendersTo } from '../../test/journey/senders.ts'
import { type Figure, type Measure, quantile } from '../measure.ts'

/** The second is the figure; the first shows what it is without a queue before the functions. */
const rates = [10, 50]
const seconds = 20
const people = 40
const consoles = 5
/** Written straight into the table, so that the moment of storing is known, while the others come through a door. */
const probesPerSecond = 5

/** From a contact's entry in the table to a console that listens to everything, under load. */
export const live: Measure = { name: 'live', about: 'from stored to a connected console, under 50 contacts/s', run }

async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-live-'))
  const engine = await startDynoxide({ dataDir })
  process.env.DYNAMODB_ENDPOINT = engine.endpoint
  const stack = await runStack()
  try {
    await meetPeople(stack)
    const figures: Figure[] = []
    for (const rate of rates) figures.push(...(await measure(stack, engine.endpoint, rate)))
    return figures
  } finally {
    delete process.env.DYNAMODB_ENDPOINT
    await stack.stop()
    await engine.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Whoever writes has written before, so that the load is of contacts and not of identities. */
async function meetPeople(stack: RunningStack): Promise<void> {
  await sendersTo(stack).contacts(Array.from({ length: people }, (_, n) => contactFrom(n, 'first')))
  await eventually(async () => {
    if ((await apiOf(stack).customersOf(`email:${author(people - 1)}`)).length === 0) throw new Error('not yet')
  })
}

async function measure(stack: RunningStack, endpoint: string, rate: number): Promise<Figure[]> {
  const send = sendersTo(stack)
  const listening = await Promise.all(Array.from({ length: consoles }, () => connect(stack)))
  const handedOver = new Map<string, number>()
  const stored = new Map<string, number>()
  const [sent] = await Promise.all([
    everyMs(1000 / rate, async n => {
      const id = `load ${rate} ${n}`
      await untilTaken(() => send.contacts([contactFrom(n % people, id)]))
      handedOver.set(contactId('local', id), performance.now())
    }),
    probe(endpoint, rate, stored),
  ])
  const [first] = listening
  if (first === undefined) throw new Error('no console')
  const expected = [...handedOver.keys(), ...stored.keys()]
  await eventually(async () => {
    const missing = expected.filter(id => !first.heardAt.has(id)).length
    if (missing > 0) throw new Error(`${missing} contacts were not heard of`)
  }, 120)
  for (const { socket } of listening) socket.terminate()
  const since = (times: Map<string, number>) =>
    listening.flatMap(({ heardAt }) => [...times].map(([id, at]) => (heardAt.get(id) ?? Number.NaN) - at))
  const under = `under ${rate} contacts/s`
  const reach = rate === rates.at(-1) ? { reach: { most: 500 } } : {}
  return [
    { name: `${under}: taken at the door, ${consoles} consoles`, value: sent / seconds, unit: 'contacts/s' },
    { name: `${under}: from stored to a console, median`, value: quantile(since(stored), 0.5), unit: 'ms' },
    {
      name: `${under}: from stored to a console, 95th percentile`,
      value: quantile(since(stored), 0.95),
      unit: 'ms',
      ...reach,
    },
    {
      name: `${under}: from the door to a console, 95th percentile`,
      value: quantile(since(handedOver), 0.95),
      unit: 'ms',
    },
  ]
}

const author = (n: number): string => `live${n}@example.com`

const contactFrom = (n: number, id: string): object => ({
  id,
  ...{ channel: 'web', kind: 'post', direction: 'inbound', occurredAt: new Date().toISOString() },
  from: { identifier: { type: 'email', value: author(n) } },
  to: [],
  subject: `matter of ${n}`,
  text: `words of ${n} about ${id}`,
})

/** Delivers as a sender does: again, until it is acknowledged. */
async function untilTaken(deliver: () => Promise<number>): Promise<void> {
  await eventually(async () => {
    if ((await deliver()) !== 202) throw new Error('not acknowledged')
  })
}

/** Does it again and again, each time when it is due, whether or not the last one has ended; answers how often. */
async function everyMs(ms: number, work: (n: number) => Promise<void>): Promise<number> {
  const start = performance.now()
  const running: Promise<void>[] = []
  for (let n = 0; performance.now() - start < 1000 * seconds; n++) {
    running.push(work(n))
    const due = start + (n + 1) * ms - performance.now()
    if (due > 0) await new Promise(resolve => setTimeout(resolve, due))
  }
  await Promise.all(running)
  return running.length
}

const tablesSchema = z.object({ TableNames: z.tuple([z.string()]) })

async function probe(endpoint: string, rate: number, stored: Map<string, number>): Promise<number> {
  const { TableNames } = tablesSchema.parse(
    await callAws({ endpoint, accessKeyId: 'bench' }, 'DynamoDB_20120810.ListTables', {}),
  )
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' }
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials })
  const store = timelineStore(dynamoTable(client, TableNames[0]), Date.now)
  return everyMs(1000 / probesPerSecond, async n => {
    const contact = probeContact(rate, n)
    await append(store, contact)
    stored.set(contact.id, performance.now())
  })
}

function probeContact(rate: number, n: number): Contact {
  const now = new Date().toISOString()
  const id = contactId('bench', `probe ${rate} ${n}`)
  return {
    ...{ v: 1, id, source: 'bench', channel: 'web', kind: 'post', brand: 'default', department: 'service' },
    ...{ direction: 'inbound', occurredAt: now, receivedAt: now, revision: 0, attachments: [], evidence: [] },
    ...{
      from: { identifier: { type: 'email', value: author(n % people) } },
      to: [],
      subject: 'probe',
      text: 'Is it there?',
    },
    rawRef: { object: `payloads/bench/${id}`, offset: 0, length: 1 },
  }
}

const ticketSchema = z.object({ url: z.string() })

/** A console that listens to everything, and when it first heard of each contact. */
async function connect(stack: RunningStack) {
  const response = await apiOf(stack).call('POST', '/v1/live/tickets', 'agent')
  const socket = new WebSocket(ticketSchema.parse(await response.json()).url)
  const heardAt = new Map<string, number>()
  const subscribed = new Promise<void>(resolve => {
    socket.on('message', data => {
      const now = performance.now()
      const message = serverMessageSchema.parse(JSON.parse(`${data}`))
      if (message.type === 'subscribed') resolve()
      for (const event of message.type === 'events' ? message.items : [message]) {
        if (event.type === 'contact' && !heardAt.has(event.contactId)) heardAt.set(event.contactId, now)
      }
    })
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'subscribe', topics: ['all'], bundle: true }))
  await subscribed
  return { socket, heardAt }
}
