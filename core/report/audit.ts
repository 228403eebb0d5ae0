import { type Atom, type Delta, type Grain, grains, hourDays } from './cells.ts'
import { addDelta, expand, fieldsOf, parseItemName } from './expand.ts'
import { type Days, fold, reachDays } from './fold.ts'
import { type Group, groupNames, groups } from './groups.ts'
import type { Refold } from './message.ts'
import type { Kept } from './plan-work.ts'
import { type FactReads, readFacts } from './read-facts.ts'
import { changeOf } from './vector.ts'
import { daysLater, instantsOf } from './zone.ts'

export type AuditDeps = {
  reads: FactReads
  current: () => Promise<Kept>
  /** The streams on which contacts of this time lie, by another way than that of reports. */
  recorded: (within: { from: string; to: string }) => AsyncIterable<{ streams: string[] }>
  queue: (works: Refold[]) => Promise<void>
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** Waits until what happens just now has been folded. */
  settle: () => Promise<void>
}

/**
 * What the audit of a month found. `behind`: customers who contribute something else than a fold of what is stored, twice
 * in a row; they are folded again. `wrong`: cells that are not the sum of what customers contribute, twice, and that
 * nothing was added to in between: contributions are read before the cells, so that what comes meanwhile makes them differ.
 */
export type Audited = { month: string; customers: number; cells: number; behind: number; wrong: number }

const page = 100
const mostEntries = 20_000

/** Recomputes a month (`2026-03`) from what is stored, with the fold that reports are kept by, and compares each cell. */
export async function auditMonth(deps: AuditDeps, month: string): Promise<Audited> {
  const first = await passOver(deps, month)
  if (first.behind.size === 0 && first.wrong.size === 0) return audited(month, first, 0, 0)
  await deps.settle()
  const second = await passOver(deps, month)
  const behind = [...second.behind].filter(customer => first.behind.has(customer))
  const wrong = [...second.wrong].filter(one => first.wrong.has(one))
  const days = daysOf(month)
  await deps.queue(behind.map(customer => ({ v: 1, type: 'refold', customer, days, line: false, piece: false })))
  return audited(month, second, behind.length, wrong.length)
}

const audited = (month: string, { customers, cells }: Pass, behind: number, wrong: number): Audited => ({
  ...{ month, customers, cells, behind, wrong },
})

type Pass = { customers: number; cells: number; behind: Set<string>; wrong: Set<string> }

async function passOver(deps: AuditDeps, month: string): Promise<Pass> {
  const kept = await deps.current()
  const customers = [...(await customersOf(deps, kept, month))]
  const wanted: Delta = new Map()
  const behind = new Set<string>()
  for (let at = 0; at < customers.length; at += page) {
    const some = customers.slice(at, at + page)
    for (const one of await Promise.all(some.map(customer => contributed(deps, kept, customer, month)))) {
      addDelta(wanted, expand(one.atoms))
      if (one.behind) behind.add(one.customer)
    }
  }
  const found = await cellsOf(deps, kept, month)
  const wrong = differing(withoutBuckets(wanted, month, hoursFrom(deps.now())), found)
  const cells = [...found.values()].reduce((sum, { size }) => sum + size, 0)
  return { customers: customers.length, cells, behind, wrong }
}

/** Who is listed as contributing, and whoever has contacts in the month. */
async function customersOf({ reads, recorded }: AuditDeps, { store }: Kept, month: string): Promise<Set<string>> {
  const customers = new Set<string>()
  let after: string | undefined
  for (;;) {
    const some = await store.contributors(month, page, after)
    for (const customer of some) customers.add(customer)
    after = some.at(-1)
    if (some.length < page) break
  }
  for await (const { streams } of recorded(instantsOf(daysOf(month))))
    for (const customer of (await reads.customersOf(streams)).values()) customers.add(customer)
  return customers
}

const daysOf = (month: string): Days => ({ from: `${month}-01`, to: daysLater(`${month}-28`, 3) })

type Contributed = { customer: string; atoms: Atom[]; behind: boolean }

async function contributed({ reads }: AuditDeps, kept: Kept, customer: string, month: string): Promise<Contributed> {
  const inMonth = ({ day }: Atom): boolean => day.startsWith(month)
  const vectors = await kept.store.vectors(customer, { from: month.slice(0, 4), to: `${month}~` })
  const atoms = vectors.flatMap(vector => vector.atoms).filter(inMonth)
  const streams = (await reads.streamsOf([customer])).get(customer) ?? []
  const days = daysOf(month)
  const within = instantsOf({ from: daysLater(days.from, -reachDays), to: daysLater(days.to, reachDays) })
  const { facts } = await readFacts(reads, customer, streams, within, mostEntries)
  const { gone, come } = changeOf(atoms, fold(facts, kept.zone, days).filter(inMonth))
  return { customer, atoms, behind: gone.length + come.length > 0 }
}

/** Hours that are kept for sure, whatever the time of the day. */
const hoursFrom = (now: string): string => `${daysLater(now.slice(0, 10), 2 - hourDays)}T00`

/** Old hours may be forgotten, and those at either end of the month are, in the reporting zone, of two months. */
const isCompared = (grain: string, period: string, month: string, hours: string): boolean => {
  if (grain !== 'hour') return grain !== 'year'
  return period >= hours && period.startsWith(month) && period.slice(8, 10) > '01' && period.slice(8, 10) < '28'
}

/** Cells by grain, group and period. */
function withoutBuckets(delta: Delta, month: string, hours: string): Delta {
  const joined: Delta = new Map()
  for (const [name, fields] of delta) {
    const { grain, group, period } = parseItemName(name)
    if (!isCompared(grain, period, month, hours)) continue
    const known = fieldsOf(joined, `${grain}|${group}|${period}`)
    for (const [field, n] of fields) known.set(field, (known.get(field) ?? 0) + n)
  }
  return joined
}

async function cellsOf({ now }: AuditDeps, { store }: Kept, month: string): Promise<Delta> {
  const cells: Delta = new Map()
  const hours = hoursFrom(now())
  const ranges = grains.flatMap(grain =>
    groupNames.filter(group => isKept(grain, group)).map(group => ({ grain, group })),
  )
  for (const { grain, group } of ranges)
    for (const { period, fields } of await store.cells({ grain, group, from: month, to: `${month}~` }))
      if (isCompared(grain, period, month, hours)) cells.set(`${grain}|${group}|${period}`, fields)
  return cells
}

const isKept = (grain: Grain, group: Group): boolean => grain !== 'year' && (grain !== 'hour' || groups[group].hours)

/** Each cell that differs, with what it should be and what it is. */
function differing(wanted: Delta, found: Delta): Set<string> {
  const wrong = new Set<string>()
  for (const name of new Set([...wanted.keys(), ...found.keys()])) {
    const [one, other] = [wanted.get(name), found.get(name)]
    for (const field of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
      const [should, is] = [one?.get(field) ?? 0, other?.get(field) ?? 0]
      if (should !== is) wrong.add(`${name} ${field} ${should} ${is}`)
    }
  }
  return wrong
}
