import { rowItem } from '../../adapters/dynamodb/conversation-items.ts'
import { contactItem } from '../../adapters/dynamodb/entry-item.ts'
import { conversationKeys } from '../../adapters/dynamodb/keys.ts'
import type { Item, Table } from '../../adapters/dynamodb/table.ts'
import { defaultPolicy } from '../../core/clock/policy.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { stateOf } from '../../core/contact/contact-state.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { type Conversation, conversationSchema } from '../../core/conversation/conversation.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { opened } from '../../core/conversation/open.ts'
import { readSigns } from '../../core/conversation/read-signs.ts'
import { rowOf } from '../../core/conversation/row.ts'
import { always } from '../../core/hours/hours.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { makeStack, type Stack } from '../../test/api/stack.ts'
import { alicePhone, aliceX, mailAt, mentionAt, shows } from '../../test/conversation/contacts.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import { alice, mail } from '../../test/timeline/contacts.ts'
import { watchConsumption } from '../consumed.ts'
import { type Figure, type Measure, quantile } from '../measure.ts'
import { watchRoundTrips } from '../round-trips.ts'
import { prose } from './mails.ts'

const conversations = 100_000
const entriesOfCustomer = 500
const reads = 60

/** What an agent opens all day, over a table of 100,000 conversations. */
export const agentScreens: Measure = {
  name: 'agent-screens',
  about: 'opening a queue and a customer, over 100,000 conversations',
  run,
}

async function run(): Promise<Figure[]> {
  const { client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  const table = await createTable(client, 'screens', false)
  const stack = makeStack({}, table)
  try {
    await fillConversations(table)
    const customer = await makeCustomer(stack, table)
    const consumption = watchConsumption(client)
    const trips = watchRoundTrips(client)
    const figures: Figure[] = []
    for (const screen of screensOf(customer)) figures.push(...(await measure(stack, screen, consumption, trips)))
    return figures
  } finally {
    await stop()
  }
}

type Screen = { name: string; paths: string[]; mostTrips?: number }

const screensOf = (customer: string): Screen[] => [
  { name: 'queue of a person', paths: ['/v1/conversations?assignee=agent-7'] },
  { name: 'queue of a team', paths: ['/v1/conversations?team=team-3'] },
  { name: 'queue of a channel', paths: ['/v1/conversations?channel=email'] },
  { name: 'queue of everybody', paths: ['/v1/conversations'] },
  { name: 'queue of a team by a tag that is rare', paths: ['/v1/conversations?team=team-3&tag=rare'] },
  {
    name: 'customer: profile, brief and first page side by side',
    paths: ['', '/brief', '/timeline'].map(path => `/v1/customers/${customer}${path}`),
    mostTrips: 3,
  },
]

async function measure(
  stack: Stack,
  { name, paths, mostTrips }: Screen,
  consumption: ReturnType<typeof watchConsumption>,
  trips: ReturnType<typeof watchRoundTrips>,
): Promise<Figure[]> {
  const openOne = async (path: string) => {
    const { status } = await stack.call('GET', path, { groups: ['agent'] })
    if (status !== 200) throw new Error(`${name} could not be opened`)
  }
  const open = () => Promise.all(paths.map(openOne))
  for (let n = 0; n < 5; n++) await open()
  const times: number[] = []
  for (let n = 0; n < reads; n++) {
    const before = performance.now()
    await open()
    times.push(performance.now() - before)
  }
  const { readUnits } = await consumption.since(open)
  const chains: number[] = []
  for (const path of paths) chains.push(await trips.during(() => openOne(path)))
  return [
    {
      name: `${name}: round trips, one after the other`,
      value: Math.max(...chains),
      unit: 'trips',
      ...(mostTrips !== undefined && { reach: { most: mostTrips } }),
    },
    { name: `${name}: read units`, value: readUnits, unit: 'RCU' },
    { name: `${name}: 95th percentile`, value: quantile(times, 0.95), unit: 'ms' },
  ]
}

/** Conversations of fifty people in eight teams, three of ten open, put side by side without the path that writes them. */
async function fillConversations(table: Table): Promise<void> {
  const batch = 2000
  for (let at = 0; at < conversations; at += batch) {
    await table.putAll(Array.from({ length: batch }, (_, n) => itemsOf(at + n)).flat())
    process.stderr.write(`  ${at + batch} conversations written\n`)
  }
}

function itemsOf(n: number): Item[] {
  const at = new Date(Date.UTC(2026, 1, 1) + n * 20_000).toISOString()
  const contact: Contact = mail(`matter ${n}`, {
    occurredAt: at,
    receivedAt: at,
    from: { identifier: { type: 'email', value: `customer${n}@example.com` }, name: `Customer ${n}` },
    text: prose(n, 300),
  })
  const terms = { hours: always, policy: defaultPolicy, priority: 'normal' } as const
  const start = opened({ contact, at, signs: readSigns(contact, 'GB') }, `email:customer${n}@example.com`, at, terms)
  const conversation: Conversation = {
    ...start,
    status: n % 10 < 3 ? 'open' : 'resolved',
    team: `team-${n % 8}`,
    tags: n % 1000 === 0 ? ['rare'] : [],
    ...(n % 3 > 0 && { assignee: `agent-${n % 50}` }),
  }
  const row = rowOf(conversation)
  return [
    { ...conversationSchema.parse(conversation), ...conversationKeys.head(conversation.id) },
    ...(row ? [rowItem(row)] : []),
  ]
}

/** A customer of three streams with five hundred entries and a few matters. */
async function makeCustomer(stack: Stack, table: Table): Promise<string> {
  const first = mailAt(
    'first',
    '2T09:00',
    'My parcel has not been delivered, order number 4471882.',
    shows(alicePhone, aliceX),
  )
  for (const contact of [
    first,
    mentionAt('post', '2T10:00', 'my password does not work'),
    mailAt('other', '2T11:00', 'Invoice 77120 is wrong'),
  ]) {
    await stack.receive(contact)
    const { conversations: deps, identity } = stack.deps
    const change = {
      v: 1,
      type: 'contact',
      contactId: contact.id,
      stream: streamName(homeIdentifier(contact)),
      sortAt: sortAt(contact),
    } as const
    await followChange({ ...deps, identity, readSource: async () => undefined }, change, 1)
  }
  const streams = [alice, alicePhone, aliceX].map(identifier => streamName(identifier))
  await table.putAll(
    Array.from({ length: entriesOfCustomer }, (_, n) => {
      const at = new Date(Date.UTC(2025, 0, 1) + n * 3_600_000).toISOString()
      const contact = mail(contactId(`${n}`), { occurredAt: at, receivedAt: at, text: prose(n, 600) })
      const place = { stream: streams[n % 3] ?? '', sortAt: at }
      return contactItem(contact.id, { place, state: stateOf(contact) }, 1)
    }),
  )
  return stack.customerOf(alice)
}
