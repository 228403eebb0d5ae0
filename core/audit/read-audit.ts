import type { AuditRecord, AuditStore } from './audit.ts'

/** Where a page ended. One decision leaves records of the same time and id with several customers. */
export type AuditPosition = Pick<AuditRecord, 'at' | 'id' | 'customer'>

/** `customers`: the ids to look under; `since`: when the first of them came to be, before which nothing was recorded. */
export type AuditQuery = {
  customers: readonly string[]
  since: string
  now: string
  limit: number
  before?: AuditPosition | undefined
}

/** `next` is there exactly when older records remain. */
export type AuditPage = { items: AuditRecord[]; next?: AuditPosition }

/** The newest audit records of a customer under every id it has or had. Goes back by months until the page is full. */
export async function readAudit(store: AuditStore, query: AuditQuery): Promise<AuditPage> {
  const wanted = query.limit + 1
  const first = query.since.slice(0, 7)
  const found: AuditRecord[] = []
  for (let month = newestMonth(query); month >= first && found.length < wanted; month = monthBefore(month)) {
    const read = query.customers.map(id => store.list(id, month, wanted, startFor(id, query.before)))
    found.push(...(await Promise.all(read)).flat().sort(newestFirst))
  }
  const items = found.slice(0, query.limit)
  const last = items.at(-1)
  return { items, ...(found.length > query.limit && last && { next: positionOf(last) }) }
}

/** A position from the future, which nobody was given, must not make months be read that are yet to come. */
const newestMonth = ({ before, now }: AuditQuery): string =>
  (before !== undefined && before.at < now ? before.at : now).slice(0, 7)

/** Of records of one time and id, those of lesser customers come after the position; `!` is below all that ids hold. */
function startFor(customer: string, before: AuditPosition | undefined): { at: string; id: string } | undefined {
  if (before === undefined) return undefined
  return customer < before.customer ? { at: before.at, id: `${before.id}!` } : before
}

function monthBefore(month: string): string {
  const date = new Date(`${month}-01T00:00:00.000Z`)
  date.setUTCMonth(date.getUTCMonth() - 1)
  return date.toISOString().slice(0, 7)
}

const positionOf = ({ at, id, customer }: AuditRecord): AuditPosition => ({ at, id, customer })

const newestFirst = (a: AuditRecord, b: AuditRecord): number =>
  compare(b.at, a.at) || compare(b.id, a.id) || compare(b.customer, a.customer)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
