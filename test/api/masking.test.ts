import { beforeEach, describe, expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { alice, mail } from '../timeline/contacts.ts'
import { makeStack, marketing, type Stack } from './stack.ts'

/** Everything in it that tells who wrote, in every field that may. */
const telling: Partial<Contact> = {
  from: { identifier: alice, name: 'Alice Marten', handle: '@alicemarten' },
  to: [{ identifier: { type: 'phone', value: '+442079460123' }, name: 'Benjamin Okafor' }],
  subject: 'Order 20794601 for Alice',
  text: 'Dear Benjamin, call me on 020 7946 0123 or +44 (20) 7946-0124, write to alice@example.com or see https://example.com/alice and @alicemarten. The blue kettle leaks. Alice MARTEN',
  attachments: [{ name: 'Alice Marten CV.pdf', mediaType: 'application/pdf', bytes: 9, ref: 'part:alice' }],
  thread: { id: '<1.alice@example.com>', references: ['<0.alice@example.com>'] },
  evidence: [{ identifier: { type: 'phone', value: '+442079460123' }, tier: 'T3', how: 'signature' }],
  social: { network: 'x', visibility: 'public', url: 'https://x.com/alicemarten/status/1', metrics: { likes: 2 } },
  call: { answered: true, durationSeconds: 60, agent: 'Anna', recordingRef: 'recordings/alice' },
}

let stack: Stack
let customer: string
beforeEach(async () => {
  stack = makeStack()
  await stack.receive(mail('telling', telling))
  customer = await stack.customerOf(alice)
})

const everything = /alice|marten|benjamin|okafor|example\.com|7946|20794601|recordings|anna/i

test.each(['', '/timeline', '?identifier='])(
  'marketing reads nothing that tells who the customer is (%s)',
  async part => {
    const path = part.startsWith('?')
      ? '/v1/customers?identifier=alice@example.com'
      : `/v1/customers/${customer}${part}`
    const { status, body } = await stack.call('GET', path, { groups: marketing })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(everything)
  },
)

test('what was said stays, and so do channel, kind, department and measures', async () => {
  const { body } = await stack.call('GET', `/v1/customers/${customer}/timeline`, { groups: marketing })
  const masked = { identifier: { type: 'email', value: '•••', display: '•••' } }
  expect(body).toMatchObject({
    items: [
      {
        channel: 'email',
        kind: 'mail',
        department: 'service',
        subject: 'Order ••• for •••',
        text: 'Dear •••, call me on ••• or •••, write to ••• or see ••• and ••• The blue kettle leaks. ••• •••',
        from: masked,
        evidence: [],
        attachments: [{ mediaType: 'application/pdf', bytes: 9 }],
        social: { network: 'x', visibility: 'public', metrics: { likes: 2 } },
        call: { answered: true, durationSeconds: 60 },
      },
    ],
  })
})

test.each([[['agent']], [['marketing', 'personal-data']], [['marketing', 'agent']]])(
  '%j reads all of it',
  async groups => {
    const { body } = await stack.call('GET', `/v1/customers/${customer}/timeline`, { groups })
    expect(body).toMatchObject({ items: [{ text: telling.text, subject: telling.subject }] })
  },
)

test('words that are no names, and short numbers, are left alone', async () => {
  const text = 'It cost 1,299.00 on 2026-03-01 at 10:30, page 404. Alicea, the support team, is not Alice.'
  await stack.receive(
    mail('plain', { text, occurredAt: '2026-03-05T00:00:00.000Z', receivedAt: '2026-03-05T00:00:00.000Z' }),
  )
  const { body } = await stack.call('GET', `/v1/customers/${customer}/timeline?limit=1`, { groups: marketing })
  expect(body).toMatchObject({
    items: [{ text: text.replace('2026-03-01', '•••').replace('not Alice', 'not •••') }],
  })
})

describe('a customer that is revealed', () => {
  const reveal = (body: object, groups = marketing) =>
    stack.call('POST', `/v1/customers/${customer}/reveal`, { groups, body })
  const read = async (part = '') =>
    (await stack.call('GET', `/v1/customers/${customer}${part}`, { groups: marketing })).body

  test('is seen whole, for a reason that the audit keeps, and masked again after a quarter of an hour', async () => {
    expect(await read()).toMatchObject({ masked: true })
    const { body } = await reveal({ reason: 'Quote for the kettle story' })
    expect(body).toEqual({ customer, until: '2026-04-01T12:15:00.000Z' })
    expect(JSON.stringify(await read('/timeline'))).toContain('Alice MARTEN')
    expect(await read()).toMatchObject({ revealedUntil: '2026-04-01T12:15:00.000Z' })
    expect(stack.audited.find(({ action }) => action === 'customer.reveal')).toMatchObject({
      customer,
      detail: { reason: 'Quote for the kettle story' },
    })
    stack.clock.now = '2026-04-01T12:15:00.000Z'
    expect(JSON.stringify([await read(), await read('/timeline')])).not.toMatch(everything)
  })

  test('is revealed to nobody else, and stays masked in lists', async () => {
    await reveal({ reason: 'Quote for the kettle story' })
    const other = await stack.call('GET', `/v1/customers/${customer}`, { groups: marketing, subject: 'another' })
    const hits = await stack.call('GET', '/v1/search?q=kettle', { groups: marketing })
    expect(JSON.stringify([other.body, hits.body])).not.toMatch(everything)
  })

  test('takes a reason', async () => {
    expect((await reveal({ reason: ' ' })).status).toBe(422)
    expect(await read()).toMatchObject({ masked: true })
  })
})

test.each([
  ['Hello Dave Thornton, Your order is cancelled.', 'Hello •••, Your order is cancelled.'],
  ['Thank you.\nLiebe Frau Wolf, es ist unterwegs.', 'Thank you.\nLiebe Frau •••, es ist unterwegs.'],
  ['Bonjour Mme Richard, merci.', 'Bonjour Mme •••, merci.'],
  ['Dear Sir or Madam, I am C-367274, the parcel TR20230.', 'Dear Sir or Madam, I am •••, the parcel •••.'],
  ['Hello there, the RX-780 hums. Hi all', 'Hello there, the RX-780 hums. Hi all'],
])(
  'who is greeted, and their references, are masked though the contact does not name them: %s',
  async (text, shown) => {
    const later = '2026-03-06T00:00:00.000Z'
    await stack.receive(mail('greeting', { text, from: { identifier: alice }, occurredAt: later, receivedAt: later }))
    const { body } = await stack.call('GET', `/v1/customers/${customer}/timeline?limit=1`, { groups: marketing })
    expect(body).toMatchObject({ items: [{ text: shown }] })
  },
)
