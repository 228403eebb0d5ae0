import type { Kept } from '../outcome/store.ts'
import type { MentionCount, Panel } from './listening.ts'
import type { MonthSum } from './month-sum.ts'

export type ListeningStore = {
  readPanel: (id: string) => Promise<Panel | undefined>
  /** In the order of their ids. */
  listPanels: (limit: number, after?: string) => Promise<Panel[]>
  /** False when there is a panel of this id: it stays as it is. */
  lockPanel: (panel: Panel) => Promise<boolean>
  /** Each is joined into what is known (laterCount), in the order given. Throws `RetryLater` when others kept coming first. */
  keep: (counts: MentionCount[]) => Promise<Kept[]>
  /** The counts of a panel from `from` to `until`, both days included, by day, network and member. */
  counts: (
    panel: string,
    range: { from: string; until: string; limit: number; after?: Pick<MentionCount, 'day' | 'network' | 'member'> },
  ) => Promise<MentionCount[]>
  /**
   * What the counts of a panel come to from `from` to `until`, both months included (`2026-03`), by month, network and
   * member: exactly what `counts` gives added up, but it may be a moment behind.
   */
  months: (panel: string, range: { from: string; until: string }) => Promise<MonthSum[]>
}
