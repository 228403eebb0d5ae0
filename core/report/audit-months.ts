import { type AuditDeps, type Audited, auditMonth } from './audit.ts'
import { hourDays } from './cells.ts'
import type { ReportStore } from './store.ts'
import { daysLater } from './zone.ts'

/** What reports keep and what is stored do not agree. Names no customer. */
export class ReportsDiffer extends Error {
  override name = 'ReportsDiffer'
}

export type NightlyDeps = AuditDeps & {
  store: () => Promise<ReportStore>
  /** Says what was found. */
  tell: (audited: Audited) => void
}

/** How many months before the last two are looked at in turn, one a night. */
const monthsInTurn = 24

/**
 * Audits this month, the last one, and one older month a night, each once in 24 nights; forgets hours that are too old.
 * Answers how many cells were compared. Throws `ReportsDiffer` when anything differs, after all have been looked at and
 * customers who were behind were put into the queue.
 */
export async function auditNightly(deps: NightlyDeps): Promise<number> {
  const today = deps.now().slice(0, 10)
  const store = await deps.store()
  await store.forgetHours(`${daysLater(today, -hourDays - 1)}T00`)
  const audited: Audited[] = []
  for (const month of monthsOf(today)) {
    const one = await auditMonth(deps, month)
    deps.tell(one)
    audited.push(one)
  }
  const differing = audited.filter(({ behind, wrong }) => behind + wrong > 0).map(({ month }) => month)
  if (differing.length > 0) throw new ReportsDiffer(`reports differ from what is stored in ${differing.join(', ')}`)
  return audited.reduce((sum, { cells }) => sum + cells, 0)
}

function monthsOf(today: string): string[] {
  const day = Math.floor(Date.parse(today) / 86_400_000)
  return [0, 1, 2 + (day % monthsInTurn)].map(back => monthBefore(today, back))
}

function monthBefore(today: string, back: number): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
