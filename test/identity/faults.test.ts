import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import type { Act } from '../../core/identity/act.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { canonicalCustomers, whoIsWho } from './canonical.ts'
import { type Fault, faults, faultyTable, interruptedTable } from './faulty-table.ts'
import { contactFrom, says } from './receive.ts'
import { changed, namesOf, type Registry, registry } from './registry.ts'
import { contactArb, type Step, stepArb, take } from './steps.ts'
import { alice, bob, carol, dave, phone, x } from './world.ts'

/** Identity behind a table that fails, call by call, as it is told. */
const makeFaulty = (next: () => Fault): Registry => registry(memoryTable(), table => faultyTable(table, next))

/** As a queue does it: what fails is delivered again, until it is done. */
async function deliver(identity: Registry, step: Step, act: Act): Promise<void> {
  for (let delivery = 1; ; delivery++) {
    try {
      await take(identity, step, act)
      return
    } catch (error) {
      if (delivery === 200) throw error
    }
  }
}

const prepare = async (identity: Registry, steps: Step[]): Promise<void> => {
  for (const [n, step] of steps.entries()) await take(identity, step, { operationId: `before ${n}`, by: 'anna' })
}

/** A step that dies at its call number `at`, as `fault` says, and is delivered again. `died`: it has so many calls. */
async function dieAndDeliver(before: Step[], step: Step, at: number, fault: Fault) {
  let calls = Number.NEGATIVE_INFINITY
  const identity = makeFaulty(() => (calls++ < at ? 'none' : calls - 1 === at ? fault : 'throttled'))
  await prepare(identity, before)
  const act = { operationId: 'the one', by: 'anna' }
  calls = 0
  const died = await take(identity, step, act).then(
    () => false,
    () => true,
  )
  calls = Number.NEGATIVE_INFINITY
  await identity.expectSound()
  await take(identity, step, act)
  return { died, stored: await identity.dump() }
}

const receive = (...args: Parameters<typeof contactFrom>): Step => ({ do: 'receive', contact: contactFrom(...args) })
const phones = [1, 2, 3].map(phone)
const rules = Array.from({ length: 24 }, (_, n) => `rule-${n}`)
const known = [alice, bob, carol].map(author => receive(author))
const wide = phones.map(number =>
  receive(
    alice,
    rules.map(rule => says(number, rule, 'T2')),
  ),
)

describe('when the table fails', () => {
  test('redelivery ends in exactly what an untroubled run stores, log and versions included', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(stepArb, { minLength: 1, maxLength: 8, size: 'max' }),
        fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 120, size: 'max' }),
        async (steps, faultsToCome) => {
          const script = [...faultsToCome]
          const [well, troubled] = [registry(memoryTable()), makeFaulty(() => script.pop() ?? 'none')]
          for (const step of steps) {
            const act = well.act()
            await take(well, step, act)
            await deliver(troubled, step, act)
          }
          expect(await troubled.dump()).toEqual(await well.dump())
        },
      ),
      { numRuns: 300 },
    ))

  test.each<[string, Step[], Step]>([
    ['a first contact', [], receive(alice, [says(phone(1))], { to: [{ identifier: bob }] })],
    ['evidence that joins known customers', known, receive(alice, [says(bob, 'said'), says(x(1), 'said', 'T1')])],
    ['a link', known, { do: 'link', x: alice, y: bob }],
    ['a cannot-link', known, { do: 'keep apart', x: alice, y: bob }],
    ['a merge', known, { do: 'merge', x: alice, y: carol }],
    ['an unmerge of several transactions', wide, { do: 'unmerge', of: alice, away: phones }],
  ])(
    '%s that dies between any two calls, or before an answer, is finished by its redelivery',
    async (_what, before, step) => {
      const well = registry(memoryTable())
      await prepare(well, before)
      await take(well, step, { operationId: 'the one', by: 'anna' })
      const expected = await well.dump()
      for (const fault of ['throttled', 'lost answer'] as const) {
        let at = 0
        for (let died = true; died; at++) {
          const end = await dieAndDeliver(before, step, at, fault)
          expect(end.stored).toEqual(expected)
          died = end.died
        }
        expect(at).toBeGreaterThan(3)
      }
    },
  )

  test('a decision whose answer was lost knows that it was made', async () => {
    const script: Fault[] = []
    const identity = makeFaulty(() => script.pop() ?? 'none')
    await prepare(identity, known)
    script.push('lost answer', 'none', 'none', 'none', 'none')
    expect(changed(await identity.link(alice, bob))).toBe(true)
    expect(script).toEqual([])
    expect((await identity.customerOf(alice))?.version).toBe(2)
  })

  test('asks for redelivery when others keep interfering, and writes nothing', async () => {
    const identity = makeFaulty(() => 'conflict')
    await expect(identity.receive(contactFrom(alice))).rejects.toThrow(RetryLater)
    expect((await identity.dump()).records).toEqual([])
  })

  test('gives up on a table that keeps failing, with its error', async () => {
    await expect(makeFaulty(() => 'throttled').receive(contactFrom(alice))).rejects.toThrow('throttled')
  })
})

describe('when many decide at the same time', () => {
  /** All at once, their calls to the table answered in the order that the scheduler chooses. */
  async function race(scheduler: fc.Scheduler, before: Step[], steps: Step[]): Promise<Registry> {
    let racing = false
    const identity = registry(memoryTable(), table =>
      interruptedTable(table, async () => {
        if (racing) await scheduler.schedule(Promise.resolve())
      }),
    )
    await prepare(identity, before)
    racing = true
    const acts = steps.map((_, n): Act => ({ operationId: `racing ${n}`, by: 'anna' }))
    await scheduler.waitFor(Promise.all(steps.map((step, n) => deliver(identity, step, acts[n] ?? identity.act()))))
    racing = false
    return identity
  }

  test('contacts make the canonical customers', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(contactArb, { minLength: 2, maxLength: 5 }), async (scheduler, all) => {
        const steps = [...all, ...all].map((contact): Step => ({ do: 'receive', contact }))
        const identity = await race(scheduler, [], steps)
        expect((await whoIsWho(identity)).customers).toEqual(canonicalCustomers(all))
        await identity.expectSound()
      }),
      { numRuns: 150 },
    ))

  test('contacts and decisions leave every invariant whole', () =>
    fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(stepArb, { maxLength: 8, size: 'max' }),
        fc.array(stepArb, { minLength: 2, maxLength: 5, size: 'max' }),
        async (scheduler, before, steps) => {
          const identity = await race(scheduler, before, steps)
          await identity.expectSound()
        },
      ),
      { numRuns: 150 },
    ))

  type Intruder = [call: number, step: Step]

  /** A step before whose calls to the table, counted from 0, others decide. */
  async function interrupt(before: Step[], step: Step, others: Intruder[]): Promise<Registry> {
    let call = Number.NEGATIVE_INFINITY
    const identity = registry(memoryTable(), table =>
      interruptedTable(table, async () => {
        const due = others.filter(([at]) => at === call).map(([, other]) => other)
        const resume = ++call
        call = Number.NEGATIVE_INFINITY
        for (const other of due) await take(identity, other)
        call = resume
      }),
    )
    await prepare(identity, before)
    call = 0
    await deliver(identity, step, identity.act())
    call = Number.NEGATIVE_INFINITY
    return identity
  }

  test('others who decide between any two calls of a decision leave every invariant whole', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(stepArb, { maxLength: 8, size: 'max' }),
        stepArb,
        fc.array(fc.tuple(fc.nat(8), stepArb), { minLength: 2, maxLength: 3 }),
        async (before, step, others) => {
          const identity = await interrupt(before, step, others)
          await identity.expectSound()
        },
      ),
      { numRuns: 500 },
    ))

  test.each([
    ['alice', alice, bob],
    ['bob', bob, alice],
  ])('so does whoever takes %s away meanwhile, and then links that again', async (_who, away, of) => {
    const link = (x: Identifier, y: Identifier): Step => ({ do: 'link', x, y })
    const calls = Array.from({ length: 12 }, (_, call) => call)
    for (const [first, second] of calls.flatMap(i => calls.slice(i).map(j => [i, j] as const))) {
      const others: Intruder[] = [
        [first, { do: 'unmerge', of, away: [away] }],
        [second, link(away, dave)],
      ]
      const identity = await interrupt([link(alice, bob)], link(away, carol), others)
      expect(await identity.membersOf(away)).toEqual(expect.arrayContaining(namesOf(away, carol)))
      await identity.expectSound()
    }
  })
})
