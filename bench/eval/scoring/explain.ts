import type { Case } from './case.ts'
import type { Score } from './score.ts'

/** What went wrong, a line each: what is missing, and what stands there wrongly. Generated cases only. */
export function explain(cases: readonly Case[], scores: readonly Score[]): string[] {
  const textOf = new Map(
    cases.flatMap(({ input }) => input.contacts.map(({ contact }): [string, string] => [contact.id, contact.text])),
  )
  const excerpt = (entryId: string | undefined): string =>
    (textOf.get(entryId ?? '') ?? '').replaceAll(/\s+/g, ' ').slice(0, 240)
  return scores.flatMap(({ id, wanted, found, faults, words }) => [
    ...wanted
      .filter(mark => !found.includes(mark))
      .map(
        ({ kinds, values, entryIds }) =>
          `${id} missing ${kinds[0]} ${values[0]} | ${entryIds[0]} ${excerpt(entryIds[0])}`,
      ),
    ...faults.map(({ type, line, what, why }) => `${id} ${type} ${line}: ${what} (${why})`),
    ...(words > 120 ? [`${id} has ${words} words`] : []),
  ])
}
