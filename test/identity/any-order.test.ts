import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { streamName } from '../../core/contact/stream.ts'
import { append } from '../../core/timeline/append.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import { canonicalCustomers, whoIsWho } from './canonical.ts'
import { type Registry, registry } from './registry.ts'
import { contactArb, people, stepArb, take } from './steps.ts'

const make = (): Registry => registry(memoryTable())

describe('through the store', () => {
  test('contacts in any order, with repeats, make the canonical customers', () =>
    fc.assert(
      fc.asyncProperty(
        fc
          .array(contactArb, { minLength: 1, maxLength: 12 })
          .chain(all =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
          ),
        async ([all, arrivals]) => {
          const identity = make()
          for (const contact of arrivals) await identity.receive(contact)
          expect((await whoIsWho(identity)).customers).toEqual(canonicalCustomers(all))
          await identity.expectSound()
        },
      ),
      { numRuns: 300 },
    ))

  test('contacts and decisions in any order leave every invariant whole after every step', () =>
    fc.assert(
      fc.asyncProperty(fc.array(stepArb, { minLength: 1, maxLength: 20, size: 'max' }), async steps => {
        const identity = make()
        for (const step of steps) {
          await take(identity, step)
          await identity.expectSound()
        }
      }),
      { numRuns: 300 },
    ))

  test('an operation told twice is done once', () =>
    fc.assert(
      fc.asyncProperty(fc.array(stepArb, { minLength: 1, maxLength: 12, size: 'max' }), async steps => {
        const [once, twice] = [make(), make()]
        for (const step of steps) {
          const act = once.act()
          await take(once, step, act)
          for (let told = 0; told < 2; told++) await take(twice, step, act)
        }
        expect(await twice.dump()).toEqual(await once.dump())
      }),
      { numRuns: 100 },
    ))

  test('merged and unmerged, two customers have the ids, members and timelines they had', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(stepArb, { minLength: 2, maxLength: 14, size: 'max' }),
        fc.constantFrom(...people),
        fc.constantFrom(...people),
        async (steps, x, y) => {
          const table = memoryTable()
          const identity = registry(table)
          const timeline = timelineStore(table, () => 0)
          for (const [n, step] of steps.entries()) {
            await take(identity, step)
            if (step.do === 'receive') await append(timeline, { ...step.contact, id: contactId('support', `${n}`) })
          }
          const timelinesOf = async () =>
            Promise.all(
              [x, y].map(async one =>
                readTimeline(timeline, (await identity.customerOf(one))?.members ?? [], { limit: 50 }),
              ),
            )
          const [before, timelines] = [await whoIsWho(identity), await timelinesOf()]
          const others = await identity.membersOf(y)
          const away = people.filter(one => others.includes(streamName(one)))
          const both = [...(await identity.membersOf(x)), ...others].sort()
          const merged = await identity.merge(x, y)
          fc.pre(merged?.outcome === 'done' && merged.changed)
          expect(await identity.membersOf(x)).toEqual(both)
          expect(await identity.unmerge(x, away)).toMatchObject({ outcome: 'done', changed: true })
          expect(await whoIsWho(identity)).toEqual(before)
          expect(await timelinesOf()).toEqual(timelines)
          await identity.expectSound()
        },
      ),
      { numRuns: 300 },
    ))
})
