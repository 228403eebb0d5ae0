import { reportQuerySchema } from '../api/report.ts'
import { Unanswerable } from '../catalogue/ask.ts'
import type { CatalogueReads } from '../catalogue/catalogue-reads.ts'
import { runReport } from '../catalogue/run-report.ts'
import { dayOf, daysLater } from '../report/zone.ts'
import { lastDays, type Span, savedSpan } from '../saved-report/period.ts'
import type { MailLanguage, SavedReport, SavedReportStore } from '../saved-report/saved-report.ts'
import { digestOf } from './digest.ts'
import type { RenderedDigest } from './page.ts'
import { renderDigest } from './render.ts'
import { renderView } from './render-view.ts'
import type { Subscription } from './subscription.ts'

export type ComposeReads = { catalogue: CatalogueReads; savedReports: Pick<SavedReportStore, 'read'> }

/**
 * Puts together what is mailed of the days before `due`. What two are mailed alike is read once: many have the same. A view
 * that is not kept any more, or is not mailed to this address any more, is undefined.
 */
export function composer({ catalogue, savedReports }: ComposeReads) {
  const made = new Map<string, Promise<RenderedDigest>>()
  const once = (name: unknown[], make: () => Promise<RenderedDigest>) => {
    const key = JSON.stringify(name)
    const found = made.get(key) ?? make()
    made.set(key, found)
    return found
  }
  return async (
    { what, language }: Subscription,
    due: string,
    days: number,
    address: string,
  ): Promise<RenderedDigest | undefined> => {
    if (what.kind === 'department')
      return once([what.department, days, due, language], () =>
        composeDigest(catalogue, { department: what.department, days, language }, due),
      )
    const saved = await savedReports.read(what.owner, what.view)
    if (saved === undefined || !isMailedTo(saved, address)) return undefined
    return once([saved, due], () => composeView(catalogue, saved, due))
  }
}

type DigestAsked = { department: string | undefined; days: number; language: MailLanguage }

async function composeDigest(catalogue: CatalogueReads, asked: DigestAsked, due: string): Promise<RenderedDigest> {
  return renderDigest(await digestOf(catalogue, asked, due), asked.language)
}

const isMailedTo = ({ schedule }: SavedReport, address: string): boolean =>
  schedule?.to.some(one => one.toLowerCase() === address.toLowerCase()) ?? false

async function composeView(catalogue: CatalogueReads, saved: SavedReport, due: string): Promise<RenderedDigest> {
  const { zone } = await catalogue.currentReports()
  const { by, value, campaign, kind, compare, grain } = saved.query
  const asked = { by, value, campaign, kind, compare, ...spanOf(saved.query, dayOf(due, zone)) }
  const ask = (shown: string | undefined) =>
    runReport(catalogue, saved.report, reportQuerySchema.parse({ ...asked, grain: shown }), due)
  const report = await ask('total').catch(error => {
    if (error instanceof Unanswerable) return ask(grain)
    throw error
  })
  if (report === undefined) throw new Error('a view is of a report that is not there')
  return renderView(saved, report)
}

const usualDays = 28

/** Whole days up to the one before: a day that is not over is less than the one that it is compared with. */
function spanOf(query: SavedReport['query'], today: string): Partial<Span> {
  const span = savedSpan(query, query.period === 'last-month' ? today : daysLater(today, -1))
  return span.from === undefined && span.to === undefined ? lastDays(usualDays, daysLater(today, -1)) : span
}
