import type { BriefInput, BriefLine } from '../../../core/brief/brief.ts'
import { composeBrief } from '../../../core/brief/compose.ts'
import { dialogues } from '../dialogues/dialogue.ts'
import { explain } from '../scoring/explain.ts'
import { metricsOf } from '../scoring/metrics.ts'
import { type Score, score } from '../scoring/score.ts'
import type { Suite, SuiteResult } from '../suite.ts'
import { realCase } from '../threads/real-case.ts'
import { realThreads } from '../threads/real-threads.ts'
import { references } from '../threads/references.ts'

type Compose = (input: BriefInput) => BriefLine[]

const generated = 240

/** Briefs of generated dialogues, and of the real threads that somebody marked, as far as they lie in the corpus. */
export function briefSuite(compose: Compose): Suite {
  return {
    name: 'brief',
    about: 'what a brief tells of what the customer told: recall, wrong, stale, words',
    run: ({ seed, corpus, explain: explained }) => {
      const cases = dialogues(seed, generated)
      const scores = cases.map(example => score(example, compose(example.input)))
      const real = scoreReal(compose, corpus)
      return {
        suite: 'brief',
        n: scores.length,
        metrics: { ...metricsOf(scores), ...realMetrics(real) },
        remarks: explained ? [...explain(cases, scores), ...realRemarks(real)] : [],
      }
    },
  }
}

type Real = { scores: Score[]; absent: number }

function scoreReal(compose: Compose, corpus: string): Real {
  const marked = references()
  const threads = realThreads(corpus)
  const scores = marked.flatMap(reference => {
    const thread = threads.get(reference.thread)
    if (thread === undefined) return []
    const example = realCase(thread, reference)
    return [score(example, compose(example.input))]
  })
  return { scores, absent: marked.length - scores.length }
}

const realMetrics = ({ scores, absent }: Real): Record<string, number> => ({
  ...Object.fromEntries(Object.entries(metricsOf(scores)).map(([name, value]) => [`real.${name}`, value])),
  'real.n': scores.length,
  'real.absent': absent,
})

/** Kinds and counts only: no word of a real thread is shown. */
const realRemarks = ({ scores }: Real): SuiteResult['remarks'] =>
  scores.flatMap(({ id, wanted, found, faults }) => [
    ...wanted
      .filter(mark => !found.includes(mark))
      .map(mark => `real ${id}: missing ${mark.kinds[0]} of ${mark.entryIds.join()}`),
    ...faults.map(({ type, line, why }) => `real ${id}: ${type} in ${line}: ${why}`),
  ])

export const brief = briefSuite(composeBrief)
