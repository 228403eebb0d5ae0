import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameText } from '../../adapters/providers/same-text.ts'

describe('what a network shows of what we wrote', () => {
  test.each([
    ['See https://t.co/abc123 &amp; write &lt;3', 'See https://example.com/a?b=c & write <3'],
    ['@alice @bob Hello there', 'Hello there'],
    ['Hello there', '@alice Hello   there\n'],
    ['(https://t.co/a1) https://t.co/b2', '(example.com/1) https://example.com/2'],
    ['caf\u00e9', 'cafe\u0301'],
  ])('%s is %s', (shown, sent) => {
    expect(isSameText(shown, sent)).toBe(true)
  })

  test.each([
    ['See https://t.co/abc123', 'See you'.concat(' tomorrow')],
    ['Hello', 'Hello!'],
    ['a.c', 'abc'],
    ['https://t.co/a1 https://t.co/b2', 'https://example.com/1'],
    ['Hello https://t.co/picture', 'Hello'],
    ['', 'Hello'],
  ])('%s is not %s', (shown, sent) => {
    expect(isSameText(shown, sent)).toBe(false)
  })

  test('a picture may stand at the end as a link', () => {
    expect(isSameText('Hello https://t.co/picture', 'Hello', true)).toBe(true)
    expect(isSameText('https://t.co/picture', '', true)).toBe(true)
    expect(isSameText('Hello', 'Hello', true)).toBe(true)
  })

  test('any text is the same as itself, and no other than itself', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '$', '(', ' ', '*', '\\', '€') })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const spaced = (words: string) => words.replaceAll(/\s+/g, ' ').trim()
        expect(isSameText(a, b)).toBe(spaced(a) === spaced(b))
      }),
    )
  })

  test('many links are read in one go', () => {
    const shown = `${'https://t.co/a1 '.repeat(400)}end`
    expect(isSameText(shown, `${'https://example.com/1 '.repeat(400)}other`)).toBe(false)
  })
})
