import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { fireClocks } from '../../core/conversation/fire-clocks.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { defaultSource } from '../../core/source/source.ts'
import { mailAt } from '../conversation/contacts.ts'
import { alice } from '../timeline/contacts.ts'
import { makeStack, marketing, type Stack } from './stack.ts'

const two = '2026-04-02T14:00:00.000Z'
const says = 'call back +44 20 7946 0018 at 14:00'

let stack: Stack
let id: string
beforeEach(async () => {
  stack = makeStack()
  const contact = mailAt('first', '2T09:00', 'Please call me about my parcel on 020 7946 0018.')
  await stack.deps.sources.write({ ...defaultSource(contact.source, 'mail'), defaultRegion: 'GB' })
  id = await arrive(contact)
})

/** A contact arrives and joins the matter it belongs to; the id of that. */
async function arrive(contact: Contact): Promise<string> {
  await stack.receive(contact)
  const { conversations, identity } = stack.deps
  const place = { stream: streamName(homeIdentifier(contact)), sortAt: sortAt(contact) }
  const change = { v: 1, type: 'contact', contactId: contact.id, ...place } as const
  await followChange({ ...conversations, identity, readSource: async () => undefined }, change, 1)
  return (await stack.deps.timeline.readContact(contact.id, place))?.conversation ?? ''
}

const post = (body: object, of = id) => stack.call('POST', `/v1/conversations/${of}/callback`, { body })
const get = async (path: string, groups: readonly string[] = ['agent']) =>
  (await stack.call('GET', path, { groups })).body

test('a number as people write it, in the region of the source, at a time to come', async () => {
  const { status, body } = await post({ at: two, number: '020 7946 0018', note: 'ask for the card' })
  expect([status, body]).toMatchObject([
    200,
    {
      status: 'snoozed',
      snoozedUntil: two,
      callback: { at: two, number: '+442079460018', says, by: 'anna', note: 'ask for the card' },
    },
  ])
  expect(await get(`/v1/conversations/${id}`)).toMatchObject({
    conversation: { callback: { at: two, number: '+442079460018', by: 'anna' }, dueAt: two },
    entries: expect.arrayContaining([
      expect.objectContaining({ change: 'callback', to: two, reason: says, note: 'ask for the card', actor: 'anna' }),
    ]),
  })
})

test('of a source that nobody configured, in the region that stands in for one', async () => {
  stack = makeStack()
  id = await arrive(mailAt('first', '2T09:00', 'Please call me.'))
  expect((await post({ at: two, number: '020 7946 0018' })).body).toMatchObject({
    callback: { number: '+442079460018' },
  })
})

test('comes to the top of the queue at that time, until it is done', async () => {
  await post({ at: two, number: '020 7946 0018' })
  expect(await get('/v1/conversations?status=open')).toMatchObject({ items: [] })
  stack.clock.now = two
  await fireClocks(stack.deps.conversations)
  expect(await get('/v1/conversations?status=open')).toMatchObject({ items: [{ id, reason: says, urgentSince: two }] })
  expect((await post({ done: true })).body).toMatchObject({ id, status: 'open' })
  expect((await post({ done: true })).body).toMatchObject({
    status: 409,
    detail: expect.stringContaining('at and number'),
  })
  const { items } = z.object({ items: z.array(z.looseObject({})) }).parse(await get('/v1/conversations?status=open'))
  expect(items[0]).not.toHaveProperty('reason')
})

test.each([
  [{ at: '2026-04-01T11:59:00.000Z', number: '020 7946 0018' }, 'body.at'],
  [{ at: two, number: '12' }, 'body.number'],
  [{ at: 'tomorrow', number: '020 7946 0018' }, 'body.at'],
  [{ at: two }, 'body'],
  [{ done: true, at: two }, 'body'],
  [{}, 'body'],
])('%j is refused, saying what is wrong', async (body, field) => {
  expect((await post(body)).body).toMatchObject({ status: 422, errors: [{ field }] })
  expect(await get(`/v1/conversations/${id}`)).not.toHaveProperty('conversation.callback')
})

test('of no conversation is not found', async () => {
  expect((await post({ at: two, number: '020 7946 0018' }, 'f'.repeat(32))).status).toBe(404)
})

test('marketing sees that there is one, not the number', async () => {
  await post({ at: two, number: '020 7946 0018', note: 'ask for the card' })
  stack.clock.now = two
  await fireClocks(stack.deps.conversations)
  const customer = await stack.customerOf(alice)
  const seen = [
    await get(`/v1/customers/${customer}/timeline`, marketing),
    await get(`/v1/customers/${customer}`, marketing),
  ]
  expect(JSON.stringify(seen[0])).toContain('"callback"')
  expect(JSON.stringify(seen)).not.toMatch(/7946|card/)
})
