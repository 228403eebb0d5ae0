import * as z from 'zod'
import type { ContactInput } from '../../core/channels/normal-form/contact-input.ts'
import { eventually } from './eventually.ts'
import type { RunningConsole } from './running-console.ts'

const hour = 3_600_000
const ago = (now: number, hours: number): string => new Date(now - hours * hour).toISOString()
const email = (value: string) => ({ type: 'email', value }) as const
const phone = (value: string) => ({ type: 'phone', value }) as const
const us = [{ identifier: email('support@example.com') }]

type Told = Pick<ContactInput, 'id' | 'channel' | 'kind' | 'direction' | 'occurredAt' | 'text'> & Partial<ContactInput>

/** What two customers have said on every channel, as another system would tell it. */
export function customersAt(now: number): Told[] {
  const alice = { identifier: email('alice@example.com'), name: 'Alice Archer' }
  const onPhone = { identifier: phone('+442079460018'), name: 'Alice Archer' }
  const proof = [{ identifier: phone('+442079460018'), tier: 'T1', how: 'signed-in' } as const]
  const bob = { identifier: { type: 'x', value: '4711' } as const, name: 'Bob Baker', handle: 'bobbakes' }
  const inMail = { channel: 'email', kind: 'mail', direction: 'inbound', from: alice, to: us } as const
  const onX = { channel: 'social', kind: 'mention', direction: 'inbound', from: bob } as const
  const social = {
    network: 'x',
    visibility: 'public',
    url: 'https://x.example/bobbakes/1',
    metrics: { likes: 12 },
  } as const
  const call = {
    answered: true,
    durationSeconds: 312,
    queueSeconds: 95,
    agent: 'Harriet Sloane',
    disposition: 'will call back',
  }
  return [
    {
      id: 'a1',
      ...inMail,
      occurredAt: ago(now, 50),
      subject: 'Where is order LF-1029384?',
      text: 'Hello,\n\nmy order LF-1029384 has not arrived. I was promised it by Monday.\n\nAlice',
      evidence: proof,
      attachments: [{ name: 'receipt.pdf', mediaType: 'application/pdf', bytes: 48_213, ref: '' }],
    },
    {
      id: 'a2',
      channel: 'phone',
      kind: 'call',
      direction: 'inbound',
      occurredAt: ago(now, 26),
      from: onPhone,
      text: '',
      call,
    },
    {
      id: 'a3',
      ...inMail,
      occurredAt: ago(now, 3),
      subject: 'Re: Where is order LF-1029384?',
      text: 'Nobody called back. Please tell me where order LF-1029384 is.',
    },
    {
      id: 'b1',
      ...onX,
      occurredAt: ago(now, 5),
      text: '@larkfield my blender stopped after two days. What now?',
      social,
    },
    {
      id: 'b2',
      channel: 'message',
      kind: 'direct',
      direction: 'inbound',
      from: bob,
      occurredAt: ago(now, 4),
      text: 'It is the Robin 500, bought in May.',
      social: { network: 'x', visibility: 'private' },
    },
    {
      id: 'b3',
      channel: 'review',
      kind: 'review',
      direction: 'inbound',
      from: bob,
      occurredAt: ago(now, 2),
      text: 'Looks good, breaks fast.',
      social: { network: 'facebook', visibility: 'public', metrics: { rating: 2 } },
    },
  ]
}

const foundSchema = z.object({ items: z.array(z.object({ id: z.string() })) })
const timelineSchema = z.object({ items: z.array(z.object({ type: z.string() })), cursor: z.string().optional() })

/** The customer of an identifier, once there is one; with `contacts`, once exactly so many stand on their timeline. */
export async function customerWith(running: RunningConsole, identifier: string, contacts?: number): Promise<string> {
  const agent = await running.api('agent', 'Harriet Sloane')
  let customer = ''
  await eventually(async () => {
    const path = `/v1/customers?identifier=${encodeURIComponent(identifier)}`
    customer = (await agent.read(path, foundSchema)).items[0]?.id ?? ''
    return customer !== '' && (contacts === undefined || (await countContacts(running, customer)) === contacts)
  })
  return customer
}

async function countContacts(running: RunningConsole, customer: string): Promise<number> {
  const agent = await running.api('agent', 'Harriet Sloane')
  let count = 0
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query = new URLSearchParams({ limit: '100', ...(cursor !== '' && { cursor }) })
    const page: z.output<typeof timelineSchema> = await agent.read(
      `/v1/customers/${customer}/timeline?${query}`,
      timelineSchema,
    )
    count += page.items.filter(({ type }) => type === 'contact').length
    cursor = page.cursor
  }
  return count
}
