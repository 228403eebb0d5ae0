import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { alice, mail } from '../timeline/contacts.ts'

export const alicePhone: Identifier = { type: 'phone', value: '+442079460018' }
export const aliceX: Identifier = { type: 'x', value: '200' }

/** What a contact at this time is received by, four minutes late at most. */
const at = (time: string): Pick<Contact, 'occurredAt' | 'receivedAt'> => ({
  occurredAt: `2026-03-0${time}:00.000Z`,
  receivedAt: `2026-03-0${time}:05.000Z`,
})

/** Days and times are written `2T09:00` for 2 March 2026, nine o'clock. */
export const mailAt = (name: string, time: string, text: string, differing: Partial<Contact> = {}): Contact =>
  mail(name, { ...at(time), text, thread: { id: `${name}@example.com`, references: [] }, ...differing })

export const answerAt = (name: string, time: string, text: string, to: Contact): Contact =>
  mail(name, {
    ...at(time),
    text,
    direction: 'outbound',
    from: { identifier: { type: 'email', value: 'support@company.example' } },
    to: [{ identifier: to.from.identifier }],
    thread: { id: `${name}@company.example`, inReplyTo: to.thread?.id ?? '', references: [to.thread?.id ?? ''] },
  })

export const callAt = (name: string, time: string, answered: boolean, from: Identifier = alicePhone): Contact =>
  mail(name, {
    ...at(time),
    channel: 'phone',
    kind: 'call',
    from: { identifier: from },
    text: '',
    subject: '',
    evidence: [],
    call: { answered, durationSeconds: answered ? 90 : 0 },
  })

export const mentionAt = (name: string, time: string, text: string, from: Identifier = aliceX): Contact =>
  mail(name, {
    ...at(time),
    channel: 'social',
    kind: 'mention',
    from: { identifier: from },
    text,
    subject: '',
    evidence: [],
    social: { network: 'x', visibility: 'public' },
    thread: { id: name, references: [] },
  })

/** Evidence in a contact of alice's that another identifier is hers too. */
export const shows = (...identifiers: Identifier[]): Pick<Contact, 'evidence'> => ({
  evidence: [alice, ...identifiers].map(identifier => ({ identifier, tier: 'T1', how: 'shown' })),
})
