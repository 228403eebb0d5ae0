import { describe, expect, test } from 'vitest'
import { takeWaiting } from '../../core/routing/take-waiting.ts'
import { aliceX, answerAt, mailAt, mentionAt, shows } from '../conversation/contacts.ts'
import { bob as bobsAddress } from '../timeline/contacts.ts'
import { everything, ruleNamed } from './company.ts'
import { makeRoutedWorld } from './routed-world.ts'

const parcel = mailAt('parcel', '2T11:00', 'My parcel has not been delivered')
const fromBob = mailAt('login', '2T11:01', 'I cannot log in', { from: { identifier: bobsAddress }, evidence: [] })
const rule = ruleNamed('service', { name: 'Service', to: { team: 'service' } })

async function makeOffice(...ids: string[]) {
  const world = makeRoutedWorld()
  await world.rules(rule)
  await world.employ(...ids)
  const changes = async () => (await world.eventsOn('email:alice@example.com')).filter(event => event.type === 'status')
  return { ...world, changes }
}

describe('a conversation that comes in', () => {
  test('is given to somebody, with the reason on it and on the timeline', async () => {
    const { receive, changes } = await makeOffice('ada', 'carol')
    const reason = 'rule «Service»: Ada has the least to do (0 of 20)'
    expect(await receive(parcel)).toMatchObject({
      team: 'service',
      assignee: 'ada',
      assignedBy: { actor: 'throughline', rule: 'service', to: 'ada', reason },
    })
    expect(await changes()).toContainEqual(
      expect.objectContaining({ change: 'routed', actor: 'throughline', to: 'ada', reason }),
    )
  })

  test('is given once, however often it is told', async () => {
    const { receive, follow, changes, read } = await makeOffice('ada')
    const { id, version } = await receive(parcel)
    await follow(id)
    await follow(id)
    expect((await read(id)).version).toBe(version)
    expect((await changes()).filter(({ change }) => change === 'routed')).toHaveLength(1)
  })

  test('goes to the next, once the first has one', async () => {
    const { receive, loads } = await makeOffice('ada', 'carol')
    expect((await receive(parcel)).assignee).toBe('ada')
    expect((await receive(fromBob)).assignee).toBe('carol')
    expect(await loads()).toEqual({ ada: 1, carol: 1 })
  })

  test('goes to whoever answered the customer last, in another matter', async () => {
    const { receive, record, follow, world, doAs } = await makeOffice('ada', 'carol').then(office => ({
      ...office,
      world: office,
    }))
    const first = await receive(parcel)
    await doAs('ada', first.id, { do: 'assign', assignee: null, team: 'service' })
    const answer = { ...answerAt('answer', '2T11:30', 'It arrives tomorrow.', parcel), agent: 'carol' }
    await record(answer)
    await world.receive(answer)
    expect((await world.read(first.id)).answeredBy).toMatchObject({ agent: 'carol' })
    await doAs('carol', first.id, { do: 'status', status: 'resolved' })
    await follow(first.id)
    const next = await receive(mailAt('invoice', '2T11:50', 'My invoice is wrong, number 88123456'))
    expect(next.id).not.toBe(first.id)
    expect(next.assignedBy?.reason).toBe('rule «Service»: Carol knows the customer')
  })

  test('is left alone where no rule is in force, or none applies', async () => {
    const world = makeRoutedWorld()
    await world.employ('ada')
    const { id, assignedBy } = await world.receive(parcel)
    expect(assignedBy).toBeUndefined()
    await world.rules({ ...everything, active: false }, ruleNamed('vip', { when: { tag: ['vip'] } }))
    expect(await world.route(id)).toBe('left')
  })

  test('whose rule sets a priority tells that too', async () => {
    const { receive, rules, changes } = await makeOffice('ada')
    await rules({ ...rule, to: { ...rule.to, priority: 'high' } })
    expect(await receive(parcel)).toMatchObject({ priority: 'high' })
    expect(await changes()).toContainEqual(expect.objectContaining({ change: 'priority', from: 'normal', to: 'high' }))
  })
})

describe('what people decided', () => {
  test('stays: whom they gave it to, online or not, open again or not', async () => {
    const { receive, doAs, put, clock, route } = await makeOffice('ada', 'carol')
    const { id } = await receive(parcel)
    clock.now = '2026-03-02T12:10:00.000Z'
    await doAs('ada', id, { do: 'assign', assignee: 'carol' })
    await put('carol', { availability: 'offline' })
    await doAs('ada', id, { do: 'status', status: 'resolved' })
    clock.now = '2026-03-02T12:20:00.000Z'
    expect((await doAs('ada', id, { do: 'status', status: 'open' })).assignee).toBe('carol')
    expect(await route(id)).toBe('left')
  })

  test('that it is not theirs: somebody else gets it, in the team they gave it to', async () => {
    const { receive, doAs, put } = await makeOffice('ada', 'carol')
    await put('zoe', { teams: ['billing'] })
    const { id } = await receive(parcel)
    expect((await doAs('ada', id, { do: 'assign', assignee: null })).assignee).toBe('carol')
    const moved = await doAs('carol', id, { do: 'assign', assignee: null, team: 'billing' })
    expect(moved).toMatchObject({ team: 'billing', assignee: 'zoe', assignedBy: { rule: 'service', teamStays: true } })
  })

  test('stays while it waits, whatever comes: neither given back nor moved to the team of the rule', async () => {
    const { receive, doAs, follow, read, staffChanged } = await makeOffice('ada')
    const { id } = await receive(parcel)
    await doAs('ada', id, { do: 'assign', assignee: null, team: 'billing' })
    for (let n = 0; n < 3; n++) await follow(id).then(() => staffChanged())
    expect(await read(id)).toMatchObject({ team: 'billing', assignedBy: { from: 'ada', teamStays: true } })
    expect((await read(id)).assignee).toBeUndefined()
  })
})

describe('what opens again', () => {
  const again = mailAt('again', '2T13:30', 'My parcel has still not been delivered')

  async function makeResolved() {
    const office = await makeOffice('ada', 'carol')
    const { id } = await office.receive(parcel)
    office.clock.now = '2026-03-02T12:30:00.000Z'
    await office.doAs('ada', id, { do: 'status', status: 'waiting-customer' })
    office.clock.now = '2026-03-02T13:31:00.000Z'
    return { ...office, id }
  }

  test('stays with the same agent, who is there', async () => {
    const { receive, id } = await makeResolved()
    expect(await receive(again)).toMatchObject({ id, status: 'open', assignee: 'ada' })
  })

  test('goes to somebody else, where a rule had given it to somebody who is not there', async () => {
    const { receive, id, put, changes, loads } = await makeResolved()
    await put('ada', { availability: 'offline' })
    expect(await receive(again)).toMatchObject({ id, status: 'open', assignee: 'carol' })
    expect(await changes()).toContainEqual(expect.objectContaining({ change: 'routed', from: 'ada', to: 'carol' }))
    expect(await loads()).toEqual({ ada: 0, carol: 1 })
  })

  test('stays where it was, where nobody is there', async () => {
    const { receive, put } = await makeResolved()
    for (const id of ['ada', 'carol']) await put(id, { availability: 'away' })
    expect((await receive(again)).assignee).toBe('ada')
  })
})

describe('what waits', () => {
  test('waits in the queue of its team with the reason, and says so once', async () => {
    const { receive, put, follow, changes } = await makeOffice('ada')
    await put('ada', { availability: 'away' })
    const { id, ...waiting } = await receive(parcel)
    const reason = 'rule «Service»: waits, nobody is online'
    expect(waiting).toMatchObject({ team: 'service', assignedBy: { reason, needs: { skills: [] } } })
    await follow(id)
    expect((await changes()).filter(({ change }) => change === 'routed')).toHaveLength(1)
  })

  test('for somebody named who speaks the language says so once too', async () => {
    const { rules, put, receive, follow, read } = await makeOffice('ada')
    await rules({ ...rule, to: { ...rule.to, agent: 'ada' } })
    await put('ada', { availability: 'away' })
    const { id, version } = await receive({ ...parcel, language: 'en' })
    await follow(id)
    expect(await read(id)).toMatchObject({ version, assignedBy: { needs: { agent: 'ada', language: 'en' } } })
  })

  test('is taken when somebody comes online', async () => {
    const { receive, put, staffChanged, read } = await makeOffice('ada')
    await put('ada', { availability: 'away' })
    const { id } = await receive(parcel)
    await staffChanged()
    expect((await read(id)).assignee).toBeUndefined()
    await put('ada', { availability: 'online' })
    await staffChanged()
    expect((await read(id)).assignee).toBe('ada')
  })

  test('is taken, what is due first first, as people get free: each minute', async () => {
    const { receive, put, doAs, read, routing, loads } = await makeOffice('ada')
    await put('ada', { capacity: 1 })
    const first = await receive(parcel)
    const later = await receive(fromBob)
    const earlier = await receive(mentionAt('post', '2T10:00', 'no parcel', { type: 'x', value: '77' }))
    expect([later.assignee, earlier.assignee]).toEqual([undefined, undefined])
    expect(await takeWaiting(routing, false)).toBe(0)
    await doAs('ada', first.id, { do: 'status', status: 'resolved' })
    expect(await takeWaiting(routing, false)).toBe(1)
    expect([(await read(earlier.id)).assignee, (await read(later.id)).assignee]).toEqual(['ada', undefined])
    expect(await loads()).toEqual({ ada: 1 })
  })

  test('for a skill that nobody there has does not hold up what is behind it', async () => {
    const { receive, put, rules, read, routing } = await makeOffice('ada')
    await put('ada', { availability: 'away' })
    await rules(ruleNamed('rare', { when: { topic: ['delivery'] }, to: { skills: ['rare'] } }), { ...rule, order: 5 })
    const rare = await receive(parcel)
    const plain = await receive(fromBob)
    await put('ada', { availability: 'online' })
    expect(await takeWaiting(routing, false)).toBe(1)
    expect((await read(rare.id)).assignee).toBeUndefined()
    expect((await read(plain.id)).assignee).toBe('ada')
  })

  test('that no rule decided on is decided when rules change', async () => {
    const world = makeRoutedWorld()
    await world.employ('ada')
    const { id } = await world.receive(parcel)
    await world.rules(rule)
    await world.staffChanged('agents')
    expect((await world.read(id)).assignee).toBeUndefined()
    await world.staffChanged('rules')
    expect((await world.read(id)).assignee).toBe('ada')
  })
})

describe('a mention that needs a specialist', () => {
  const charged = ruleNamed('charged', {
    name: 'Charged twice',
    when: { kind: ['mention'] },
    to: { team: 'social', skills: ['social'], specialist: 'billing' },
  })

  test('is answered by the social agent; the specialist is asked by a note, and stays asked', async () => {
    const { rules, put, receive, eventsOn, clock } = makeRoutedWorld()
    await rules(charged)
    await put('sam', { teams: ['social'], skills: ['social'] })
    await put('bea', { teams: ['billing'], skills: ['billing'] })
    const routed = await receive(mentionAt('post', '2T11:00', '@shop you charged me twice'))
    expect(routed).toMatchObject({ assignee: 'sam', consulted: ['bea'] })
    expect(await eventsOn('x:200')).toContainEqual({
      ...{ v: 1, type: 'note', at: clock.now, actor: 'throughline', conversation: routed.id, mentions: ['bea'] },
      text: 'Please help with this one. Sam answers the customer, here where they asked. rule «Charged twice»: Sam has the least to do (0 of 20); Bea helps with billing',
    })
  })
})

test('who is known by another stream of the same customer is known', async () => {
  const { rules, employ, record, receive, read, routing } = makeRoutedWorld()
  await rules(rule)
  await employ('ada')
  await record(mailAt('known', '1T09:00', 'hello', { ...shows(aliceX), automatic: 'list' }))
  const first = await receive(parcel)
  const second = await receive(mentionAt('post', '2T11:40', 'my invoice 88123456 is wrong'))
  expect(second.id).not.toBe(first.id)
  expect(await routing.customer(await read(second.id))).toMatchObject({ firstTime: false })
})
