import { describe, expect, test } from 'vitest'
import { liveKeys } from '../../adapters/dynamodb/keys.ts'
import { presenceSeconds } from '../../core/live/presence.ts'
import { connect, receive } from '../../core/live/serve.ts'
import { eventsIn, happening, makeStage, start } from './stage.ts'

describe('a ticket', () => {
  test('lets one in, once', async () => {
    const stage = makeStage()
    const ticket = await stage.ticket(['agent'])
    const answers = await Promise.all(['a=', 'b=', 'c='].map(id => connect(stage.deps, id, ticket)))
    expect(answers.toSorted()).toEqual([200, 401, 401])
    expect(await connect(stage.deps, 'd=', ticket)).toBe(401)
  })

  test('is good for thirty seconds', async () => {
    const stage = makeStage()
    const ticket = await stage.ticket(['agent'])
    stage.clock.ms += 30_000
    expect(await connect(stage.deps, 'a=', ticket)).toBe(401)
  })

  test('may be said twice, as by a program that adds it to the address that holds it', async () => {
    const stage = makeStage()
    const ticket = await stage.ticket(['agent'])
    expect(await connect(stage.deps, 'a=', `${ticket}?ticket=${ticket}`)).toBe(200)
  })

  test.each(['', 'x', 'x'.repeat(43)])('that nobody gave is refused: %j', async written => {
    expect(await connect(makeStage().deps, 'a=', written)).toBe(401)
  })

  test('is stored only as its hash', async () => {
    const stage = makeStage()
    const ticket = await stage.ticket(['agent'])
    expect(JSON.stringify(await stage.table.query({ pk: liveKeys.ticket(ticket).pk, limit: 10 }))).toBe('[]')
  })
})

describe('what a client says', () => {
  const refusal = (code: string) => ({ type: 'error', code, message: expect.any(String) })

  test.each([
    ['no JSON', 'not-understood'],
    ['{"type":"unknown"}', 'not-understood'],
    ['{"type":"subscribe","topics":[]}', 'not-understood'],
    ['{"type":"subscribe","topics":["everything"]}', 'not-understood'],
    ['{"type":"subscribe","topics":["customer:"]}', 'not-understood'],
    ['{"type":"ping","more":1}', 'not-understood'],
    ['{"type":"resume","after":"last week"}', 'not-understood'],
    ['{"type":"resume","after":"0mk0zb4qx"}', 'subscribe-first'],
    [`{"type":"ping","padding":"${'x'.repeat(8192)}"}`, 'too-large'],
  ])('%s is answered with what is wrong', async (body, code) => {
    const stage = makeStage()
    const { id, line } = await stage.open()
    await receive(stage.deps, id, body)
    expect(line.heard).toEqual([refusal(code)])
  })

  test('is limited: twenty at once, two a second', async () => {
    const stage = makeStage()
    const { line, say } = await stage.open()
    for (let n = 0; n < 25; n++) await say({ type: 'ping' })
    expect(line.heard.map(({ type }) => type)).toEqual([...Array(20).fill('pong'), ...Array(5).fill('error')])
    expect(line.heard.at(-1)).toEqual(refusal('too-fast'))
    stage.clock.ms += 1000
    for (let n = 0; n < 3; n++) await say({ type: 'ping' })
    expect(line.heard.slice(25).map(({ type }) => type)).toEqual(['pong', 'pong', 'error'])
  })

  test('on a connection that is not known ends it', async () => {
    const stage = makeStage()
    const { id, line, say } = await stage.open()
    await stage.store.removeConnection({ id, places: [] })
    await say({ type: 'ping' })
    expect(line.state).toBe('gone')
  })
})

describe('a subscription', () => {
  test('grants what the role may hear, and says what it refused', async () => {
    const stage = makeStage()
    const { line, say } = await stage.open(['marketing'])
    await say({ type: 'subscribe', topics: ['queue', 'conversation:cnv_1', 'customer:cus_alice', 'mentions', 'all'] })
    expect(line.heard).toMatchObject([
      { topics: ['customer:cus_alice', 'mentions', 'all'], refused: ['queue', 'conversation:cnv_1'], presence: [] },
    ])
  })

  test('to customers is a read of them, audited once', async () => {
    const stage = makeStage()
    const { say } = await stage.open()
    await say({ type: 'subscribe', topics: ['customer:cus_alice', 'queue'] })
    await say({ type: 'subscribe', topics: ['customer:cus_alice', 'customer:cus_bob'] })
    const action = 'live.read'
    expect(stage.audited).toMatchObject([
      { customer: 'cus_alice', action, actor: 'Anna (anna)', at: new Date(start).toISOString() },
      { customer: 'cus_bob', action },
    ])
  })

  test('hears of its topics only, singly or in bundles', async () => {
    const stage = makeStage()
    const publish = stage.newPublisher()
    const [alice, bob, bundle] = [await stage.open(), await stage.open(), await stage.open()]
    await alice.say({ type: 'subscribe', topics: ['customer:cus_alice'] })
    await bob.say({ type: 'subscribe', topics: ['customer:cus_bob'] })
    await bundle.say({ type: 'subscribe', topics: ['all'], bundle: true })
    await publish([happening(0, start), happening(1, start, 'note'), happening(2, start)])
    expect(alice.line.heard.slice(1).map(({ type }) => type)).toEqual(['contact', 'note', 'contact'])
    expect(bob.line.heard.slice(1)).toEqual([])
    expect(bundle.line.heard.slice(1)).toMatchObject([{ type: 'events', items: [{}, {}, {}] }])
  })

  test('a bundle stays below the size of a frame', async () => {
    const stage = makeStage()
    const { line, say } = await stage.open()
    await say({ type: 'subscribe', topics: ['all'], bundle: true })
    await stage.newPublisher()(Array.from({ length: 500 }, (_, n) => happening(n, start)))
    expect(eventsIn(line.heard)).toHaveLength(500)
    for (const message of line.heard) expect(JSON.stringify(message).length).toBeLessThan(32 * 1024)
  })

  test('of a role without personal data hears no words and no names, unless granted', async () => {
    const stage = makeStage()
    const lines = await Promise.all(
      [['agent'], ['marketing'], ['marketing', 'personal-data']].map(groups => stage.open(groups)),
    )
    for (const { say } of lines) await say({ type: 'subscribe', topics: ['all'] })
    const said = { title: 'Where is my order?', name: 'Alice Archer' }
    await stage.newPublisher()([happening(0, start, 'contact', said)])
    const [agent, marketing, granted] = lines.map(({ line }) => line.heard.at(-1))
    expect(agent).toMatchObject(said)
    expect(granted).toMatchObject(said)
    expect(marketing).toMatchObject({ type: 'contact', contactId: 'contact0', customer: 'cus_alice' })
    expect(JSON.stringify(marketing)).not.toMatch(/order|Archer/)
  })

  test('to mentions hears of public contacts, and of notes that name the person', async () => {
    const stage = makeStage()
    const { line, say } = await stage.open(['social'], 'bert')
    await say({ type: 'subscribe', topics: ['mentions'] })
    await stage.newPublisher()([
      happening(0, start),
      happening(1, start, 'note'),
      happening(2, start, 'contact', { visibility: 'public' }),
      happening(3, start, 'note', { mentions: ['bert'] }),
    ])
    expect(eventsIn(line.heard)).toMatchObject([{ contactId: 'contact2' }, { entryId: 'entry3' }])
  })
})

describe('presence', () => {
  test('is told to those who come later, and ends with the connection', async () => {
    const stage = makeStage()
    const [anna, bert] = [await stage.open(['agent'], 'anna'), await stage.open(['agent'], 'bert')]
    await anna.say({ type: 'presence', at: 'cus_alice', state: 'typing' })
    await bert.say({ type: 'subscribe', topics: ['customer:cus_alice'] })
    const until = new Date(start + 1000 * presenceSeconds).toISOString()
    const present = { where: 'cus_alice', who: { subject: 'anna', name: 'Anna' }, state: 'typing', until }
    expect(bert.line.heard).toMatchObject([{ presence: [present] }])
    await stage.hangUp(anna.id)
    expect(await stage.store.readPresence('cus_alice', start)).toEqual([])
  })

  test('ends when it is not said again, and when it is said to be over', async () => {
    const stage = makeStage()
    const { say } = await stage.open()
    await say({ type: 'presence', at: 'cus_alice', state: 'looking' })
    await say({ type: 'presence', at: 'cus_bob', state: 'looking' })
    await say({ type: 'presence', at: 'cus_bob', state: 'gone' })
    expect(await stage.store.readPresence('cus_bob', start)).toEqual([])
    expect(await stage.store.readPresence('cus_alice', start + 1000 * presenceSeconds)).toEqual([])
  })

  test('is for those who answer customers, in five places at once', async () => {
    const stage = makeStage()
    const [marketing, agent] = [await stage.open(['marketing']), await stage.open()]
    await marketing.say({ type: 'presence', at: 'cus_alice', state: 'looking' })
    expect(marketing.line.heard).toMatchObject([{ code: 'not-allowed' }])
    for (let n = 0; n < 6; n++) await agent.say({ type: 'presence', at: `cus_${n}`, state: 'looking' })
    expect(agent.line.heard).toMatchObject([{ code: 'too-many-places' }])
  })
})

describe('publishing', () => {
  test('a connection that is gone, or does not take its events, is let go and holds up nobody', async () => {
    const stage = makeStage()
    const lines = [await stage.open(), await stage.open(), await stage.open()]
    for (const { say } of lines) await say({ type: 'subscribe', topics: ['all'] })
    const [gone, broken, good] = lines
    if (gone) gone.line.state = 'gone'
    if (broken) broken.line.state = 'broken'
    const publish = stage.newPublisher()
    expect(await publish([happening(0, start)])).toMatchObject({ messages: 1, gone: 1, broken: 1 })
    expect(eventsIn(good?.line.heard ?? [])).toHaveLength(1)
    expect((await stage.store.listConnections()).map(({ id }) => id)).toEqual([good?.id])
    expect(broken?.line.state).toBe('gone')
    expect(await publish([happening(1, start)])).toMatchObject({ messages: 1, gone: 0, broken: 0 })
  })

  test('costs one read while nobody could hear of it, and nothing is logged', async () => {
    let calls: string[] = []
    const stage = makeStage(store => ({
      ...store,
      readAudience: async () => {
        calls.push('readAudience')
        return store.readAudience()
      },
      appendLog: async (...given) => {
        calls.push('appendLog')
        return store.appendLog(...given)
      },
    }))
    const publish = stage.newPublisher()
    expect(await publish([happening(0, start)])).toMatchObject({ asleep: true })
    expect(calls).toEqual(['readAudience'])
    await stage.ticket(['agent'])
    calls = []
    expect(await publish([happening(1, start)])).toMatchObject({ asleep: false, events: 1 })
    expect(calls).toEqual(['readAudience', 'appendLog', 'readAudience'])
  })
})
