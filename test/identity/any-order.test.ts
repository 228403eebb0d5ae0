import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { streamName } from '../../core/contact/stream.ts'
import { proposeLinks } from '../../core/identity/evidence.ts'
import { joinEvidence, type Link } from '../../core/identity/link.ts'
import { partition } from '../../core/identity/partition.ts'
import { append } from '../../core/timeline/append.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import { now, type Registry, registry } from './registry.ts'
import { contactArb, people, stepArb, take } from './steps.ts'
import { ids } from './world.ts'

const make = (): Registry => registry(memoryTable())

/** Who is who: every living customer with its members, every pointer. */
async function whoIsWho({ dump }: Registry) {
  const { records, pointers } = await dump()
  const living = records.filter(({ members }) => members.length > 0).map(({ id, members }) => ({ id, members }))
  const named = pointers.map(({ identifier: { type, value }, customer, class: seen }) => [type, value, customer, seen])
  return { customers: living.sort((p, q) => (p.id < q.id ? -1 : 1)), pointers: named.sort() }
}

/** What contacts say, without any store: the links they propose, joined, and the partition of those. */
function canonical(contacts: Contact[]) {
  const links = new Map<string, Link>()
  for (const found of contacts.flatMap(contact => proposeLinks(contact, { ids, at: now, own: [] }))) {
    links.set(found.id, joinEvidence(links.get(found.id), found))
  }
  const parties = contacts.flatMap(({ from, to }) => [from, ...to].map(({ identifier }) => identifier))
  const streams = new Set([
    ...parties.map(party => streamName(party)),
    ...[...links.values()].flatMap(({ a, b }) => [a, b]),
  ])
  return partition({ streams, links: [...links.values()], cannotLinks: [], classes: new Map() }, ids).customers
}

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
          expect((await whoIsWho(identity)).customers).toEqual(canonical(all))
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
          await take(once, step)
          await take(twice, step)
          if (step.do === 'receive') await take(twice, step)
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
          expect(await identity.unmerge(x, ...away)).toMatchObject({ outcome: 'done', changed: true })
          expect(await whoIsWho(identity)).toEqual(before)
          expect(await timelinesOf()).toEqual(timelines)
          await identity.expectSound()
        },
      ),
      { numRuns: 300 },
    ))
})
