import type { Case } from '../../bench/eval/scoring/case.ts'
import type { Mark } from '../../bench/eval/scoring/mark.ts'
import type { BriefFact, BriefLine } from '../../core/brief/brief.ts'

export const wantedOf = ({ marks }: Case): Mark[] =>
  marks.filter(({ wanted, stale, holder }) => wanted && !stale && holder === 'customer')

const factOf = ({ kinds, values, entryIds }: Mark): BriefFact => ({
  kind: kinds[0] ?? 'order',
  value: values[0] ?? '',
  entryId: entryIds[0] ?? '',
})

/** A line that tells some marks and cites where they were told. */
export const told = (marks: readonly Mark[]): BriefLine => ({
  kind: 'told',
  text: marks.map(({ values }) => values[0]).join('; '),
  entryIds: marks.flatMap(({ entryIds }) => entryIds.slice(0, 1)),
  facts: marks.map(factOf),
})

/** What somebody would write who knows the truth: every fact that is wanted, and nothing else. */
export function perfectBrief(example: Case): BriefLine[] {
  const wanted = wantedOf(example)
  return wanted.length === 0 ? [] : [told(wanted)]
}
