import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statedEvidence } from '../../../core/channels/social/stated-identifiers.ts'
import { xSource } from '../payloads.ts'

const source = {
  ...xSource,
  ownIdentifiers: [
    { type: 'email' as const, value: 'help@shop.example.com' },
    { type: 'phone' as const, value: '+442079460999' },
  ],
}
const stated = (text: string) =>
  statedEvidence(text, source, { tier: 'T2', how: 'stated-in-message' }).map(({ identifier }) => identifier.value)

describe('what people state as their own', () => {
  test.each([
    ['Hi, my mail is Alice@Example.com.', ['alice@example.com']],
    ['alice@example.com', ['alice@example.com']],
    ['020 7946 0123', ['+442079460123']],
    ['you can reach me at alice@example.org or 020 7946 0123', ['alice@example.org', '+442079460123']],
    ['call me on +44 20 7946 0123', ['+442079460123']],
    ['please send it to alice@example.com', ['alice@example.com']],
    ['Bitte unter alice@example.de erreichbar', ['alice@example.de']],
    ['mein Handy: 020 7946 0123', ['+442079460123']],
    ['for your records, my email is alice@example.com', ['alice@example.com']],
    ['my mail is "alice@example.com"', ['alice@example.com']],
  ])('%s', (text, expected) => {
    expect(stated(text)).toEqual(expected)
  })

  test.each([
    "my friend's mail is bob@example.com",
    "my wife's number is 020 7946 0123",
    "bob@example.com is my friend's address",
    'I got a phishing mail from bob@example.net',
    'my old address was alice@example.com',
    'I wrote to help@shop.example.com and got nothing',
    'your shop answers from sales@shop.example.com',
    'my number is 020 7946 0999',
    'my mail is noreply@example.com',
    'order 02079460123 never came',
    'I ordered 2 on 12.05.2026 for 10.50',
    '> my mail is bob@example.com',
    'RT @bob: my mail is bob@example.com',
    'The card says: "Sorry we missed you. Call the depot on 020 7946 0123 to rearrange."',
    'Auf der Karte stand: „Rufen Sie 020 7946 0123 an.“',
    'La carte dit : « Appelez le 020 7946 0123 »',
    'alice@localhost',
  ])('nobody’s own: %s', text => {
    expect(stated(text)).toEqual([])
  })

  test("the author's, beside somebody else's", () => {
    expect(stated("my friend's mail is bob@example.com, mine is alice@example.com")).toEqual(['alice@example.com'])
    expect(stated('> my mail is bob@example.com\nno, it is alice@example.com')).toEqual(['alice@example.com'])
  })

  test('a text full of addresses yields a few', () => {
    expect(stated(Array.from({ length: 100 }, (_, i) => `a${i}@example.com`).join(' '))).toHaveLength(5)
  })

  test('any text ends quickly, in identifiers of their form', () => {
    const pieces = fc.constantFrom(
      '@',
      'a',
      '.',
      '-',
      '1',
      '+44',
      ' ',
      '(',
      'my mail is ',
      'alice@example.com',
      '020 7946 0123',
      '\n>',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 200 }).map(parts => parts.join('')),
        ),
        text => {
          for (const value of stated(text)) expect(value).toMatch(/^(\+\d{7,15}|[^\s@]+@[^\s@]+\.[a-z-]+)$/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
