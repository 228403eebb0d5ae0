import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import { viewContact } from '../../core/contact/view.ts'
import { payloadName } from '../../core/raw/object-name.ts'
import { append } from '../../core/timeline/append.ts'
import type { Entry } from '../../core/timeline/entry.ts'
import { leadsTo } from '../../core/timeline/read-timeline.ts'
import { remove } from '../../core/timeline/remove.ts'
import type { TimelineStore } from '../../core/timeline/timeline-store.ts'
import { engines, type StartedTable } from '../engines.ts'
import { bob, mail } from './contacts.ts'
import { type Arrival, arrivals, deliver, streams } from './deliveries.ts'

/** Every stream with what lies on it, but for the versions, which count writes. */
async function dump(store: TimelineStore): Promise<unknown[]> {
  const entries = (await Promise.all(streams.map(stream => store.readStream(stream, 1000, {})))).flat()
  const shown = await Promise.all(
    entries.map(async entry => ((await leadsSomewhere(store, entry)) ? [withoutVersion(entry)] : [])),
  )
  return shown.flat()
}

/** As readers do. */
async function leadsSomewhere(store: TimelineStore, entry: Entry): Promise<boolean> {
  if (entry.type !== 'ref') return true
  const contact = await store.readContact(entry.entryId, entry.home)
  return contact !== undefined && leadsTo(entry, contact)
}

const withoutVersion = (entry: Entry): unknown => (entry.type === 'contact' ? { ...entry, version: 0 } : entry)

async function timelineOf(
  all: Arrival[],
  store: TimelineStore = timelineStore(memoryTable(), () => 0),
): Promise<unknown[]> {
  for (const arrival of all) await deliver(store, arrival)
  return dump(store)
}

describe('any order, any repeats', () => {
  test('end in the same streams', () =>
    fc.assert(
      fc.asyncProperty(
        arrivals.chain(all =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        async ([all, shuffled]) => {
          expect(await timelineOf(shuffled)).toEqual(await timelineOf(all))
        },
      ),
      { numRuns: 400 },
    ))

  test('also when all arrive at the same moment', () =>
    fc.assert(
      fc.asyncProperty(arrivals, async all => {
        const store = timelineStore(memoryTable(), () => 0)
        await Promise.all([...all, ...all].map(arrival => deliver(store, arrival)))
        expect(await dump(store)).toEqual(await timelineOf(all))
      }),
      { numRuns: 400 },
    ))

  test('a crash after any write is healed by the redelivery', () =>
    fc.assert(
      fc.asyncProperty(arrivals, fc.nat(12), async (all, writes) => {
        const store = timelineStore(memoryTable(), () => 0)
        await crashAfter(store, all, writes)
        expect(await timelineOf(all, store)).toEqual(await timelineOf(all))
      }),
      { numRuns: 400 },
    ))
})

/** Delivers until the store fails at its n-th write, as if the process had ended there. */
async function crashAfter(store: TimelineStore, all: Arrival[], writes: number): Promise<void> {
  let left = writes
  const mortal =
    <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (left-- <= 0) throw new Error('crashed')
      return write(...args)
    }
  const dying: TimelineStore = {
    ...store,
    claim: mortal(store.claim),
    mark: mortal(store.mark),
    writeContact: mortal(store.writeContact),
    writeRefs: mortal(store.writeRefs),
    move: mortal(store.move),
  }
  await timelineOf(all, dying).catch(error => expect(error.message).toBe('crashed'))
}

describe.each(engines)('appending on $name', engine => {
  let started: StartedTable
  let store: TimelineStore
  beforeAll(async () => {
    started = await engine.start()
    store = timelineStore(started.table, () => 0)
  })
  afterAll(() => started.stop())

  test('a contact lies on its author’s stream, and its other recipients’ streams refer to it', async () => {
    expect(await append(store, mail('hello', { to: [{ identifier: bob }] }))).toBe('added')
    const [contact] = await store.readStream('email:alice@example.com', 10, {})
    const [ref] = await store.readStream('email:bob@example.com', 10, {})
    expect(contact).toMatchObject({ type: 'contact', place: { sortAt: '2026-03-01T09:00:00.000Z' } })
    expect(ref).toMatchObject({ type: 'ref', entryId: contact?.entryId, home: contact?.place })
  })

  test('the same contact from another delivery is already there', async () => {
    const again = mail('hello', { to: [{ identifier: bob }], receivedAt: '2026-03-01T10:00:00.000Z' })
    const other = {
      ...again,
      rawRef: { ...again.rawRef, object: payloadName('mail', 'support', Date.parse(again.receivedAt), 'f'.repeat(32)) },
    }
    expect(await append(store, other)).toBe('already there')
    expect(await store.readStream('email:alice@example.com', 10, {})).toHaveLength(1)
  })

  test('a clock in the future does not pin a contact to the top', async () => {
    await append(store, mail('from the future', { occurredAt: '2099-01-01T00:00:00.000Z' }))
    const [newest] = await store.readStream('email:alice@example.com', 1, {})
    expect(newest?.place.sortAt).toBe('2026-03-01T09:00:05.000Z')
  })

  test('an earlier time that becomes known moves the contact and its refs', async () => {
    const late = mail('moved', { to: [{ identifier: bob }], occurredAt: '2026-02-02T00:00:00.000Z' })
    await append(store, late)
    await append(store, { ...late, revision: 1, occurredAt: '2026-02-01T00:00:00.000Z' })
    const february = { since: '2026-02-01T00:00:00.000Z', until: '2026-02-28T00:00:00.000Z' }
    const places = async (stream: string) =>
      (await store.readStream(stream, 10, february)).map(({ place }) => place.sortAt)
    expect(await places('email:alice@example.com')).toEqual(['2026-02-01T00:00:00.000Z'])
    expect(await places('email:bob@example.com')).toEqual(['2026-02-01T00:00:00.000Z'])
  })

  test('a deletion takes the words away and keeps the entry', async () => {
    const contact = mail('regret', { occurredAt: '2026-01-01T00:00:00.000Z' })
    await append(store, contact)
    await remove(store, { contactId: contact.id, deletedAt: '2026-01-02T00:00:00.000Z' })
    const [entry] = await store.readStream('email:alice@example.com', 1, { until: '2026-01-01T23:00:00.000Z' })
    if (entry?.type !== 'contact') throw new Error('no entry')
    expect(entry.state.deletedAt).toBe('2026-01-02T00:00:00.000Z')
    expect(viewContact(entry.state)).toMatchObject({ text: '', attachments: [] })
    expect(JSON.stringify(entry)).not.toContain('regret')
  })

  test('long words are kept, compressed; words beyond what an item should hold are cut and say so', async () => {
    const sentence = 'The parcel that I ordered three weeks ago has still not arrived. '
    const long = mail('long', { occurredAt: '2025-01-01T00:00:00.000Z', text: sentence.repeat(100) })
    await append(store, long)
    const noise = Array.from({ length: 20_000 }, (_, n) => contactId('noise', `${n}`)[0]).join('')
    await append(store, mail('noise', { occurredAt: '2025-01-02T00:00:00.000Z', text: noise }))
    const entries = await store.readStream('email:alice@example.com', 2, { until: '2025-12-31T00:00:00.000Z' })
    const [cut, whole] = entries.map(entry => (entry.type === 'contact' ? viewContact(entry.state) : undefined))
    expect(whole?.text).toBe(long.text)
    expect(noise.startsWith(cut?.text ?? 'nothing')).toBe(true)
    expect(cut?.truncated).toBe(true)
  })
})
