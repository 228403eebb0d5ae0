import { expect, test } from 'vitest'
import { anyCase } from '../../core/facts/words/any-case.ts'

const finds = (source: string, text: string) => new RegExp(`^(?:${anyCase(source)})$`, 'u').test(text)

test.each([
  ['calle|c\\/', 'CALLE'],
  ['calle|c\\/', 'C/'],
  ['heißt', 'HEIßT'],
  ['habl[ée] con', 'Hablé Con'],
  ['[A-Z]{1,2}\\d[A-Z\\d]?', 'sw1a'],
  ['\\p{Lu}no\\.?', 'ÄNO.'],
])('%s finds %s', (source, text) => {
  expect(finds(source, text)).toBe(true)
})

test.each([
  ['\\d', 'D'],
  ['[A-Z\\d]', '-'],
  ['\\p{Lu}no', 'äno'],
  ['straße', 'STRASSE'],
])('%s does not find %s', (source, text) => {
  expect(finds(source, text)).toBe(false)
})
