import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heardStore } from '../../adapters/dynamodb/heard-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { payloadName } from '../../core/raw/object-name.ts'
import { recordContact } from '../../core/record/record-contact.ts'
import { type Heard, heardAgain } from '../../core/source/heard.ts'
import { noteHeard } from '../../core/source/note-heard.ts'
import { memoryDeps, now } from './memory-deps.ts'
import { words } from './words.ts'

const bytes = new TextEncoder().encode('first')
const received = Date.parse('2026-03-01T09:30:00.000Z')

describe('what a source sent', () => {
  test('is noted with the time at which it came and how long it took', async () => {
    const deps = memoryDeps([words])
    const object = payloadName('words', 'support', received, 'a'.repeat(32))
    await deps.raw.write(object, bytes)
    await recordContact(deps, { v: 1, object })
    expect(await deps.heard.list(10)).toEqual([
      {
        ...{ v: 1, id: 'support', gaps: [], lagMs: 30 * 60_000 },
        ...{ firstReceivedAt: '2026-03-01T09:30:00.000Z', lastReceivedAt: '2026-03-01T09:30:00.000Z' },
      },
    ])
  })

  test('is not noted when it is a replay, a row of a file, or gone', async () => {
    const deps = memoryDeps([words])
    const object = payloadName('words', 'support', received, 'a'.repeat(32))
    await deps.raw.write(object, bytes)
    await deps.raw.write('files/words/support/some-file', bytes)
    await recordContact(deps, { v: 1, object, replayOf: 'x' })
    await recordContact(deps, { v: 1, object: 'files/words/support/some-file', offset: 0, length: 5 })
    await recordContact(deps, { v: 1, object: payloadName('words', 'other', received, 'b'.repeat(32)) })
    expect(await deps.heard.list(10)).toEqual([])
  })

  test('is noted once a minute for each source', async () => {
    const store = heardStore(memoryTable())
    let at = Date.parse(now)
    const note = noteHeard(store, () => at)
    const lastOf = async (id: string) => (await store.read(id))?.lastReceivedAt
    const first = new Date(at).toISOString()
    await note('support', first)
    at += 59_000
    await note('support', new Date(at).toISOString())
    await note('twilio', new Date(at).toISOString())
    expect([await lastOf('support'), await lastOf('twilio')]).toEqual([first, new Date(at).toISOString()])
    at += 1000
    await note('support', new Date(at).toISOString())
    expect(await lastOf('support')).toBe(new Date(at).toISOString())
  })
})

describe('the health of a source', () => {
  const instant = fc
    .integer({ min: 0, max: 60 * 24 })
    .map(hours => new Date(received + hours * 3_600_000).toISOString())

  test('has the newest time, and a gap for each silence of more than a day, the latest ten', () => {
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 40 }), times => {
        const sorted = times.toSorted()
        const fold = (known: Heard | undefined, at: string) => heardAgain(known, 'support', at, at)
        const heard = sorted.reduce<Heard | undefined>(fold, undefined)
        const silences = sorted.flatMap((to, n) => {
          const from = sorted[n - 1]
          return from !== undefined && Date.parse(to) - Date.parse(from) > 24 * 3_600_000 ? [{ from, to }] : []
        })
        expect(heard?.lastReceivedAt).toBe(sorted.at(-1))
        expect(heard?.gaps).toEqual(silences.reverse().slice(0, 10))
      }),
    )
  })

  test('what comes late makes nothing older', () => {
    const known = heardAgain(undefined, 'support', '2026-03-02T00:00:00.000Z', '2026-03-02T00:00:01.000Z')
    expect(heardAgain(known, 'support', '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:03.000Z')).toMatchObject({
      lastReceivedAt: '2026-03-02T00:00:00.000Z',
      lagMs: 86_403_000,
      gaps: [],
    })
  })
})
