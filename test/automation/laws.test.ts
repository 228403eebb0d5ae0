import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followAutomations } from '../../core/automation/follow.ts'
import { limits } from '../../core/automation/guard.ts'
import type { Rule, RuleAction, When } from '../../core/automation/rule.ts'
import type { Change } from '../../core/change/change.ts'
import { mailAt } from '../conversation/contacts.ts'
import { Died } from '../watched-table.ts'
import { rule } from './rules.ts'
import { makeAutomation } from './world.ts'

const contact = mailAt('parcel', '2T11:00', 'My parcel has not arrived, I was charged on my invoice')

const tag = fc.constantFrom('a', 'b', 'c')
const when: fc.Arbitrary<When> = fc.oneof(
  fc.constant({ event: 'contact' } as const),
  fc.record({ event: fc.constant('tag' as const), tags: fc.uniqueArray(tag, { maxLength: 2 }) }),
  fc.constant({ event: 'status' } as const),
  fc.constant({ event: 'topic' } as const),
)
const action: fc.Arbitrary<RuleAction> = fc.oneof(
  fc.record({
    do: fc.constant('tag' as const),
    add: fc.uniqueArray(tag, { maxLength: 2 }),
    remove: fc.uniqueArray(tag, { maxLength: 2 }),
  }),
  fc.record({
    do: fc.constant('ask' as const),
    department: fc.constantFrom('it', 'sales'),
    note: fc.constant('look'),
    mentions: fc.constant<string[]>([]),
  }),
  fc.record({ do: fc.constant('assign' as const), assignee: fc.constantFrom('anna', null) }),
  fc.constant({ do: 'answer', macro: 'm' } as const),
)
const rules: fc.Arbitrary<Rule[]> = fc
  .array(fc.tuple(when, fc.array(action, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 8 })
  .map(all => all.map(([set, actions], at) => rule(`r${at}`, { when: set, actions })))

describe('whatever the rules', () => {
  test('they come to rest, within the limits of an hour, each firing in the log', async () => {
    await fc.assert(
      fc.asyncProperty(rules, async some => {
        const world = await makeAutomation(some)
        await world.receive(contact)
        await world.receive(mailAt('again', '2T11:10', 'Still no parcel'))
        const logs = (await Promise.all(some.map(({ id }) => world.log(id)))).flat()
        const done = logs.filter(({ stopped }) => stopped === undefined)
        expect(done.length).toBeLessThanOrEqual(limits.perHour)
        for (const { depth } of done) expect(depth).toBeLessThanOrEqual(limits.depth)
        expect(world.answers.size).toBeLessThanOrEqual(1)
        for (const { steps } of logs) for (const { outcome } of steps) expect(outcome).not.toBe('waiting')
      }),
      { numRuns: 60 },
    )
  })

  test('two that undo each other stop, and the log says why', async () => {
    const world = await makeAutomation([
      rule('begin', { actions: [{ do: 'tag', add: ['ping'], remove: [] }] }),
      rule('ping', {
        when: { event: 'tag', tags: ['ping'] },
        actions: [{ do: 'tag', add: ['pong'], remove: ['ping'] }],
      }),
      rule('pong', {
        when: { event: 'tag', tags: ['pong'] },
        actions: [{ do: 'tag', add: ['ping'], remove: ['pong'] }],
      }),
    ])
    await world.receive(contact)
    const stopped = (await world.log('ping')).map(firing => firing.stopped)
    expect(stopped.toSorted()).toEqual(['caused by itself', undefined])
  })

  test('no more than so many act in an hour on what people do, and the rest is in the log', async () => {
    const many = Array.from({ length: limits.perHour + 5 }, (_, at) => rule(`r${String(at).padStart(2, '0')}`))
    const world = await makeAutomation(many)
    const { tags } = await world.receive(contact)
    expect(tags).toHaveLength(limits.perHour)
    expect((await world.log('r24'))[0]).toMatchObject({ stopped: 'too many in an hour' })
  })

  test('more rules than a transaction holds are all in the log', async () => {
    const many = Array.from({ length: 130 }, (_, at) => rule(`r${String(at).padStart(3, '0')}`))
    const world = await makeAutomation(many)
    await world.receive(contact)
    const logs = await Promise.all(many.map(({ id }) => world.log(id)))
    expect(logs.filter(firings => firings.length === 1)).toHaveLength(130)
  })

  test('a chain is cut at its depth', async () => {
    const links = ['a', 'b', 'c', 'd', 'e', 'f']
    const world = await makeAutomation([
      rule('start', { actions: [{ do: 'tag', add: ['a'], remove: [] }] }),
      ...links.map((from, at) =>
        rule(`from-${from}`, {
          when: { event: 'tag', tags: [from] },
          actions: [{ do: 'tag', add: [links[at + 1] ?? 'end'], remove: [] }],
        }),
      ),
    ])
    expect((await world.receive(contact)).tags).toEqual(['a', 'b', 'c', 'd'])
    expect((await world.log('from-d'))[0]).toMatchObject({ stopped: 'too deep a chain', depth: 4 })
  })
})

const busy = [
  rule('busy', {
    actions: [
      { do: 'tag', add: ['late'], remove: [] },
      { do: 'answer', macro: 'received' },
      { do: 'ask', department: 'logistics', note: 'Where is it?', mentions: [] },
      { do: 'assign', assignee: 'anna' },
      { do: 'call', hook: 'shop' },
    ],
  }),
  rule('on-status', { when: { event: 'status', to: ['waiting-department'] } }),
]

type World = Awaited<ReturnType<typeof makeAutomation>>

/** All that is left behind: the conversation but for its version, what stands on the timeline, what others were asked. */
async function leftBy(world: World) {
  const { version: _, ...conversation } = await world.conversationOf(contact)
  const events = await world.eventsOn(conversation.anchor)
  const logs = await Promise.all(busy.map(({ id }) => world.log(id)))
  const told = events.map(event => JSON.stringify(event)).toSorted()
  return { conversation, told, logs, answers: [...world.answers.keys()], calls: [...world.calls.keys()] }
}

const again =
  (world: World) =>
  async (change: Change): Promise<void> => {
    for (let tries = 1; tries < 6; tries++) {
      try {
        return await followAutomations(world.deps, change, tries)
      } catch (error) {
        if (!(error instanceof Died)) throw error
      }
    }
    throw new Error('it never came through')
  }

const withoutVersions = ({ logs, ...left }: Awaited<ReturnType<typeof leftBy>>) => ({
  ...left,
  logs: logs.flat().map(({ rule: name, steps, stopped }) => ({ name, steps, stopped })),
})

describe('twice is once', () => {
  const undisturbed = async () => {
    const world = await makeAutomation(busy)
    await world.receive(contact)
    return world
  }

  test('when it dies at any call, before it or after, and is told again', async () => {
    const expected = withoutVersions(await leftBy(await undisturbed()))
    expect(expected.calls).toHaveLength(1)
    let deaths = 0
    for (let at = 0; at < 80; at++) {
      for (const after of [false, true]) {
        const world = await makeAutomation(busy)
        await world.join(contact)
        world.mortal.arm(at, after)
        await world.settle(again(world))
        expect(withoutVersions(await leftBy(world)), `at call ${at}${after ? ', after' : ''}`).toEqual(expected)
        deaths += world.mortal.deaths()
      }
    }
    expect(deaths).toBeGreaterThan(60)
  })

  test('when it is told several times at once', async () => {
    const expected = withoutVersions(await leftBy(await undisturbed()))
    const world = await makeAutomation(busy)
    await world.join(contact)
    await world.settle(async change => {
      await Promise.all([1, 2, 3].map(() => followAutomations(world.deps, change, 1)))
    })
    expect(withoutVersions(await leftBy(world))).toEqual(expected)
  })

  test('what people did in between stays as they did it', async () => {
    const world = await makeAutomation([rule('assign', { actions: [{ do: 'assign', assignee: 'anna' }] })])
    await world.join(contact)
    const conversation = await world.conversationOf(contact)
    const changes = world.watched.taken()
    await dieAfterActing(world, changes)
    expect((await world.conversationOf(contact)).assignee).toBe('anna')
    const { act } = await import('../../core/conversation/act.ts')
    await act(world.deps.conversations, conversation.id, { do: 'assign', assignee: 'bob' }, { actor: 'bob' })
    for (const change of changes) await followAutomations(world.deps, change, 2)
    expect((await world.conversationOf(contact)).assignee).toBe('bob')
    expect((await world.log('assign'))[0]?.steps).toMatchObject([{ outcome: 'done' }])
  })
})

/** Dies at the first call after which the conversation is assigned, before that is noted. */
async function dieAfterActing(world: World, changes: Change[]): Promise<void> {
  const { changeFiring } = world.deps.automations
  world.deps.automations.changeFiring = async () => {
    throw new Died()
  }
  for (const change of changes) {
    await followAutomations(world.deps, change, 1).catch((error: unknown) => {
      if (!(error instanceof Died)) throw error
    })
  }
  world.deps.automations.changeFiring = changeFiring
}
