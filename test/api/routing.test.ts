import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { previewSchema } from '../../core/api/routing-rule.ts'
import { act } from '../../core/conversation/act.ts'
import { mailAt, mentionAt } from '../conversation/contacts.ts'
import { ruleNamed } from '../routing/company.ts'
import { makeRoutedWorld } from '../routing/routed-world.ts'
import { makeStack, operator, type Stack } from './stack.ts'

let world: ReturnType<typeof makeRoutedWorld>
let stack: Stack
beforeEach(async () => {
  world = makeRoutedWorld()
  stack = makeStack({}, world.table)
  for (const id of ['service', 'billing'])
    await stack.deps.people.teams.write({ v: 1, id, name: id, department: 'service', hours: 'always' })
  await world.put('ada', { teams: ['service'] })
  await world.put('bea', { teams: ['billing'], skills: ['billing'], availability: 'offline' })
})

const put = (id: string, body: object) => stack.call('PUT', `/v1/routing-rules/${id}`, { groups: operator, body })
const list = async () => {
  const { body } = await stack.call('GET', '/v1/routing-rules', { groups: operator })
  return z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(body)
    .items.map(({ id }) => id)
}
const previewOf = async (body: object) => {
  const answer = await stack.call('POST', '/v1/routing-rules/preview', { groups: operator, body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return previewSchema.parse(answer.body)
}

const invoices = { name: 'Invoices', when: { topic: ['billing'] }, to: { team: 'billing', skills: ['billing'] } }

describe('rules', () => {
  test('are configured, switched off at first, and listed in the order in which they are tried', async () => {
    expect((await put('invoices', invoices)).body).toEqual({ id: 'invoices', order: 100, active: false, ...invoices })
    await put('first', { name: 'First', order: 1, active: true })
    expect(await list()).toEqual(['first', 'invoices'])
    const { body } = await put('invoices', { ...invoices, order: 0, active: true })
    expect((await put('invoices', body)).body).toEqual(body)
    expect(await list()).toEqual(['invoices', 'first'])
  })

  test.each([
    ['a team', { team: 'nobody' }, 'body.to.team', 'is no team; there are billing, service'],
    ['an agent', { agent: 'zoe' }, 'body.to.agent', 'is no agent; there are ada, bea'],
    ['a skill', { skills: ['billing', 'latin'] }, 'body.to.skills.1', 'is no skill that anybody has; there is billing'],
    [
      'a skill to help',
      { specialist: 'latin' },
      'body.to.specialist',
      'is no skill that anybody has; there is billing',
    ],
  ])('that name %s that is not there are refused with what is', async (_, to, field, message) => {
    const { status, body } = await put('wrong', { name: 'Wrong', to })
    expect([status, body]).toMatchObject([422, { errors: [{ field, message }] }])
    expect(await list()).toEqual([])
  })

  test.each([
    ['an unknown condition', { when: { weather: ['rain'] } }],
    ['an empty condition', { when: { channel: [] } }],
    ['an unknown channel', { when: { channel: ['fax'] } }],
    ['no name', { name: '' }],
    ['a wrong priority', { to: { priority: 'utmost' } }],
  ])('with %s are refused', async (_, wrong) => {
    expect((await put('wrong', { name: 'Wrong', ...wrong })).status).toBe(422)
  })

  test('are two hundred at most; those that are there can still be changed', async () => {
    const write = stack.deps.routing.rules.write
    for (let n = 0; n < 200; n++) await write(ruleNamed(`rule-${n}`))
    const { status, body } = await put('more', { name: 'One more' })
    expect([status, body]).toMatchObject([409, { detail: expect.stringContaining('200 rules') }])
    expect((await put('rule-7', { name: 'Changed' })).status).toBe(200)
  })
})

describe('a preview', () => {
  const parcel = mailAt('parcel', '2T09:00', 'My parcel has not been delivered')
  const invoice = mailAt('invoice', '2T10:00', 'My invoice is wrong', {
    from: { identifier: { type: 'email', value: 'bob@example.com' } },
    evidence: [],
  })

  test('tells of past conversations what each would have decided, what differs, and who gets how many', async () => {
    const [first, second] = [await world.receive(parcel), await world.receive(invoice)]
    await put('rest', { name: 'The rest', order: 900, active: true, to: { team: 'service' } })
    const { looked, differing, agents, teams, items } = await previewOf({
      rules: [
        { id: 'invoices', ...invoices },
        { id: 'rest', name: 'The rest', order: 900, to: { team: 'service' } },
      ],
    })
    const rest = { rule: 'rest', team: 'service', assignee: 'ada' }
    expect({ looked, differing }).toEqual({ looked: 2, differing: 1 })
    expect(items).toEqual([
      { conversation: first.id, at: parcel.occurredAt, inForce: rest, previewed: rest, differs: false },
      {
        ...{ conversation: second.id, at: invoice.occurredAt, differs: true, inForce: rest },
        previewed: { rule: 'invoices', team: 'billing', assignee: 'bea' },
      },
    ])
    expect(agents).toEqual([
      { id: 'ada', inForce: 2, previewed: 1 },
      { id: 'bea', inForce: 0, previewed: 1 },
    ])
    expect(teams).toEqual([
      { id: 'billing', inForce: 0, previewed: 1 },
      { id: 'service', inForce: 2, previewed: 1 },
    ])
  })

  test('changes nothing, and looks at conversations as they were when they came', async () => {
    await world.rules({ v: 1, id: 'rest', name: 'Rest', order: 1, active: true, when: {}, to: { skills: [] } })
    const { id } = await world.receive(parcel)
    await act(world.deps, id, { do: 'tags', add: ['vip'], remove: [] }, { actor: 'ada' })
    await act(world.deps, id, { do: 'status', status: 'resolved' }, { actor: 'ada' })
    const before = await world.read(id)
    const vip = { id: 'vip', name: 'VIP', when: { tag: ['vip'] } }
    expect((await previewOf({ rules: [vip] })).items).toMatchObject([{ inForce: { rule: 'rest', assignee: 'ada' } }])
    expect((await previewOf({ rules: [vip] })).items[0]?.previewed).toBeUndefined()
    expect(await world.read(id)).toEqual(before)
    expect(await list()).toEqual(['rest'])
  })

  test('tells the first matter of a customer from later ones, and gives those to who knows them', async () => {
    const later = mailAt('later', '2T11:00', 'I want to cancel my contract')
    const [first, second] = [await world.receive(parcel), await world.receive(later)]
    expect(second.id).not.toBe(first.id)
    await world.put('carl', { teams: ['service'] })
    const rules = [
      { id: 'new', name: 'New', order: 1, when: { firstTime: true } },
      { id: 'known', name: 'Known', order: 2 },
    ]
    const { items } = await previewOf({ rules })
    expect(items.map(({ previewed }) => [previewed?.rule, previewed?.assignee])).toEqual([
      ['new', 'ada'],
      ['known', 'ada'],
    ])
  })

  test('looks at as many as asked for, the newest, and since then', async () => {
    await world.receive(parcel)
    const { id } = await world.receive(invoice)
    await world.receive(mentionAt('post', '1T10:00', 'hello', { type: 'x', value: '7' }))
    const rules = [{ id: 'all', name: 'All' }]
    expect((await previewOf({ rules, limit: 1 })).items.map(({ conversation }) => conversation)).toEqual([id])
    expect((await previewOf({ rules, since: '2026-03-02T00:00:00.000Z' })).looked).toBe(2)
  })

  test('is refused for more than five hundred, and for rules that name what is not there', async () => {
    const ask = (body: object) => stack.call('POST', '/v1/routing-rules/preview', { groups: operator, body })
    expect((await ask({ rules: [], limit: 501 })).status).toBe(422)
    const { status, body } = await ask({ rules: [{ id: 'wrong', name: 'Wrong', to: { team: 'nobody' } }] })
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'body.rules.0.to.team' }] }])
  })
})

test('a conversation shows by which rule it was given to whom, and what it waits for stands in the queue', async () => {
  await world.rules({ v: 1, id: 'all', name: 'All', order: 1, active: true, when: {}, to: { skills: ['billing'] } })
  const { id } = await world.receive(mailAt('hello', '2T09:00', 'Hello'))
  const shown = await stack.call('GET', `/v1/conversations/${id}`)
  expect(shown.body).toMatchObject({
    conversation: { assignedBy: { rule: 'all', reason: 'rule «All»: waits, nobody with billing is online' } },
  })
  const queue = await stack.call('GET', '/v1/conversations')
  expect(queue.body).toMatchObject({ items: [{ id, needs: { skills: ['billing'] } }] })
})
