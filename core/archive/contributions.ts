import { RetryLater } from '../record/outcome.ts'
import type { Atom } from '../report/cells.ts'
import { parseItemName } from '../report/expand.ts'
import type { ReportStore, ReportWrite } from '../report/store.ts'
import type { Partition } from './datasets.ts'
import type { ArchiveRow } from './rows.ts'
import type { Archived, ArchiveIndex } from './store.ts'

/**
 * Reports whose contributions are archived: what a customer contributes on a day is noted, and the day is behind. Noted
 * before the write, and marked again after it: whoever dies in between has told of a write that was none, or of one that
 * a day's file, written at that very moment, does not have; the next change of the day brings it.
 */
export function archivedReports(
  store: ReportStore,
  index: Pick<ArchiveIndex, 'note' | 'markDue'>,
  pause: (attempt: number) => Promise<void>,
): ReportStore {
  const mark = (days: Partition[]) => markPatiently(index, days, pause)
  return {
    ...store,
    commit: async write => {
      const { things, days } = notedOfReports(write)
      await index.note(things)
      await mark(days)
      const done = await store.commit(write)
      if (done.committed) await mark(days)
      return done
    },
  }
}

const mostAttempts = 12

/** Workers at once mark the same day, today: whoever loses waits and marks again. */
async function markPatiently(
  index: Pick<ArchiveIndex, 'markDue'>,
  days: Partition[],
  pause: (attempt: number) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; attempt < mostAttempts; attempt++) {
    try {
      return await index.markDue(days)
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error
      await pause(attempt)
    }
  }
  await index.markDue(days)
}

/** Days whose cells change, and whoever contributes on one of them now; who did before was noted then. */
function notedOfReports({ vectors, delta }: ReportWrite): { things: Archived[]; days: Partition[] } {
  const changing = new Set(
    [...delta.keys()].map(parseItemName).flatMap(({ grain, period }) => (grain === 'day' ? period : [])),
  )
  const things = vectors.flatMap(({ customer, next }) =>
    [...daysOf(next.atoms)]
      .filter(day => changing.has(day))
      .map(day => ({ dataset: 'contributions' as const, day, id: customer })),
  )
  return { things, days: [...changing].map(day => ({ dataset: 'contributions' as const, day })) }
}

export const daysOf = (atoms: readonly Atom[]): Set<string> => new Set(atoms.map(({ day }) => day))

/** What a customer contributes, from the vectors that hold this day. */
export async function contributionsOf(
  { vectors }: Pick<ReportStore, 'vectors'>,
  customer: string,
  day: string,
): Promise<Atom[]> {
  const found = await vectors(customer, { from: day.slice(0, 4), to: `${day.slice(0, 7)}~` })
  return found.flatMap(({ atoms }) => atoms.filter(atom => atom.day === day))
}

/**
 * A row for each count of a fact, and for each value that it adds to a histogram. `customer` is the key of a stream, that
 * of the identifier which the customer was born with: a merge or an unmerge folds both anew, and their days are written
 * again.
 */
export const contributionRows = (customer: string, { hour, dims, counts, buckets = {}, who }: Atom): ArchiveRow[] => {
  const shared: ArchiveRow = {
    ...{ stream_key: customer, hour, channel: dims.channel, network: dims.network, visit: dims.visit },
    ...{ language: dims.language, relationship: dims.relationship, brand: dims.brand, department: dims.department },
    ...{ source: dims.source, team: dims.team, country: dims.country, campaign: dims.campaign, agent: dims.agent },
    ...{ topic: dims.topic, switched: dims['from×to'] },
  }
  return [
    ...Object.entries(counts).map(([metric, amount]) => ({ ...shared, metric, amount })),
    ...Object.entries(buckets).map(([metric, bucket]) => ({ ...shared, metric, bucket, amount: 1 })),
    ...(who === true ? [{ ...shared, metric: 'came', amount: 1 }] : []),
  ]
}
