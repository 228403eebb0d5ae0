import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { mailAt } from '../conversation/contacts.ts'
import { alice, bob } from '../timeline/contacts.ts'
import { makeStack, marketing, type Stack } from './stack.ts'

const parcel = 'My parcel has not been delivered.'
const rowsSchema = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })), cursor: z.string().optional() })

let stack: Stack
beforeEach(() => {
  stack = makeStack()
})

async function open(contact: Contact): Promise<string> {
  await stack.receive(contact)
  const { conversations, identity } = stack.deps
  const stream = streamName(homeIdentifier(contact))
  const change = { v: 1, type: 'contact', contactId: contact.id, stream, sortAt: sortAt(contact) } as const
  await followChange({ ...conversations, identity, readSource: async () => undefined }, change, 1)
  const entry = await stack.deps.timeline.readContact(contact.id, { stream, sortAt: sortAt(contact) })
  return entry?.conversation ?? ''
}

const get = async (path: string, groups: readonly string[] = ['agent']) => stack.call('GET', path, { groups })
const post = async (path: string, body: object) => stack.call('POST', path, { body })
const many = (count: number, name = 'alice') =>
  Array.from({ length: count }, (_, n) =>
    mailAt(`${name} ${n}`, `2T09:${String(n % 60).padStart(2, '0')}`, parcel, {
      from: { identifier: { type: 'email', value: `${name}${n}@example.com` } },
      evidence: [],
    }),
  )

describe('a queue', () => {
  test('holds what is due first first, in pages that neither repeat nor lose any', async () => {
    const ids = []
    for (const contact of many(7)) ids.push(await open(contact))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await get(`/v1/conversations?limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`)
      const page = rowsSchema.parse(body)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor !== undefined)
    expect(seen).toEqual(ids)
  })

  test('of what is late or due soon, each with whose matter it is', async () => {
    const [first] = await Promise.all(many(2).map(open))
    const asked = async (minutes: number) =>
      rowsSchema.parse((await get(`/v1/conversations?dueWithin=${minutes}`)).body).items
    stack.clock.now = '2026-03-02T09:30:00.000Z'
    expect(await asked(0)).toEqual([])
    expect(await asked(10_080)).toMatchObject([{ id: first, customer: expect.any(String) }, {}])
    stack.clock.now = '2026-04-01T12:00:00.000Z'
    expect(await asked(0)).toHaveLength(2)
    expect((await get('/v1/conversations?dueWithin=-1')).status).toBe(422)
  })

  test('of a person, a team, a channel, a tag and their combinations', async () => {
    const [first, second, third] = await Promise.all(many(3).map(open))
    await stack.deps.people.teams.write({ v: 1, id: 'care', name: 'Care', department: 'service', hours: 'always' })
    const kim = {
      name: 'Kim',
      teams: ['care'],
      skills: [],
      languages: ['en'],
      capacity: 5,
      availability: 'online',
    } as const
    await stack.deps.people.agents.change('kim', () => ({
      v: 1,
      id: 'kim',
      active: true,
      ...kim,
      teams: ['care'],
      skills: [],
      languages: ['en'],
    }))
    await post(`/v1/conversations/${first}/assign`, { assignee: 'kim', team: 'care' })
    await post(`/v1/conversations/${second}/assign`, { team: 'care' })
    await post(`/v1/conversations/${third}/tags`, { add: ['vip'] })
    const ids = async (query: string) =>
      rowsSchema.parse((await get(`/v1/conversations?${query}`)).body).items.map(({ id }) => id)
    expect(await ids('assignee=kim')).toEqual([first])
    expect((await ids('team=care')).toSorted()).toEqual([first, second].toSorted())
    expect(await ids('team=care&assignee=none')).toEqual([second])
    expect(await ids('tag=vip')).toEqual([third])
    expect(await ids('channel=phone')).toEqual([])
    expect(await ids('status=resolved')).toEqual([])
  })

  test('refuses what it does not know, saying what is allowed', async () => {
    expect((await get('/v1/conversations?status=asleep')).status).toBe(422)
    expect((await get('/v1/conversations?cursor=nonsense')).status).toBe(422)
    expect(
      (await post(`/v1/conversations/${await open(mailAt('a', '2T09:00', parcel))}/assign`, { assignee: 'nobody' }))
        .body,
    ).toMatchObject({
      status: 422,
      errors: [{ field: 'body.assignee' }],
    })
  })
})

describe('a conversation', () => {
  test('shows whose it is, its clocks and its contacts, and its reading is audited', async () => {
    const contact = mailAt('first', '2T09:00', parcel)
    const id = await open(contact)
    const customer = await stack.customerOf(alice)
    const { body } = await get(`/v1/conversations/${id}`)
    expect(body).toMatchObject({
      conversation: { id, customer, status: 'open', channel: 'email', clocks: { firstResponse: { elapsed: 0 } } },
      entries: [{ type: 'contact', id: contact.id, conversation: id, text: parcel }],
    })
    expect(stack.audited).toContainEqual(expect.objectContaining({ action: 'conversation.read', customer }))
  })

  test('is acted on: status, note, split, join and undo, each an entry on the timeline', async () => {
    const id = await open(mailAt('first', '2T09:00', parcel))
    const second = mailAt('second', '2T09:05', `Again: ${parcel}`)
    expect(await open(second)).toBe(id)
    expect((await post(`/v1/conversations/${id}/status`, { status: 'snoozed' })).status).toBe(422)
    expect(
      (await post(`/v1/conversations/${id}/status`, { status: 'waiting-department', department: 'it' })).body,
    ).toMatchObject({ waitingFor: 'it' })
    expect((await post(`/v1/conversations/${id}/note`, { text: 'Called the courier', mentions: ['kim'] })).status).toBe(
      201,
    )
    const split = await post(`/v1/conversations/${id}/split`, { contacts: [second.id], reason: 'another parcel' })
    expect(split.body).toMatchObject({ conversation: { contacts: 1 }, other: { splitFrom: id, contacts: 1 } })
    expect((await post(`/v1/conversations/${id}/undo`, {})).body).toMatchObject({ conversation: { contacts: 2 } })
    expect((await post(`/v1/conversations/${id}/undo`, {})).status).toBe(409)
    const customer = await stack.customerOf(alice)
    const { body } = await get(`/v1/customers/${customer}/timeline`)
    const entries = z
      .looseObject({
        items: z.array(
          z.looseObject({ type: z.string(), change: z.string().optional(), actor: z.string().optional() }),
        ),
      })
      .parse(body).items
    expect(entries.filter(({ type }) => type === 'note')).toMatchObject([{ text: 'Called the courier', actor: 'anna' }])
    const changes = entries.flatMap(({ change, actor }) => (change === undefined ? [] : [`${actor} ${change}`]))
    expect(changes.toSorted()).toEqual(['anna joined', 'anna joined', 'anna split', 'anna split', 'anna status'])
  })

  test('is not joined with another customer’s', async () => {
    const mine = await open(mailAt('first', '2T09:00', parcel))
    const theirs = await open(mailAt('second', '2T09:00', parcel, { from: { identifier: bob }, evidence: [] }))
    expect((await post(`/v1/conversations/${mine}/join`, { with: theirs })).status).toBe(409)
  })

  test('stands among the open ones of its customer, its words masked for marketing', async () => {
    await open(mailAt('parcel of Alice', '2T09:00', parcel))
    const customer = await stack.customerOf(alice)
    expect((await get(`/v1/customers/${customer}`)).body).toMatchObject({
      openConversations: [{ title: 'parcel of Alice' }],
    })
    expect((await get(`/v1/customers/${customer}`, marketing)).body).toMatchObject({
      openConversations: [{ title: '•••' }],
    })
    expect((await get(`/v1/customers/${customer}/conversations`)).body).toMatchObject({ items: [{ status: 'open' }] })
  })
})
