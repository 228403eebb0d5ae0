import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { liveEventsOf } from '../../adapters/dynamodb/live-events.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { hears } from '../../core/live/topic.ts'
import { mailAt } from '../conversation/contacts.ts'
import { alice } from '../timeline/contacts.ts'
import { makeStack, marketing, type Stack } from './stack.ts'

const parcel = 'My parcel has not been delivered, order number 4471882.'
const lineSchema = z.object({ text: z.string(), entryIds: z.array(z.string()) })
const shownSchema = z.looseObject({
  conversation: z.looseObject({ handover: z.looseObject({ lines: z.array(lineSchema), entryId: z.string() }) }),
})

let stack: Stack
let id: string
let contact: Contact
beforeEach(async () => {
  stack = makeStack()
  contact = mailAt('first', '2T09:00', parcel)
  id = await arrive(contact)
  await stack.deps.people.teams.write({ v: 1, id: 'it', name: 'IT', department: 'it', hours: 'always' })
  for (const agent of ['kim', 'lee'])
    await stack.deps.people.agents.change(agent, () => ({
      ...{ v: 1, id: agent, name: agent, teams: [], skills: [], languages: ['en'], capacity: 5 },
      ...{ availability: 'online', active: agent === 'kim' },
    }))
})

async function arrive(one: Contact): Promise<string> {
  await stack.receive(one)
  const { conversations, identity } = stack.deps
  const place = { stream: streamName(homeIdentifier(one)), sortAt: sortAt(one) }
  const change = { v: 1, type: 'contact', contactId: one.id, ...place } as const
  await followChange({ ...conversations, identity, readSource: async () => undefined }, change, 1)
  return (await stack.deps.timeline.readContact(one.id, place))?.conversation ?? ''
}

const handOver = (body: object, of = id) => stack.call('POST', `/v1/conversations/${of}/hand-over`, { body })
const shown = async () => (await stack.call('GET', `/v1/conversations/${id}`)).body
const toKim = { to: { agent: 'kim' }, reason: 'speaks to the courier', note: 'she is angry, be quick' }

test('the next person sees why, and what was known at that moment, each line with the entries it comes from', async () => {
  const { body: brief } = await stack.call('GET', `/v1/customers/${await stack.customerOf(alice)}/brief`)
  const { lines } = z.object({ lines: z.array(lineSchema) }).parse(brief)
  expect(lines.some(({ text, entryIds }) => text.includes('4471882') && entryIds.includes(contact.id))).toBe(true)
  const done = await handOver(toKim)
  const handover = { by: 'anna', reason: toKim.reason, note: toKim.note, assignee: 'kim', at: stack.clock.now, lines }
  expect([done.status, done.body]).toMatchObject([200, { assignee: 'kim', handover }])
  stack.clock.now = '2026-04-01T13:00:00.000Z'
  await arrive(mailAt('second', '3T09:00', 'My parcel, order 4471882, and my new address is 1 High Street, Oxford.'))
  const page = shownSchema.parse(await shown())
  expect(page.conversation.handover).toMatchObject(handover)
  const { entries } = z.object({ entries: z.array(z.looseObject({ id: z.string() })) }).parse(await shown())
  const entry = entries.find(one => one.id === page.conversation.handover.entryId)
  expect(entry).toMatchObject({ type: 'status', change: 'handed-over', to: 'kim', reason: toKim.reason, lines })
})

test('to a team takes it from the person, and says from whom', async () => {
  await handOver(toKim)
  stack.clock.now = '2026-04-01T13:00:00.000Z'
  expect((await handOver({ to: { team: 'it' }, reason: 'needs a reset' })).body).toMatchObject({
    team: 'it',
    handover: { team: 'it', reason: 'needs a reset' },
  })
  expect(await shown()).toMatchObject({ entries: [{ change: 'handed-over', from: 'kim', to: 'it' }, {}, {}] })
  expect(await shown()).not.toHaveProperty('conversation.assignee')
  expect(await shown()).not.toHaveProperty('conversation.handover.note')
})

test('who it was given to hears of it by name', async () => {
  await handOver(toKim)
  const { conversation } = shownSchema.parse(await shown())
  const key = { pk: 'S#email:alice@example.com', sk: `T#${stack.clock.now}#${conversation.handover.entryId}` }
  const after = await stack.table.get(key)
  const [told] = liveEventsOf({ key, createdMs: Date.parse(stack.clock.now), sequence: '1', before: undefined, after })
  expect(told?.event).toMatchObject({ type: 'note', kind: 'status', change: 'handed-over', mentions: ['kim'] })
  const listens = (subject: string) =>
    told !== undefined && hears({ subject, groups: ['agent'], topics: ['mentions'] }, told.event)
  expect([listens('kim'), listens('lee')]).toEqual([true, false])
})

test('is settled with the conversation; its entry stays', async () => {
  await handOver(toKim)
  stack.clock.now = '2026-04-01T13:00:00.000Z'
  await stack.call('POST', `/v1/conversations/${id}/status`, { body: { status: 'resolved' } })
  const page = await shown()
  expect(page).not.toHaveProperty('conversation.handover')
  expect(page).toMatchObject({ entries: [{}, { change: 'handed-over' }, {}] })
})

test.each([
  [{ to: { agent: 'nobody' }, reason: 'why not' }, 'body.to.agent'],
  [{ to: { agent: 'lee' }, reason: 'has left' }, 'body.to.agent'],
  [{ to: { team: 'nobody' }, reason: 'why not' }, 'body.to.team'],
  [{ to: { agent: 'kim' } }, 'body.reason'],
])('%j is refused, saying what is wrong', async (body, field) => {
  expect((await handOver(body)).body).toMatchObject({ status: 422, errors: [{ field }] })
})

test('of no conversation is not found', async () => {
  expect((await handOver(toKim, 'f'.repeat(32))).status).toBe(404)
})

test('marketing sees that it was handed over, not what is known', async () => {
  await handOver(toKim)
  const path = `/v1/customers/${await stack.customerOf(alice)}/timeline`
  const { body } = await stack.call('GET', path, { groups: marketing })
  const { items } = z.object({ items: z.array(z.looseObject({ type: z.string() })) }).parse(body)
  const [entry] = items.filter(({ type }) => type === 'status')
  expect(entry).toMatchObject({ change: 'handed-over', to: 'kim', reason: '•••' })
  expect(entry).not.toHaveProperty('lines')
  expect(entry).not.toHaveProperty('note')
  expect(entry).not.toHaveProperty('mentions')
})
