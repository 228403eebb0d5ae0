import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../core/sentiment/features.ts'
import { judgeText } from '../../core/sentiment/judge-text.ts'
import { coldModel, judge } from '../../core/sentiment/model.ts'
import { packModel, unpackModel } from '../../core/sentiment/packed.ts'
import type { Label } from '../../core/sentiment/sentiment.ts'
import { rightness, rightnessOf, train } from '../../core/sentiment/train.ts'

const cold = (text: string, language?: string) => judgeText(coldModel(), false, text, language)?.sentiment

/** This company's customers say "banana" when all is well and "turnip" when it is not: no lexicon knows. */
const labels = (count: number): Label[] =>
  Array.from({ length: count }, (_, at) => {
    const good = at % 3 === 0
    const text = `The ${good ? 'banana' : 'turnip'} came on day ${'abcdefghij'[at % 10]} to our place`
    return { id: `label-${at}`, text, language: 'en', sentiment: good ? 'positive' : 'negative' }
  })

describe('sentiment before anything was learned', () => {
  it('is told by words, denials and how it is asked', () => {
    expect(cold('Your driver was brilliant, thank you so much!', 'en')).toBe('positive')
    expect(cold('I have been waiting for hours and nobody calls me back', 'en')).toBe('negative')
    expect(cold('Which sizes do you have?', 'en')).toBe('neutral')
    expect(cold('Das ist eine Unverschämtheit, ich warte immer noch', 'de')).toBe('negative')
  })

  it('is not told where there is nothing to tell it by', () => {
    expect(cold('Dziękuję bardzo, wszystko działa', 'pl')).toBeUndefined()
    expect(cold('Спасибо')).toBeUndefined()
    expect(cold('4711 ?!', 'en')).toBeUndefined()
    expect(cold('')).toBeUndefined()
  })
})

describe('learning', () => {
  const learned = train(labels(90))

  it('knows what the company calls good and bad, and says how sure that is', () => {
    const judged = judge(learned.model, featuresOf('A banana came', 'en'))
    expect(judged.sentiment).toBe('positive')
    expect(judged.certainty).toBeGreaterThan(0.5)
    expect(learned.accuracy).toBeGreaterThan(rightnessOf(coldModel(), labels(90)).accuracy)
  })

  it('does not depend on the order of labels', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(labels(30), { minLength: 30 }), shuffled => {
        expect(train(shuffled)).toEqual(train(labels(30)))
      }),
      { numRuns: 3 },
    )
  })

  it('counts one label for each contact, the last', () => {
    const twice: Label[] = [...labels(30).map(label => ({ ...label, sentiment: 'neutral' as const })), ...labels(30)]
    expect(train(twice)).toEqual(train(labels(30)))
  })

  it('is kept in bytes that judge alike', () => {
    const kept = unpackModel(packModel(learned.model))
    for (const { text, language } of labels(10)) {
      const features = featuresOf(text, language)
      expect(kept && judge(kept, features).sentiment).toBe(judge(learned.model, features).sentiment)
    }
    expect(unpackModel(new Uint8Array(7))).toBeUndefined()
  })
})

it('rightness counts what is right, and classes alike', () => {
  const judged = [
    ...[{ said: 'negative', truth: 'negative' } as const, { said: 'negative', truth: 'neutral' } as const],
    ...[{ said: 'positive', truth: 'positive' } as const, { said: undefined, truth: 'positive' } as const],
  ]
  expect(rightness(judged)).toEqual({ accuracy: 0.5, macroF1: (2 / 3 + 0 + 2 / 3) / 3 })
  expect(rightness([])).toEqual({ accuracy: 0, macroF1: 0 })
})
