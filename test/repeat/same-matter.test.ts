import { describe, expect, it } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { compared, partsOf, type Told } from '../../core/repeat/same-matter.ts'

const start = Date.UTC(2026, 2, 2, 9)
let made = 0

/** A contact this many hours after the first, on this channel. */
function told(channel: Contact['channel'], hours: number, more: Partial<Contact> = {}, order?: string): Told {
  const at = new Date(start + hours * 3_600_000).toISOString()
  const contact: Contact = {
    ...{ v: 1, id: String(++made).padStart(32, '0'), source: 'line', channel, kind: 'call', brand: 'main' },
    ...{ department: 'support', direction: 'inbound', occurredAt: at, receivedAt: at, revision: 0, text: '' },
    from: { identifier: { type: 'phone', value: '+442079460000' } },
    ...{ to: [], attachments: [], evidence: [], rawRef: { object: 'payloads/x', offset: 0, length: 1 } },
    ...more,
  }
  return { contact, references: order === undefined ? [] : [{ kind: 'order', value: order }] }
}

const partsIn = (...contacts: Told[]): number => new Set(partsOf(contacts.map(compared)).values()).size
const call = (queue: string, answered: boolean): Partial<Contact> => ({
  call: { answered, durationSeconds: 60, queue },
})

describe('contacts of one conversation are one matter', () => {
  it('by their thread, by what they answer and by what they name, however late', () => {
    const first = told('email', 0, { thread: { id: '<a@example.com>', references: [] } })
    const later = told('email', 900, { thread: { id: '<b@example.com>', references: ['<a@example.com>'] } })
    expect(partsIn(first, later)).toBe(1)
    expect(partsIn(first, told('email', 900, { direction: 'outbound', answers: first.contact.id }))).toBe(1)
    expect(partsIn(told('email', 0, {}, '4471'), told('phone', 900, {}, '4471'))).toBe(1)
  })

  it('where somebody calls again over the same queue', () => {
    expect(partsIn(told('phone', 0, call('help', false)), told('phone', 20, call('help', true)))).toBe(1)
    expect(partsIn(told('phone', 0, call('help', false)), told('phone', 1, call('sales', true)))).toBe(2)
    expect(partsIn(told('phone', 0, call('help', false)), told('phone', 80, call('help', true)))).toBe(2)
  })

  it('where a public post goes on in private, and where we answer', () => {
    expect(partsIn(told('social', 0), told('message', 5))).toBe(1)
    expect(partsIn(told('phone', 0), told('email', 5, { direction: 'outbound' }))).toBe(1)
  })

  it('not because one follows the other on another channel, or without a thread', () => {
    expect(partsIn(told('phone', 0), told('email', 1))).toBe(2)
    expect(partsIn(told('email', 0), told('email', 1))).toBe(2)
    expect(partsIn(told('message', 0), told('message', 1))).toBe(2)
  })
})
