import { describe, expect, test } from 'vitest'
import { factsOf } from '../../core/facts/dialogue.ts'

const context = { region: 'GB', writtenAt: '2026-03-15T09:00:00.000Z' }

/** What the customer stated and did not take back; turns of the company begin with "A:". */
const kept = (...turns: string[]) =>
  factsOf(
    turns.map((text, at) => ({
      id: String(at),
      by: text.startsWith('A:') ? ('company' as const) : ('customer' as const),
      text: text.replace(/^A:/, ''),
      context,
    })),
  )
    .filter(({ by, holder, stale }) => by === 'customer' && holder === 'author' && !stale)
    .map(({ kind, value, turn }) => `${turn} ${kind} ${value}`)

describe('answers take the name of what was asked', () => {
  test.each([
    [['A:What is your order number?', '4471-882'], ['1 order 4471882']],
    [['A:Wie lautet Ihre Kundennummer?', 'Das ist die 4481-33'], ['1 account 448133']],
    [
      ['A:May I have your name and your order ID please?', 'Crystal Minh', '3348917502'],
      ['1 person crystal minh', '2 order 3348917502'],
    ],
    [['A:And the address?', 'Rose Cottage, Mill End, SO21 3AB'], ['1 address rose cottage mill end so21 3ab']],
    [['A:Have you tried turning it off and on?', 'yes, no luck'], ['1 tried tried turning it off and on']],
    [['A:Have you tried turning it off and on?', 'no'], []],
    [['4471-882'], []],
  ])('%j', (turns, expected) => {
    expect(kept(...turns)).toEqual(expected)
  })
})

describe('what was corrected is gone', () => {
  test.each([
    [['my order is 4481-882', 'sorry, it is 4418-882, not 4481-882'], ['1 order 4418882']],
    [['my order is 4481', 'Oops.', '4418'], ['2 order 4418']],
    [['my order is 4481', '*4418'], ['1 order 4418']],
    [['my order is 4481-882', 'A:I see order 4481-882, right?', 'No, it is 4418-882'], ['2 order 4418882']],
    [['My phone is 020 7946 0186', 'My number has changed, it is now 020 7946 0999'], ['1 phone +442079460999']],
    [['Bestellung 4481-33', 'Ich habe mich vertippt: 4418-33'], ['1 order 441833']],
    [
      ['my order is 4481-882', 'I also have order 5512-001'],
      ['0 order 4481882', '1 order 5512001'],
    ],
  ])('%j', (turns, expected) => {
    expect(kept(...turns)).toEqual(expected)
  })
})
