import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Happening } from '../../core/live/event.ts'
import { type Following, followingFrom, hear, reconnected } from '../../core/live/follow.ts'
import type { LiveStore } from '../../core/live/live-store.ts'
import type { ServerMessage } from '../../core/live/message.ts'
import { publisher } from '../../core/live/publish.ts'
import { eventsIn, happening, makeStage } from './stage.ts'

/** What befalls a console and those who publish. Each of two functions publishes its own changes in their order. */
type Step =
  | { do: 'change'; by: 0 | 1; count: number; note: boolean }
  | { do: 'deliver'; by: 0 | 1; crash: 'no' | 'before the log' | 'after the log' | 'at the end' }
  | { do: 'wait'; ms: number }
  | { do: 'break'; how: 'deaf' | 'broken' | 'hiccup' | 'gone' | 'hung up' }
  | { do: 'come back'; andResume: boolean }
  | { do: 'ping' }

const by = fc.constantFrom<(0 | 1)[]>(0, 1)
const crashes = fc.oneof(
  { weight: 4, arbitrary: fc.constant('no' as const) },
  fc.constantFrom('before the log' as const, 'after the log' as const, 'at the end' as const),
)
const breaks = fc.constantFrom(...(['deaf', 'broken', 'hiccup', 'gone', 'hung up'] as const))
const change = fc.record({
  do: fc.constant('change' as const),
  by,
  count: fc.integer({ min: 1, max: 4 }),
  note: fc.boolean(),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: change },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), by, crash: crashes }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 60_000 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('break' as const), how: breaks }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('come back' as const), andResume: fc.boolean() }) },
  fc.constant({ do: 'ping' as const }),
)

type Crash = Extract<Step, { do: 'deliver' }>['crash']

/** A store that fails where it is told, once. */
function crashing(crash: { at: Crash }) {
  const failing = (place: Crash) => {
    if (crash.at !== place) return
    crash.at = 'no'
    throw new Error(`the function crashed ${place}`)
  }
  return (store: LiveStore): LiveStore => ({
    ...store,
    appendLog: async (atMs, events) => {
      failing('before the log')
      await store.appendLog(atMs, events)
    },
    listConnections: async () => {
      failing('after the log')
      return store.listConnections()
    },
    readAudience: async () => {
      failing('after the log')
      return store.readAudience()
    },
  })
}

/** A console that keeps to the protocol, with all that it was ever told. */
function makeConsole(stage: ReturnType<typeof makeStage>, groups: string[], bundle: boolean) {
  let following: Following = followingFrom()
  let line: Awaited<ReturnType<typeof stage.open>> | undefined
  const told: string[] = []
  let repeated = 0
  let reloads = 0
  const listen = () => {
    for (const message of line?.line.heard.splice(0) ?? []) {
      const { next, events, reload } = hear(following, message)
      repeated += eventsIn([message]).length - events.length
      following = next
      told.push(...events.map(({ id }) => id))
      if (reload) reloads++
    }
  }
  return {
    told,
    listen,
    breakOff: async (how: Extract<Step, { do: 'break' }>['how']) => {
      if (line && how === 'hung up') await stage.hangUp(line.id)
      else if (line && how !== 'hung up') line.line.state = how
    },
    ping: async () => {
      if (line?.line.state === 'open') await line.say({ type: 'ping' })
    },
    counts: () => ({ repeated, reloads }),
    comeBack: async (andResume = true) => {
      listen()
      if (line) await stage.hangUp(line.id)
      following = reconnected(following)
      line = await stage.open(groups)
      await line.say({ type: 'subscribe', topics: ['all'], bundle })
      if (andResume && following.position !== undefined) await line.say({ type: 'resume', after: following.position })
      listen()
    },
  }
}

test('whatever breaks and whatever is told twice or late: in the end a console was told everything, and once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 15, maxLength: 45, size: 'max' }),
      fc.constantFrom('agent', 'marketing'),
      fc.boolean(),
      async (steps, role, bundle) => {
        const crash: { at: Crash } = { at: 'no' }
        const stage = makeStage(crashing(crash))
        const publishers = [stage.newPublisher(), stage.newPublisher()]
        const pending: [Happening[][], Happening[][]] = [[], []]
        const happened: Happening[] = []
        const console = makeConsole(stage, [role], bundle)

        const deliver = async (publisher: 0 | 1, at: Crash) => {
          crash.at = at
          while (pending[publisher].length > 0) {
            const [batch = []] = pending[publisher]
            const done = await publishers[publisher]?.(batch).then(
              () => true,
              () => false,
            )
            if (!done) return
            if (crash.at === 'at the end') {
              crash.at = 'no'
              return
            }
            pending[publisher].shift()
          }
          crash.at = 'no'
        }
        const run = async (one: Step) => {
          switch (one.do) {
            case 'change': {
              const batch = Array.from({ length: one.count }, (_, at) =>
                happening(happened.length + at, stage.clock.ms, one.note ? 'note' : 'contact'),
              )
              happened.push(...batch)
              pending[one.by].push(batch)
              return
            }
            case 'deliver':
              return deliver(one.by, one.crash)
            case 'wait':
              stage.clock.ms += one.ms
              return
            case 'break':
              return console.breakOff(one.how)
            case 'come back':
              return console.comeBack(one.andResume)
            case 'ping':
              return console.ping()
            default:
              return one satisfies never
          }
        }

        await console.comeBack()
        for (const one of steps) {
          await run(one)
          console.listen()
        }
        await deliver(0, 'no')
        await deliver(1, 'no')
        await console.comeBack()
        const visible = happened.filter(({ event }) => role === 'agent' || event.type !== 'note')
        expect(new Set(console.told)).toEqual(new Set(visible.map(({ event }) => event.id)))
        expect(console.told).toHaveLength(visible.length)
        expect(console.counts().reloads).toBe(0)
      },
    ),
    { numRuns: 250 },
  )
})

/** All that waits for something, in any order; each step takes a while. */
function interleaved(scheduler: fc.Scheduler, stepMs: number) {
  const clock = { tick: (): void => undefined }
  const slowly =
    <Arguments extends unknown[], Answer>(work: (...given: Arguments) => Promise<Answer>) =>
    async (...given: Arguments): Promise<Answer> => {
      await scheduler.schedule(Promise.resolve(), 'the call is on its way')
      clock.tick()
      const answer = await work(...given)
      await scheduler.schedule(Promise.resolve(), 'the answer is on its way')
      return answer
    }
  const stage = makeStage(store => ({
    ...store,
    appendLog: slowly(store.appendLog),
    readAudience: slowly(store.readAudience),
    writeAudience: slowly(store.writeAudience),
    listConnections: slowly(store.listConnections),
    replaceConnection: slowly(store.replaceConnection),
    readLog: slowly(store.readLog),
  }))
  clock.tick = () => {
    stage.clock.ms += stepMs
  }
  return { stage, slowly }
}

const sideBySide = { numRuns: 500 }

test('subscribing, resuming and publishing side by side, in any interleaving, loses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 6 }), fc.boolean(), async (scheduler, count, hasty) => {
      const { stage } = interleaved(scheduler, 0)
      const line = await scheduler.waitFor(stage.open())
      const happened = Array.from({ length: 2 * count }, (_, n) => happening(n, stage.clock.ms))
      const position = happened[0]?.event.id.slice(0, 9)
      const publishers = [stage.newPublisher(), stage.newPublisher()]
      const publish = async (which: 0 | 1) => {
        for (const [n, one] of happened.entries()) if (n % 2 === which) await publishers[which]?.([one])
      }
      const resume = () => line.say({ type: 'resume', after: position })
      const console = async () => {
        const subscribing = line.say({ type: 'subscribe', topics: ['all'] })
        if (!hasty) await subscribing
        await Promise.all([subscribing, resume()])
      }
      await scheduler.waitFor(Promise.all([publish(0), publish(1), console()]))
      if (line.line.heard.some(({ type }) => type === 'error')) await scheduler.waitFor(resume())
      expect(line.line.heard.map(({ type }) => type)).toContain('resumed')
      const told = new Set(eventsIn(line.line.heard).map(({ id }) => id))
      expect(told).toEqual(new Set(happened.map(({ event }) => event.id)))
    }),
    sideBySide,
  )
})

test('a post that fails while others arrive, in any interleaving, is made up for', async () => {
  const ms = fc.integer({ min: 0, max: 1500 })
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), ms, fc.nat({ max: 5 }), async (scheduler, stepMs, failing) => {
      const { stage, slowly } = interleaved(scheduler, stepMs)
      const told = new Set<string>()
      let following = followingFrom()
      const line = await scheduler.waitFor(stage.open())
      await scheduler.waitFor(line.say({ type: 'subscribe', topics: ['all'] }))
      const listen = (heard: ServerMessage[]) => {
        for (const message of heard.splice(0)) {
          const { next, events } = hear(following, message)
          following = next
          for (const { id } of events) told.add(id)
        }
      }
      listen(line.line.heard)
      let posts = 0
      const post = slowly(async (id: string, message: string) => {
        if (posts++ === failing) throw new Error('it did not take the message in time')
        return stage.poster.post(id, message)
      })
      const happened: string[] = []
      const publish = async (first: number) => {
        const tell = publisher({ ...stage.deps, poster: { ...stage.poster, post }, pause: async () => undefined })
        for (let n = first; n < 6; n += 2) {
          const one = happening(n, stage.clock.ms)
          happened.push(one.event.id)
          await tell([one])
        }
      }
      await scheduler.waitFor(Promise.all([publish(0), publish(1)]))
      listen(line.line.heard)
      following = reconnected(following)
      const again = await scheduler.waitFor(stage.open())
      await scheduler.waitFor(again.say({ type: 'subscribe', topics: ['all'] }))
      await scheduler.waitFor(again.say({ type: 'resume', after: following.position }))
      listen(again.line.heard)
      expect(told).toEqual(new Set(happened))
    }),
    sideBySide,
  )
})

test('a subscription counts at once, also where the list of connections was read just before', async () => {
  const stage = makeStage()
  const publish = stage.newPublisher()
  await stage.ticket(['agent'])
  await publish([happening(0, stage.clock.ms)])
  const line = await stage.open()
  await line.say({ type: 'subscribe', topics: ['all'] })
  await publish([happening(1, stage.clock.ms)])
  expect(eventsIn(line.line.heard)).toMatchObject([{ contactId: 'contact1' }])
  await line.say({ type: 'subscribe', topics: ['customer:cus_bob'] })
  await publish([happening(2, stage.clock.ms)])
  expect(eventsIn(line.line.heard)).toHaveLength(1)
})

test('a console that was away for more than an hour is told to load again, and goes on from there', async () => {
  const stage = makeStage()
  const publish = stage.newPublisher()
  const console = makeConsole(stage, ['agent'], false)
  await console.comeBack()
  await publish([happening(0, stage.clock.ms)])
  await console.breakOff('gone')
  stage.clock.ms += 61 * 60_000
  await publish([happening(1, stage.clock.ms)])
  await console.comeBack()
  expect(console.counts().reloads).toBe(1)
  stage.clock.ms += 60_000
  await publish([happening(2, stage.clock.ms)])
  await console.comeBack()
  expect(console.counts().reloads).toBe(1)
  expect(console.told).toContain(happening(2, stage.clock.ms).event.id)
})

test('a replay of very many events is a reset instead', async () => {
  const stage = makeStage()
  const publish = stage.newPublisher()
  const line = await stage.open()
  await line.say({ type: 'subscribe', topics: ['customer:cus_nobody'] })
  await publish(Array.from({ length: 2001 }, (_, n) => happening(n, stage.clock.ms)))
  line.line.heard.length = 0
  await line.say({ type: 'resume', after: happening(0, stage.clock.ms).event.id })
  expect(line.line.heard).toMatchObject([{ type: 'reset' }])
})
