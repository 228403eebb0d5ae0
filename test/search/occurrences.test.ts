import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../core/search/fold.ts'
import { handleIn, namesIn, occurrencesIn } from '../../core/search/occurrences.ts'

const tokens = (text: string): string[] => [...new Set(occurrencesIn(text).map(({ token }) => token))].sort()

describe('a folded text', () => {
  test('folded again is the same', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    ))

  test.each([
    ['Müller', 'muller'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Dvořák', 'dvorak'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Łódź', 'lodz'],
    ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['Ｋｅｔｔｌｅ', 'kettle'],
    ['Ёлка', 'елка'],
    ['מֹשֶׁה', 'משה'],
    ['हिन्दी', 'हिन्दी'],
  ])('%s is %s', (written, folded) => expect(fold(written)).toBe(folded))
})

describe('the tokens of a text', () => {
  test.each([
    ['words', 'My Kettle, is broken!', ['w:broken', 'w:is', 'w:kettle', 'w:my']],
    ['a reference, its parts and the whole', 'AB-1234/5678', ['r:ab12345678', 'w:1234', 'w:5678', 'w:ab']],
    ['groups of digits as one number', '4471 88', ['r:447188', 'w:4471', 'w:88']],
    ['a telephone number by its last seven digits', '+442079460018', ['p:9460018']],
    ['the same with its trunk zero', '(020) 7946-0018', ['p:9460018', 'w:0018', 'w:020', 'w:7946']],
    ['an address whole', 'Write to Alice@Example.com.', ['i:email:alice@example.com', 'w:to', 'w:write']],
    ['pairs of characters', '湯沸かし', ['w:かし', 'w:沸か', 'w:湯沸']],
    ['what stands in another script beside it', '注文12345', ['r:12345', 'w:注文']],
    ['nothing of signs', '— …!? 🙂', []],
  ])('are %s', (_, text, found) => expect(tokens(text)).toEqual(found))

  test('stand where their offsets say, in order', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
        let last = 0
        for (const { start, end } of occurrencesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
    ))

  test('are the same however a text is written', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Größe', 'kettle', 'INV-22931', 'été', '王伟'), { maxLength: 6 }), words => {
        const text = words.join(' ')
        expect(tokens(text.toUpperCase())).toEqual(tokens(text))
        expect(tokens(text.normalize('NFD'))).toEqual(tokens(text))
      }),
    ))

  test('of a long text without gaps are found in time that grows with it', () => {
    expect(occurrencesIn('a-1'.repeat(20_000)).length).toBeGreaterThan(0)
    expect(occurrencesIn('1 '.repeat(30_000)).length).toBeGreaterThan(0)
    expect(occurrencesIn('@'.repeat(60_000))).toEqual([])
  })
})

test('names and handles', () => {
  expect(namesIn("Anna-Lena O'Brien").map(({ token }) => token)).toEqual(['n:anna', 'n:lena', 'n:brien'])
  expect(namesIn('王伟').map(({ token }) => token)).toEqual(['n:王伟'])
  expect(handleIn('alice_archer99').map(({ token }) => token)).toEqual(['n:alicearcher99', 'n:alice', 'n:archer99'])
})
