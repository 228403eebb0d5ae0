import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BriefContact, BriefInput } from '../../core/brief/brief.ts'
import { composeBrief, mostWords } from '../../core/brief/compose.ts'
import { wordCount } from '../../core/brief/wording.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { mail } from '../timeline/contacts.ts'

const at = (day: number): Partial<Contact> => {
  const time = `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`
  return { occurredAt: time, receivedAt: time }
}

/** Contacts as they came; a text that begins with ">" is ours. */
const input = (texts: readonly (string | [string, Partial<BriefContact>])[]): BriefInput => ({
  now: '2026-03-20T09:00:00.000Z',
  since: '2024-05-01T00:00:00.000Z',
  region: 'GB',
  contacts: texts
    .map((one, n): BriefContact => {
      const [text, differing] = typeof one === 'string' ? [one, {}] : one
      const direction = text.startsWith('>') ? 'outbound' : 'inbound'
      const contact = mail(`mail ${n}`, {
        ...at(n + 10),
        direction,
        text: text.replace(/^>/, ''),
        subject: 'Re: kettle',
      })
      return { contact, asserted: false, ...differing }
    })
    .reverse(),
  matters: [],
})

const lineOf = (kind: string, texts: Parameters<typeof input>[0]) =>
  composeBrief(input(texts)).find(line => line.kind === kind)?.text

test('the newest request is repeated in the customer’s own words', () => {
  const texts = ['Hello,\n\nMy kettle leaks. Could you send me a new one?\n\nRegards,\nAlice', 'Thanks a lot!']
  expect(lineOf('wants', texts)).toBe('Wants: “Could you send me a new one?”')
})

test('what was corrected and what is another’s stand nowhere', () => {
  const lines = composeBrief(
    input([
      'My order is 4481-882, where is it?',
      'Sorry, I meant 4418-882. My neighbour’s order 5512-001 came. Where is mine?',
    ]),
  )
  const said = lines.map(({ text }) => text).join('\n')
  expect(said).toContain('4418-882')
  expect(said).not.toMatch(/4481|5512/)
})

test('what rests on an unproven link says so', () => {
  const asserted: [string, Partial<BriefContact>] = ['My account number is 881-234.', { asserted: true }]
  const lines = composeBrief(input(['My order is 4418-882.', asserted]))
  expect(lines.filter(({ kind }) => kind === 'told').map(({ text }) => text)).toEqual([
    'Told us: order 4418-882.',
    'Told us (not confirmed): account 881-234.',
  ])
})

test('a promise is open, overdue or followed by a contact', () => {
  const promise = '>We will call you back within 2 days.'
  expect(lineOf('promised', ['Where is it?', promise])).toContain('overdue')
  expect(lineOf('promised', ['Where is it?', promise, '>It was sent.'])).toContain('in touch again 12 Mar')
  expect(lineOf('promised', ['Where is it?', '>We will call you back within 30 days.'])).toContain('still open')
})

test('what we asked and were not told is missing', () => {
  expect(lineOf('asked', ['Where is it?', '>What is your order number?'])).toBe(
    'We asked for order number, not answered.',
  )
  expect(lineOf('asked', ['Where is it?', '>What is your order number?', '4471-882'])).toBeUndefined()
})

test('moods and languages that are not known are left out', () => {
  expect(lineOf('mood', ['This is ridiculous, I am furious. Where is it?'])).toBe('Mood negative.')
  expect(lineOf('mood', ['Gdzie jest moja paczka? Nie ma jej do dzisiaj.'])).toBeUndefined()
  expect(lineOf('language', ['Wo bleibt mein Paket? Ich warte schon.'])).toBe('Writes German.')
  expect(lineOf('language', ['4471-882'])).toBeUndefined()
})

test('automatic mail and what others wrote says nothing', () => {
  const others: [string, Partial<BriefContact>] = ['My order is 7712-001.', { fromOther: true }]
  expect(lineOf('told', ['Where is it?', others])).toBeUndefined()
})

test('every brief has at most its words, and every line cites entries that there are', () => {
  const sentence = fc.constantFrom(
    'My order is 4471-882 and my account 88-123.',
    'Where is my parcel 1Z999AA10123456784?',
    'I live at 12 High Street, Leeds LS1 4AB.',
    'I already restarted the router and replaced the cable twice.',
    '>We will write to you by Friday. What is your address?',
    'Sorry, I meant order 4417-882.',
    'I paid £49.90 on 3 March, not £50.90.',
    'Call me on 020 7946 0186 or write to alice.two@example.com.',
  )
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 30 }), texts => {
      const given = input(texts)
      const lines = composeBrief(given)
      const ids = given.contacts.map(({ contact }) => contact.id)
      expect(lines.reduce((sum, { text }) => sum + wordCount(text), 0)).toBeLessThanOrEqual(mostWords)
      for (const { entryIds, facts } of lines) {
        expect(entryIds.length).toBeGreaterThan(0)
        expect(ids).toEqual(expect.arrayContaining(entryIds))
        expect(entryIds).toEqual(expect.arrayContaining(facts.map(({ entryId }) => entryId)))
      }
    }),
    { numRuns: 60 },
  )
})
