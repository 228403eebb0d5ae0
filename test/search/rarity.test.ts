import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxWords, mayHold, postedTokens, signatureOf } from '../../core/search/postings.ts'
import { type Frequencies, learn, noFrequencies, rarestFirst, rarityOf } from '../../core/search/rarity.ts'

const words = fc.uniqueArray(
  fc.integer({ min: 0, max: 60 }).map(n => `w:word${n}`),
  { maxLength: 12 },
)
const learnt = (contacts: string[][]): Frequencies => contacts.reduce(learn, noFrequencies)

test('a word that was frequent once is frequent for ever', () =>
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.array(words, { maxLength: 40 }), (first, more) => {
      const [before, after] = [learnt(first), learnt([...first, ...more])]
      expect(after.frequent).toEqual(expect.arrayContaining(before.frequent))
    }),
  ))

test('what is in many contacts becomes frequent, what is in few does not', () => {
  const contacts = Array.from({ length: 1000 }, (_, n) => [
    'w:order',
    `w:only${n}`,
    ...(n % 250 === 0 ? ['w:seldom'] : []),
  ])
  const { isFrequent } = rarityOf(learnt(contacts))
  expect(isFrequent('w:order')).toBe(true)
  expect(isFrequent('w:seldom')).toBe(false)
  expect(isFrequent('w:only1')).toBe(false)
})

test('what is kept of the words is bounded, and holds none of them', () => {
  const contacts = Array.from({ length: 400 }, (_, n) =>
    Array.from({ length: 30 }, (_, at) => `w:secret${n * 30 + at}`),
  )
  const kept = JSON.stringify(learnt(contacts))
  expect(kept.length).toBeLessThan(40_000)
  expect(kept).not.toContain('secret')
})

test('a contact is posted under its rarest words, and everything else that names something', () => {
  const frequencies = learnt(Array.from({ length: 50 }, (_, n) => [`w:w${n}`, ...(n < 20 ? ['w:refund'] : [])]))
  const all = Array.from({ length: 60 }, (_, n) => `w:w${n}`)
  const document = { tokens: new Set(['w:refund', 'n:alice', 'r:a1234', ...all]), numbers: [] }
  const posted = postedTokens(document, rarityOf(frequencies))
  expect(posted).toEqual(expect.arrayContaining(['n:alice', 'r:a1234']))
  expect(posted.filter(token => token.startsWith('w:'))).toHaveLength(maxWords)
  expect(posted).not.toContain('w:refund')
  for (let n = 50; n < 60; n++) expect(posted).toContain(`w:w${n}`)
})

test('rarer comes first in one order for everybody', () =>
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 30 }),
      fc.shuffledSubarray(['w:word1', 'w:word2', 'w:a', 'w:word33'], { minLength: 4 }),
      (contacts, some) => {
        const order = rarestFirst(rarityOf(learnt(contacts)))
        expect([...some].sort(order)).toEqual([...some].sort().sort(order))
      },
    ),
  ))

test('a signature never denies what is in it, and seldom claims what is not', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 200 }), tokens => {
      const signature = signatureOf(tokens)
      expect(signature.length).toBeLessThanOrEqual(3 * tokens.length)
      expect(tokens.every(token => mayHold(signature, token))).toBe(true)
      expect([1, 2, 3, 4, 5].filter(n => mayHold(signature, `another ${n} thing`)).length).toBeLessThan(2)
    }),
  ))
