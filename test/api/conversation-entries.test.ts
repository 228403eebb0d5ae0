import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { alicePhone, aliceX, callAt, mailAt, mentionAt, shows } from '../conversation/contacts.ts'
import { alice } from '../timeline/contacts.ts'
import { makeStack, type Stack } from './stack.ts'

const parcel = 'My parcel has not been delivered, order number 4471882.'
const pageSchema = z.looseObject({
  entries: z.array(z.looseObject({ id: z.string(), type: z.string(), asserted: z.boolean() })),
  cursor: z.string().optional(),
})

let stack: Stack
beforeEach(() => {
  stack = makeStack()
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

const post = (path: string, body: object) => stack.call('POST', path, { body })
const page = async (id: string, query = '') =>
  pageSchema.parse((await stack.call('GET', `/v1/conversations/${id}${query}`)).body)

test('what an unproven link was crossed for says so', async () => {
  const claims = mailAt('first', '2T09:00', parcel, {
    evidence: [
      { identifier: alice, tier: 'T1', how: 'dmarc-pass' },
      { identifier: alicePhone, tier: 'T3', how: 'stated-in-text' },
    ],
  })
  const id = await arrive(claims)
  const call = callAt('call', '2T09:20', false)
  expect(await arrive(call)).toBe(id)
  const { entries } = await page(id)
  const contacts = entries.filter(({ type }) => type === 'contact')
  expect(contacts.map(entry => [entry.id, entry.asserted])).toEqual([
    [call.id, true],
    [claims.id, false],
  ])
})

test('contacts of somebody who was unmerged are not shown, also before they have left', async () => {
  const first = mailAt('first', '2T09:00', parcel, shows(aliceX))
  const id = await arrive(first)
  expect(await arrive(mentionAt('post', '2T09:30', 'Where is order number 4471882?'))).toBe(id)
  expect((await page(id)).entries.filter(({ type }) => type === 'contact')).toHaveLength(2)
  const identifiers = [{ type: 'x', value: '200' }]
  const customer = await stack.customerOf(alice)
  const done = await post(`/v1/customers/${customer}/unmerge`, { identifiers, reason: 'two people' })
  expect(done.status).toBe(200)
  const left = (await page(id)).entries.filter(({ type }) => type === 'contact')
  expect(left.map(entry => entry.id)).toEqual([first.id])
})

test('notes and changes stand among the contacts, newest first, in pages that neither repeat nor lose any', async () => {
  const first = mailAt('first', '2T09:00', parcel)
  const id = await arrive(first)
  for (const n of [1, 2, 3, 4]) {
    stack.clock.now = `2026-04-01T12:0${n}:00.000Z`
    await post(`/v1/conversations/${id}/note`, { text: `note ${n}`, mentions: ['kim'] })
  }
  stack.clock.now = '2026-04-01T12:05:00.000Z'
  await post(`/v1/conversations/${id}/priority`, { priority: 'high', reason: 'third time' })
  const { entries } = await page(id)
  expect(entries).toMatchObject([
    { type: 'status', change: 'priority', to: 'high', reason: 'third time', actor: 'anna' },
    ...[4, 3, 2, 1].map(n => ({ type: 'note', text: `note ${n}`, mentions: ['kim'], asserted: false })),
    { type: 'contact', id: first.id },
  ])
  for (const limit of [1, 2, 4]) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const found = await page(id, `?limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`)
      expect(found.entries.length).toBeLessThanOrEqual(limit)
      seen.push(...found.entries.map(entry => entry.id))
      cursor = found.cursor
    } while (cursor !== undefined)
    expect(seen).toEqual(entries.map(entry => entry.id))
  }
})

test('of what was joined into it too, and the entries of others never', async () => {
  const mine = await arrive(mailAt('first', '2T09:00', parcel))
  const other = await arrive(mailAt('other', '2T10:00', 'I cannot log in.'))
  expect(other).not.toBe(mine)
  await post(`/v1/conversations/${other}/note`, { text: 'reset the password' })
  const notes = async () => (await page(mine)).entries.filter(({ type }) => type === 'note')
  expect(await notes()).toEqual([])
  await post(`/v1/conversations/${mine}/join`, { with: other })
  expect(await notes()).toMatchObject([{ text: 'reset the password' }])
})
