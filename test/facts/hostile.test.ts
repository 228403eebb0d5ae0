import { expect, test } from 'vitest'
import { factsIn } from '../../core/facts/facts-in.ts'
import { longestSentence, sentencesOf } from '../../core/facts/sentence.ts'

const context = { region: 'GB', writtenAt: '2026-03-15T09:00:00.000Z' }
const size = 65_536

test.each([
  '1',
  '1.',
  'a-',
  ' ',
  'order ',
  'my neighbour ',
  '12 ',
  '12 High ',
  'Ab ',
  '"a ',
  '\n',
  '1,234',
  'a@',
  'not ',
  'order 4471-882 ',
  'A',
  '> ',
  '3/4/',
  'a1',
  'I tried ',
  'ich habe ',
  'tel 020 7946 0186 ',
  'iphone ',
  'my name is ',
  '((',
  'Alice Martin\n',
  '€1 ',
  'RT @a: ',
  'rue de la ',
  'C A B 1 ',
  'Agent: a\nCustomer: 4471\n',
])(
  '64 KB of %j end within the time of a test, with a bounded number of facts',
  piece => {
    const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
    expect(factsIn(text, context).length).toBeLessThanOrEqual(400)
  },
  5000,
)

test('no sentence is longer than what a pattern may look at, and none is lost', () => {
  const text = 'word '.repeat(2000)
  const sentences = sentencesOf(text)
  expect(Math.max(...sentences.map(({ text: words }) => words.length))).toBeLessThanOrEqual(longestSentence)
  expect(
    sentences
      .map(({ text: words }) => words)
      .join('')
      .trim(),
  ).toBe(text.trim())
})
