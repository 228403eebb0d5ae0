import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { changeOf } from '../../adapters/dynamodb/changes.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { indexContact } from '../../core/search/index-contact.ts'
import { defaultSource } from '../../core/source/source.ts'
import { remove } from '../../core/timeline/remove.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { makeStack, marketing, type Stack } from './stack.ts'

const phone: Identifier = { type: 'phone', value: '+442079460018' }
const at = (day: number, name: string, differing: Partial<Contact> = {}): Contact => {
  const time = `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`
  return mail(name, { occurredAt: time, receivedAt: time, ...differing })
}

const kettle = at(1, 'Where is my kettle?', { text: 'I ordered it as INV-2026-00123 and it never came.' })
const refund = at(2, 'Refund', {
  text: 'Please refund the kettle. Call 020 7946 0018.',
  from: { identifier: alice, name: 'Alice Archer' },
})
const call = at(3, '', {
  channel: 'phone',
  kind: 'call',
  from: { identifier: phone },
  subject: undefined,
  text: '',
  evidence: [],
})
const praise = at(4, 'Merci', {
  from: { identifier: bob, name: 'Bôb Dvořák', handle: 'bob_d' },
  text: 'La bouilloire (kettle) est réparée.',
  evidence: [],
})
const answer = at(5, 'Re: Refund', {
  direction: 'outbound',
  from: { identifier: { type: 'line', value: 'support' }, name: 'Service Desk' },
  to: [{ identifier: alice, name: 'Alice Archer' }],
  text: 'Dear Alice, the refund for your kettle is on its way.',
  evidence: [],
})

let stack: Stack
beforeEach(async () => {
  stack = makeStack()
  for (const contact of [kettle, refund, call, praise, answer]) await arrive(contact)
})

/** As the table's stream brings it to the index. */
async function indexed(contactId: string) {
  const located = await stack.deps.timeline.locate(contactId)
  if (!located?.place) throw new Error('the contact is nowhere')
  const { stream, sortAt } = located.place
  const index = stack.deps.searchIndex
  await indexContact({ index, timeline: stack.deps.timeline }, { v: 1, type: 'contact', contactId, stream, sortAt })
}

async function arrive(contact: Contact) {
  await stack.receive(contact)
  await indexed(contact.id)
}

const hitsSchema = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      customer: z.string().optional(),
      subject: z.string().optional(),
      excerpts: z.array(
        z.object({
          field: z.string(),
          text: z.string(),
          marks: z.array(z.object({ start: z.number(), end: z.number() })),
        }),
      ),
    }),
  ),
  cursor: z.string().optional(),
  notice: z.string().optional(),
})

async function search(q: string, more: Record<string, string> = {}, groups: readonly string[] = ['agent']) {
  const { status, body } = await stack.call('GET', `/v1/search?${new URLSearchParams({ q, ...more })}`, { groups })
  expect(status).toBe(200)
  return hitsSchema.parse(body)
}

const ids = ({ items }: { items: { id: string }[] }): string[] => items.map(({ id }) => id)
const idsOf = (...contacts: Contact[]): string[] => contacts.map(({ id }) => id)

/** What is marked, as `field: words`. */
const marked = ({ items }: z.infer<typeof hitsSchema>): string[] =>
  items.flatMap(({ excerpts }) =>
    excerpts.flatMap(({ field, text, marks }) => marks.map(({ start, end }) => `${field}: ${text.slice(start, end)}`)),
  )

describe('what is typed finds', () => {
  test.each([
    ['words, newest first', 'kettle', [answer, praise, refund, kettle]],
    ['words in any order and case, all of them', 'KETTLE Refund', [answer, refund]],
    ['a reference, whatever its punctuation', 'inv 2026/00123', [kettle]],
    ['a reference without punctuation', 'INV202600123', [kettle]],
    ['a part of a reference', '00123', [kettle]],
    ['a name without its accents', 'bob dvorak', [praise]],
    ['how a name begins', 'dvo', [praise]],
    ['a handle', '@bob_d', [praise]],
    ['an address', 'Bob@Example.com', [praise]],
    ['a telephone number, also one in a text', '+44 (0)20 7946-0018', [call, refund]],
    ['the same as it is dialled', '02079460018', [call, refund]],
    ['the same without its area', '7946 0018', [call, refund]],
    ['what an agent answered', 'on its way refund', [answer]],
    ['words of another language', 'reparee BOUILLOIRE', [praise]],
    ['nothing', 'kettle unicorn', []],
  ])('%s: %s', async (_, q, found) => {
    expect(ids(await search(q))).toEqual(idsOf(...found))
  })

  test('the company’s own people and lines not', async () => {
    expect(ids(await search('service desk'))).toEqual([])
  })
})

test('the hit is marked where it stands', async () => {
  expect(marked(await search('inv-2026-00123 kettle'))).toEqual(['text: INV-2026-00123', 'subject: kettle'])
  expect(marked(await search('79460018'))).toEqual(['identifier: +442079460018', 'text: 020 7946 0018'])
  expect(marked(await search('dvorak'))).toEqual(['name: Dvořák'])
})

test('a long text is cut around the first hit', async () => {
  await arrive(at(6, 'long', { text: `${'so many words '.repeat(60)} toaster ${'and more '.repeat(60)}` }))
  const { items } = await search('toaster')
  const [excerpt] = items[0]?.excerpts ?? []
  expect(excerpt?.text.length).toBeLessThanOrEqual(240)
  expect(excerpt?.text.slice(excerpt.marks[0]?.start, excerpt.marks[0]?.end)).toBe('toaster')
})

describe('pages', () => {
  test.each([1, 2, 3, 4, 5])('of %i show every hit once', async limit => {
    const seen: string[] = []
    let page = await search('kettle', { limit: `${limit}` })
    for (seen.push(...ids(page)); page.cursor !== undefined; seen.push(...ids(page)))
      page = await search('kettle', { limit: `${limit}`, cursor: page.cursor })
    expect(seen).toEqual(idsOf(answer, praise, refund, kettle))
  })

  test('by channel and inside one customer', async () => {
    expect(ids(await search('79460018', { channel: 'phone' }))).toEqual(idsOf(call))
    const customer = await stack.customerOf(bob)
    expect(ids(await search('kettle', { customer }))).toEqual(idsOf(praise))
    expect(ids(await search('refund', { customer }))).toEqual([])
  })
})

describe('at once after', () => {
  test('an edit', async () => {
    await arrive({ ...kettle, revision: 1, text: 'I found my toaster.', subject: 'Solved' })
    expect(ids(await search('toaster'))).toEqual(idsOf(kettle))
    expect(ids(await search('00123'))).toEqual([])
  })

  test('a deletion: no word of it is left in the table', async () => {
    await remove(stack.deps.timeline, { contactId: kettle.id, deletedAt: '2026-03-05T00:00:00.000Z' })
    await indexed(kettle.id)
    expect(ids(await search('00123'))).toEqual([])
    expect(await stack.table.query({ pk: 'W#r:inv202600123', limit: 9 })).toEqual([])
  })

  test('a merge and an unmerge, without a word to the index', async () => {
    const [one, other] = [await stack.customerOf(alice), await stack.customerOf(bob)]
    const customers = async () => (await search('bouilloire')).items.map(({ customer }) => customer)
    expect(await customers()).toEqual([other])
    await stack.call('POST', `/v1/customers/${one}/merge`, { body: { with: other, reason: 'the same person' } })
    const merged = await stack.customerOf(bob)
    expect(await customers()).toEqual([merged])
    expect(ids(await search('bouilloire', { customer: merged }))).toEqual(idsOf(praise))
    await stack.call('POST', `/v1/customers/${merged}/unmerge`, { body: { identifiers: [bob], reason: 'two people' } })
    expect(await customers()).toEqual([await stack.customerOf(bob)])
    expect(await stack.customerOf(bob)).not.toBe(await stack.customerOf(alice))
  })
})

describe('customers', () => {
  const customersSchema = z.object({
    items: z.array(z.looseObject({ id: z.string(), hit: z.looseObject({ id: z.string() }).optional() })),
    cursor: z.string().optional(),
  })
  const find = async (q: string, more: Record<string, string> = {}) => {
    const { status, body } = await stack.call('GET', `/v1/customers?${new URLSearchParams({ q, ...more })}`)
    expect(status).toBe(200)
    return customersSchema.parse(body)
  }

  test('are found by what is in their contacts, once each, the last in touch first', async () => {
    const [one, other] = [await stack.customerOf(alice), await stack.customerOf(bob)]
    expect((await find('kettle')).items.map(({ id, hit }) => [id, hit?.id])).toEqual([
      [one, answer.id],
      [other, praise.id],
    ])
    expect((await find('archer')).items.map(({ id }) => id)).toEqual([one])
  })

  test('come in pages', async () => {
    const first = await find('kettle', { limit: '1' })
    expect(first.items.map(({ id }) => id)).toEqual([await stack.customerOf(alice)])
    const second = await find('kettle', { limit: '1', cursor: first.cursor ?? '' })
    expect(second.items.map(({ id }) => id)).toEqual([await stack.customerOf(bob)])
  })

  test('are found by an identifier of theirs that no contact shows', async () => {
    await stack.deps.sources.write({ ...defaultSource('berlin', 'phone'), defaultRegion: 'DE' })
    const account = { type: 'account', value: 'C-4471' }
    await stack.call('POST', '/v1/links', { body: { identifiers: [alice, account] } })
    for (const typed of ['account:C-4471', 'C-4471'])
      expect((await find(typed)).items.map(({ id }) => id)).toEqual([await stack.customerOf(alice)])
  })

  test.each(['', 'q=a&identifier=email:alice@example.com'])('refuses “%s”', async query => {
    expect(await stack.call('GET', `/v1/customers?${query}`)).toMatchObject({ status: 422 })
  })
})

describe('who asks', () => {
  test('marketing sees what was said, not by whom, and no mark in what is masked', async () => {
    const page = await search('79460018', {}, marketing)
    expect(ids(page)).toEqual(idsOf(call, refund))
    expect(JSON.stringify(page)).not.toMatch(/7946|alice|archer/i)
    expect(marked(page)).toEqual([])
    expect(marked(await search('bouilloire', {}, marketing))).toEqual(['text: bouilloire'])
  })

  test('is in the audit of each customer shown, and what was typed is not', async () => {
    stack.audited.length = 0
    await search('kettle')
    const [one, other] = [await stack.customerOf(alice), await stack.customerOf(bob)]
    const searched = stack.audited.filter(({ action }) => action === 'search.read')
    expect(searched.map(({ customer }) => customer).sort()).toEqual([one, other].sort())
    expect(JSON.stringify(searched)).not.toContain('kettle')
  })
})

describe('words that are in nearly every text', () => {
  test('are passed over beside others', async () => {
    expect(ids(await search('where is the kettle'))).toEqual(ids(await search('kettle')))
  })

  test('alone find names only, and the answer says so', async () => {
    const page = await search('the')
    expect(page.items).toEqual([])
    expect(page.notice).toMatch(/add a rarer word/)
  })
})

test.each([
  'q=',
  'q=%3F%3F',
  `q=${'x'.repeat(201)}`,
  'q=a1a+b2b+c3c+d4d+e5e+f6f+g7g+h8h+i9i',
  'q=kettle&limit=51',
  'q=kettle&cursor=abc',
  '',
])('refuses “%s”', async query => {
  expect(await stack.call('GET', `/v1/search?${query}`)).toMatchObject({ status: 422 })
})

test('a change of the table names the contact that search reads again', async () => {
  const { place } = (await stack.deps.timeline.locate(kettle.id)) ?? {}
  const item = await stack.table.query({ pk: `S#${place?.stream}`, limit: 1 })
  expect(item.flatMap(changeOf)).toEqual([{ v: 1, type: 'contact', contactId: kettle.id, ...place }])
})
