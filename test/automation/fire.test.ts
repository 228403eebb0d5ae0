import { describe, expect, test } from 'vitest'
import { untouched } from '../../core/automation/automated.ts'
import { ofContact } from '../../core/automation/occurrence.ts'
import { plan } from '../../core/automation/plan.ts'
import type { Rule } from '../../core/automation/rule.ts'
import { defaultPolicy } from '../../core/clock/policy.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { act } from '../../core/conversation/act.ts'
import { fireClocks } from '../../core/conversation/fire-clocks.ts'
import { opened } from '../../core/conversation/open.ts'
import { always } from '../../core/hours/hours.ts'
import { mailAt, mentionAt } from '../conversation/contacts.ts'
import { rule } from './rules.ts'
import { makeAutomation } from './world.ts'

const parcel = mailAt('parcel', '2T11:00', 'My parcel has not arrived, please cancel my order')

describe('when a contact comes', () => {
  test('rules tag, assign, ask a department, answer and call', async () => {
    const world = await makeAutomation([
      rule('all', {
        actions: [
          { do: 'tag', add: ['late'], remove: [] },
          { do: 'assign', assignee: 'anna' },
          { do: 'ask', department: 'logistics', note: 'Where is it?', mentions: ['logistics'] },
          { do: 'answer', macro: 'received' },
          { do: 'call', hook: 'shop' },
        ],
      }),
    ])
    const conversation = await world.receive(parcel)
    expect(conversation).toMatchObject({
      tags: ['late'],
      assignee: 'anna',
      status: 'waiting-department',
      waitingFor: 'logistics',
    })
    expect([...world.answers.values()]).toMatchObject([{ conversation: conversation.id, macro: 'received' }])
    expect(world.calls.size).toBe(1)
    const events = await world.eventsOn(conversation.anchor)
    expect(events.filter(({ type }) => type === 'note')).toMatchObject([
      { actor: 'automation:all', text: 'Where is it?', mentions: ['logistics'] },
    ])
    const [fired] = await world.log('all')
    expect(fired).toMatchObject({ conversation: conversation.id, depth: 0 })
    expect(fired?.steps.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(fired).not.toHaveProperty('stopped')
  })

  test('each contact sets them off once, however often its changes are told', async () => {
    const world = await makeAutomation([rule('all', { actions: [{ do: 'call', hook: 'shop' }] })])
    await world.receive(parcel)
    const conversation = await world.receive(mailAt('again', '2T11:30', 'Still no parcel'))
    expect(world.calls.size).toBe(2)
    for (let told = 0; told < 3; told++) {
      await world.deps.conversations.store.read([conversation.id])
      await act(
        world.deps.conversations,
        conversation.id,
        { do: 'tags', add: [`t${told}`], remove: [] },
        { actor: 'bob' },
      )
      await world.settle()
    }
    expect(world.calls.size).toBe(2)
  })

  test('what is older than a day is history, and so is what came before the rule', async () => {
    const world = await makeAutomation([
      rule('all', { actions: [{ do: 'call', hook: 'shop' }] }),
      rule('late', { since: '2026-03-02T11:30:00.000Z', actions: [{ do: 'call', hook: 'late' }] }),
    ])
    await world.receive(mailAt('old', '1T09:00', 'An old mail about a parcel'))
    expect(world.calls.size).toBe(0)
    await world.receive(parcel)
    await world.receive(mailAt('newer', '2T11:45', 'Still no parcel'))
    expect([...world.calls.keys()].map(key => key.split(' ')[0])).toEqual(['shop', 'shop', 'late'])
  })

  test('an agent who left, or a team that never was, is refused in the log and the rest is done', async () => {
    const world = await makeAutomation([
      rule('all', {
        actions: [
          { do: 'assign', assignee: 'nobody' },
          { do: 'assign', team: 'nowhere' },
          { do: 'tag', add: ['seen'], remove: [] },
        ],
      }),
    ])
    expect(await world.receive(parcel)).toMatchObject({ tags: ['seen'] })
    const [fired] = await world.log('all')
    expect(fired?.steps.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'done'])
  })
})

describe('conditions', () => {
  const fires = async (conditions: Partial<Rule['if']>, contact = parcel) => {
    const world = await makeAutomation([rule('r', { if: { all: [], any: [], ...conditions } })])
    return (await world.receive(contact)).tags.includes('r')
  }

  test.each([
    [true, { all: [{ field: 'channel' as const, op: 'is' as const, values: ['email' as const] }] }],
    [false, { all: [{ field: 'channel' as const, op: 'is-not' as const, values: ['email' as const] }] }],
    [true, { all: [{ field: 'team' as const, op: 'is' as const, values: ['none'] }] }],
    [true, { all: [{ field: 'words' as const, op: 'is' as const, values: ['CANCEL my Order'] }] }],
    [false, { all: [{ field: 'words' as const, op: 'is' as const, values: ['can', 'order my'] }] }],
    [true, { all: [{ field: 'topics' as const, op: 'is' as const, values: ['delivery'] }] }],
    [true, { all: [{ field: 'first-time' as const, is: true }] }],
    [true, { all: [{ field: 'outside-hours' as const, is: false }] }],
    [
      false,
      {
        any: [
          { field: 'brand' as const, op: 'is' as const, values: ['other'] },
          { field: 'direction' as const, op: 'is' as const, values: ['outbound' as const] },
        ],
      },
    ],
    [
      true,
      {
        any: [
          { field: 'brand' as const, op: 'is' as const, values: ['other'] },
          { field: 'direction' as const, op: 'is' as const, values: ['inbound' as const] },
        ],
      },
    ],
  ])('%s: %j', async (expected, conditions) => {
    expect(await fires(conditions)).toBe(expected)
  })

  test('a network is asked of what was said there, and neither holds nor does not where nothing was', async () => {
    const onX = { field: 'network' as const, op: 'is' as const, values: ['x'] }
    const mention = mentionAt('mention', '2T11:00', 'Where is my parcel?')
    expect(await fires({ all: [onX] }, mention)).toBe(true)
    expect(await fires({ all: [{ ...onX, op: 'is-not' }] }, mention)).toBe(false)
    expect(await fires({ all: [onX] })).toBe(false)
  })

  test('words are found whatever their accents, in every script', async () => {
    const text = 'Mein Paket ist beschädigt angekommen, ПОСЫЛКА повреждена'
    const words = (...values: string[]) => ({ all: [{ field: 'words' as const, op: 'is' as const, values }] })
    const contact = mailAt('german', '2T11:00', text)
    expect(await fires(words('beschadigt angekommen'), contact)).toBe(true)
    expect(await fires(words('посылка'), contact)).toBe(true)
    expect(await fires(words('посыл'), contact)).toBe(false)
  })
})

describe('other events', () => {
  test('a status, a tag and a topic set off the rules that ask for them', async () => {
    const world = await makeAutomation([
      rule('resolved', { when: { event: 'status', to: ['resolved'] } }),
      rule('vip', { when: { event: 'tag', tags: ['important'] } }),
      rule('billing', { when: { event: 'topic', topics: ['billing'] } }),
    ])
    const { id } = await world.receive(parcel)
    const by = { actor: 'bob' }
    await act(world.deps.conversations, id, { do: 'tags', add: ['other', 'important'], remove: [] }, by)
    await world.settle()
    expect((await world.conversationOf(parcel)).tags).toEqual(['other', 'important', 'vip'])
    await act(world.deps.conversations, id, { do: 'status', status: 'resolved' }, by)
    await world.settle()
    expect((await world.conversationOf(parcel)).tags).toEqual(['other', 'important', 'vip', 'resolved'])
    await world.receive(mailAt('money', '2T11:30', 'And I was charged twice on my invoice'))
    await world.receive(mailAt('more', '2T11:40', 'The invoice, the invoice'))
    const [billing, ...others] = await world.log('billing')
    expect(billing?.occurrence).toMatchObject({ event: 'topic', values: ['billing'] })
    expect(others).toEqual([])
  })

  test('a clock that runs out sets off its rule once', async () => {
    const world = await makeAutomation([rule('late', { when: { event: 'clock', clocks: ['firstResponse'] } })])
    await world.receive(parcel)
    world.clock.now = '2026-03-03T11:30:00.000Z'
    expect(await fireClocks({ ...world.deps.conversations, escalateTo: async () => undefined })).toBe(1)
    await world.settle()
    expect((await world.conversationOf(parcel)).tags).toEqual(['late'])
    expect(await world.log('late')).toHaveLength(1)
  })
})

describe('answers by themselves', () => {
  const answering = rule('answering', { actions: [{ do: 'answer', macro: 'received' }] })

  test('go out once a day to a conversation', async () => {
    const world = await makeAutomation([answering])
    await world.receive(parcel)
    await world.receive(mailAt('again', '2T11:30', 'Still no parcel'))
    expect(world.answers.size).toBe(1)
    const steps = (await world.log('answering')).map(({ steps: [step] }) => step?.detail ?? step?.outcome)
    expect(steps.toSorted()).toEqual(['answered already today', 'done'])
    world.clock.now = '2026-03-03T12:30:00.000Z'
    await world.receive(mailAt('tomorrow', '3T12:20', 'Still no parcel'))
    expect(world.answers.size).toBe(2)
  })

  test.each(['bounce', 'auto-reply', 'list'] as const)(
    'never go to a %s, should one ever be in a conversation',
    automatic => {
      const conversation = conversationOf(parcel)
      const [occurrence] = ofContact(conversation.id, parcel, [])
      if (occurrence === undefined) throw new Error('a contact is an occurrence')
      const situation = { conversation, contact: { ...parcel, automatic }, outsideHours: false, firstTime: true }
      const { firings } = plan(
        [answering],
        occurrence,
        situation,
        untouched(conversation.id),
        '2026-03-02T12:00:00.000Z',
      )
      expect(firings).toMatchObject([{ steps: [{ outcome: 'stopped', detail: 'a robot wrote it' }] }])
    },
  )

  test('never answer our own words', async () => {
    const world = await makeAutomation([
      rule('resolved', { when: { event: 'contact' }, if: { all: [outbound], any: [] }, actions: answering.actions }),
    ])
    await world.receive(parcel)
    const reply = mailAt('reply', '2T11:10', 'It is on its way', {
      direction: 'outbound',
      from: { identifier: { type: 'email', value: 'support@company.example' } },
      to: [{ identifier: parcel.from.identifier }],
      answers: parcel.id,
    })
    await world.receive(reply)
    expect(world.answers.size).toBe(0)
    expect((await world.log('resolved'))[0]?.steps).toMatchObject([{ outcome: 'stopped', detail: 'nothing to answer' }])
  })
})

const conversationOf = (contact: Contact) =>
  opened(
    { contact, at: contact.occurredAt, signs: { references: [], topics: [], facts: [] } },
    'email:alice@example.com',
    contact.receivedAt,
    { hours: always, policy: defaultPolicy, priority: 'normal' },
  )

const outbound = { field: 'direction' as const, op: 'is' as const, values: ['outbound' as const] }
