import { randomFor } from '../../world/random.ts'
import type { Suite } from '../suite.ts'
import { agreementOf } from '../topics/agreement.ts'
import { isForTuning, type Labelled, type LabelledSet, labelledSets, labelledTexts } from '../topics/labelled.ts'
import { streamed } from '../topics/stream.ts'

/** Topics of texts that were marked by people, without being told how many there are. */
export const topics: Suite = {
  name: 'topics',
  about: 'what texts are about, assigned on arrival and clustered each night, against what people marked: 0 to 100',
  run: ({ seed, corpus }) => {
    const sets = labelledSets.map(set => ({ set, texts: shuffled(labelledTexts(corpus, set), seed) }))
    const present = sets.filter(({ texts }) => texts.length > 0)
    const absent = sets.filter(({ texts }) => texts.length === 0)
    return {
      suite: 'topics',
      n: present.reduce((sum, { texts }) => sum + texts.length, 0),
      metrics: Object.assign({}, ...present.map(({ set, texts }) => measured(set, texts))),
      remarks: absent.map(({ set }) => `skipped: ${set} is not in the corpus`),
    }
  },
}

function shuffled(texts: Labelled[], seed: number): Labelled[] {
  const random = randomFor(seed, 'topics')
  const keyed = texts.map(text => ({ text, key: random.next() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ text }) => text)
}

function measured(set: LabelledSet, texts: readonly Labelled[]): Record<string, number> {
  const { arrived, ended, kept } = streamed(texts.map(({ text }) => text))
  const over = (topics: readonly (string | undefined)[], wanted: (at: number) => boolean) =>
    agreementOf(
      texts.flatMap(({ label }, at) => (wanted(at) ? [{ put: topics[at] ?? `alone ${at}`, belongs: label }] : [])),
    )
  const tuning = texts.map(({ text }) => isForTuning(text))
  const first = texts.length / 10
  return {
    ...named(
      set,
      over(ended, at => tuning[at] === false),
    ),
    ...named(
      `${set}.arrival`,
      over(arrived, at => tuning[at] === false && at >= first),
    ),
    ...named(
      `${set}.tuning`,
      over(ended, at => tuning[at] === true),
    ),
    [`${set}.topics`]: new Set(ended).size,
    [`${set}.kept`]: kept,
    [`${set}.n`]: tuning.filter(one => !one).length,
  }
}

const named = (prefix: string, figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix}.${name}`, value]))
