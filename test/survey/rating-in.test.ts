import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratingIn } from '../../core/survey/rating-in.ts'
import { scales } from '../../core/survey/survey.ts'

describe('a score of 1 to 5 in a reply', () => {
  test.each([
    ['5', 5],
    [' 4 ', 4],
    ['3.', 3],
    ['5!', 5],
    ['5!!!', 5],
    ['4/5', 4],
    ['4 / 5', 4],
    ['5 out of 5', 5],
    ['4 von 5', 4],
    ['4 sur 5', 4],
    ['5 de 5', 5],
    ['5 stars', 5],
    ['5 Sterne', 5],
    ['4 étoiles', 4],
    ['5 estrellas', 5],
    ['5 :)', 5],
    ['5 🙂', 5],
    ['5️⃣', 5],
    ['Rating: 5', 5],
    ['My rating is 2', 2],
    ['Bewertung: 4', 4],
    ['Note : 3', 3],
    ['Puntuación: 5', 5],
  ])('%s', (text, score) => {
    expect(ratingIn(text, scales.csat)).toEqual({ score })
  })

  test.each([
    ['4 – thanks!', 4, 'thanks!'],
    ['4 - thanks!', 4, 'thanks!'],
    ['5, danke für alles', 5, 'danke für alles'],
    ['5 merci beaucoup', 5, 'merci beaucoup'],
    ['2, but it took three weeks', 2, 'but it took three weeks'],
    ['5 stars, well done', 5, 'well done'],
    ['1\n\nNobody ever called me back.', 1, 'Nobody ever called me back.'],
    ['4/5 – good\nAlice', 4, 'good\nAlice'],
  ])('%s, with a comment', (text, score, comment) => {
    expect(ratingIn(text, scales.csat)).toEqual({ score, comment })
  })

  test.each([
    ...['', 'thanks', 'five', 'It was a 5', '0', '6', '10', '55', '-5', '+1', '#5', '05', '4.5', '4,5', '5%', '5?'],
    ...[
      '5 items are missing',
      '3 weeks ago I ordered',
      '2-3 days',
      '2 - 3 days',
      '1, 2 and 3 are broken',
      '5/10',
      '3/4',
    ],
    ...['1. The app crashes', '1) the first', '2: the second', '5 €', '5:30 would suit me', '4711', '5kg', '5 o’clock'],
    ...['1.\n2.\n3.', '1\n2) then this', '3 March, please', '3rd', '5 out of 10', '5 de mayo', '2 of the 3 came'],
    `5\n${'a long letter. '.repeat(200)}`,
  ])('none in %j', text => {
    expect(ratingIn(text, scales.csat)).toBeUndefined()
  })
})

describe('a score of 0 to 10', () => {
  test.each([
    ['0', 0],
    ['10', 10],
    ['10!', 10],
    ['9/10', 9],
    ['10 out of 10', 10],
  ])('%s', (text, score) => {
    expect(ratingIn(text, scales.nps)).toEqual({ score })
  })

  test.each(['11', '100', '4/5', '10 days', '10.50', '-1', '10th'])('none in %j', text => {
    expect(ratingIn(text, scales.nps)).toBeUndefined()
  })
})

test('whatever is written, a score is one of the scale, and stands first', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789/.,- !–\nab'), maxLength: 12 })
  fc.assert(
    fc.property(
      fc.oneof(digits, fc.string({ unit: 'grapheme' })),
      fc.constantFrom(...Object.values(scales)),
      (text, scale) => {
        const found = ratingIn(text, scale)
        if (found === undefined) return
        expect(found.score).toBeGreaterThanOrEqual(scale.least)
        expect(found.score).toBeLessThanOrEqual(scale.greatest)
        expect(text.trim().startsWith(`${found.score}`)).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})

test('a text that nearly matches in a thousand ways is none, at once', () => {
  expect(ratingIn(`5${' '.repeat(700)}${'.:'.repeat(200)}${' '.repeat(300)}x`, scales.csat)).toBeUndefined()
})
