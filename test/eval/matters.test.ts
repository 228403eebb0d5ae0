import { describe, expect, test } from 'vitest'
import { joinAll, readContact } from '../../bench/eval/matters/join-all.ts'
import { pairsOf, precisionOf, recallOf } from '../../bench/eval/matters/pairs.ts'
import { worldContacts } from '../../bench/eval/matters/world-contacts.ts'
import { contactSchema } from '../../core/contact/contact.ts'

const put = (...places: [put: string | undefined, belongs: string][]) =>
  pairsOf(places.map(([at, belongs]) => ({ put: at, belongs })))

describe('pairs', () => {
  test('all right is 1 and 1; nothing to judge too', () => {
    const right = put(['x', 'a'], ['x', 'a'], ['y', 'b'])
    expect([precisionOf(right), recallOf(right)]).toEqual([1, 1])
    expect([precisionOf(put()), recallOf(put())]).toEqual([1, 1])
  })

  test('one heap has all recall and little precision; all apart the reverse', () => {
    const heap = put(['x', 'a'], ['x', 'a'], ['x', 'b'], ['x', 'c'])
    expect([precisionOf(heap), recallOf(heap)]).toEqual([1 / 6, 1])
    const apart = put(['x', 'a'], ['y', 'a'], ['z', 'b'])
    expect([precisionOf(apart), recallOf(apart)]).toEqual([1, 0])
  })

  test('what was put nowhere stands alone', () => {
    expect(recallOf(put([undefined, 'a'], [undefined, 'a']))).toBe(0)
  })
})

const mail = (id: string, occurredAt: string, text: string) =>
  readContact(
    contactSchema.parse({
      v: 1,
      id,
      source: 'test',
      channel: 'email',
      kind: 'mail',
      brand: 'Larkfield',
      department: 'service',
      direction: 'inbound',
      occurredAt,
      receivedAt: occurredAt,
      revision: 0,
      from: { identifier: { type: 'email', value: 'alice@example.com' } },
      to: [],
      text,
      attachments: [],
      evidence: [],
      rawRef: { object: 'test', offset: 0, length: 0 },
    }),
  )

describe('joining a customer’s contacts', () => {
  const first = mail('a', '2026-03-02T09:00:00.000Z', 'My order number is 4418220. It has not arrived.')
  const second = mail('b', '2026-03-05T09:00:00.000Z', 'Any news of order number 4418220?')

  test('one order is one conversation while it is open, and another once it was closed', () => {
    const open = joinAll([first, second], () => undefined)
    expect(open.get('b')).toEqual({ id: open.get('a')?.id, because: 'reference' })
    const closed = joinAll([first, second], id => (id === 'a' ? '2026-03-03T09:00:00.000Z' : undefined))
    expect(closed.get('b')?.because).toBe('opened')
  })

  test('a close that a later contact overtook closes nothing', () => {
    const labels = joinAll([first, second], id => (id === 'a' ? '2026-03-06T09:00:00.000Z' : undefined))
    expect(labels.get('b')?.id).toBe(labels.get('a')?.id)
  })
})

test('contacts of the world come once each, in order of time, with their truth', async () => {
  const known = await worldContacts(1, 300)
  expect(known.length).toBeGreaterThan(280)
  const times = known.map(({ contact }) => contact.occurredAt)
  expect(times).toEqual(times.toSorted())
  expect(new Set(known.map(({ truth }) => truth.contact)).size).toBe(known.length)
  for (const { contact, truth } of known) expect(contact.direction).toBe(truth.direction)
})
