import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { mailAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'
import { makeStack, operator } from './stack.ts'

const rule = {
  name: 'Late parcels',
  when: { event: 'contact' },
  if: { all: [{ field: 'words', values: ['parcel'] }] },
  actions: [{ do: 'tag', add: ['late'] }],
}

function makeCompany() {
  const stack = makeStack()
  const call = (method: string, path: string, body?: object) =>
    stack.call(method, path, { groups: operator, ...(body && { body }) })
  const join = makeWorld(stack.table).receive
  return { ...stack, call, join, asAgent: stack.call }
}

const errorsSchema = z.object({ errors: z.array(z.object({ field: z.string() })) })
const fields = (body: unknown) => errorsSchema.parse(body).errors.map(({ field }) => field)

describe('rules of automation', () => {
  test('are configured, listed, and count from when they were', async () => {
    const { call, clock } = makeCompany()
    const made = await call('PUT', '/v1/automations/late', rule)
    expect(made).toMatchObject({ status: 200, body: { id: 'late', active: true, since: clock.now } })
    expect((await call('GET', '/v1/automations')).body).toEqual({ items: [made.body] })
    expect((await call('PUT', '/v1/automations/late', { ...rule, active: false })).body).toMatchObject({
      active: false,
    })
  })

  test.each([
    ['an agent who is not there', [{ do: 'assign', assignee: 'nobody' }], 'body.actions.0.assignee'],
    ['a team that is not there', [{ do: 'assign', team: 'nowhere' }], 'body.actions.0.team'],
    [
      'a macro that is not there',
      [
        { do: 'tag', add: ['x'] },
        { do: 'answer', macro: 'none' },
      ],
      'body.actions.1.macro',
    ],
    ['a webhook that is not there', [{ do: 'call', hook: 'none' }], 'body.actions.0.hook'],
    [
      'two answers',
      [
        { do: 'answer', macro: 'a' },
        { do: 'answer', macro: 'b' },
      ],
      'body.actions',
    ],
    ['nothing to do', [], 'body.actions'],
    ['nobody to assign it to', [{ do: 'assign' }], 'body.actions.0'],
  ])('that name %s are refused', async (_, actions, field) => {
    const { call } = makeCompany()
    const { status, body } = await call('PUT', '/v1/automations/late', { ...rule, actions })
    expect([status, fields(body)]).toEqual([422, [field]])
  })

  test.each([
    ['a pattern without letters', { all: [{ field: 'words', values: ['.*'] }] }],
    ['a field that is not known', { all: [{ field: 'mood', values: ['bad'] }] }],
    ['a channel that is not known', { any: [{ field: 'channel', values: ['fax'] }] }],
  ])('that ask for %s are refused', async (_, conditions) => {
    const { call } = makeCompany()
    expect((await call('PUT', '/v1/automations/late', { ...rule, if: conditions })).status).toBe(422)
  })
})

describe('a preview', () => {
  test('says what a rule would have done on past contacts, and does nothing', async () => {
    const { call, join, deps, clock } = makeCompany()
    clock.now = '2026-03-03T12:00:00.000Z'
    await join(mailAt('parcel', '2T11:00', 'My parcel has not arrived'))
    await join(mailAt('again', '2T11:30', 'The parcel is still not here', { thread: { id: 'x', references: [] } }))
    await join(mailAt('invoice', '2T12:00', 'I was charged twice', { from: { identifier: bob } }))
    const { status, body } = await call('POST', '/v1/automations/preview', { rule })
    expect([status, body.looked, body.fired, body.stopped]).toEqual([200, 2, 2, 0])
    expect(body.items).toMatchObject([
      { occurrence: { event: 'contact' }, steps: [{ action: { do: 'tag', add: ['late'] } }] },
      {},
    ])
    expect((await call('GET', '/v1/automations/preview/log')).body).toEqual({ items: [] })
    const [conversation] = await deps.routing.recent(1, undefined)
    const [stored] = await deps.conversations.store.read([conversation?.id ?? ''])
    expect(stored?.tags).toEqual([])
    const since = await call('POST', '/v1/automations/preview', { rule, since: '2026-03-02T11:15:00.000Z' })
    expect(since.body.fired).toBe(1)
  })

  test('of a rule about a status reads what happened', async () => {
    const { call, join, deps, asAgent } = makeCompany()
    await join(mailAt('parcel', '2T11:00', 'My parcel has not arrived'))
    const [{ id } = { id: '' }] = await deps.routing.recent(1, undefined)
    await asAgent('POST', `/v1/conversations/${id}/status`, { body: { status: 'resolved' } })
    const asked = { ...rule, when: { event: 'status', to: ['resolved'] } }
    expect((await call('POST', '/v1/automations/preview', { rule: asked })).body).toMatchObject({ looked: 1, fired: 1 })
    const other = { ...rule, when: { event: 'status', to: ['spam'] } }
    expect((await call('POST', '/v1/automations/preview', { rule: other })).body).toMatchObject({ looked: 1, fired: 0 })
  })

  test('looks at 500 conversations at most', async () => {
    const { call } = makeCompany()
    expect((await call('POST', '/v1/automations/preview', { rule, limit: 501 })).status).toBe(422)
  })
})

const bob = { type: 'email', value: 'bob@example.com' } as const
