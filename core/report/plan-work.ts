import type { Days } from './fold.ts'
import { fold, reachDays } from './fold.ts'
import type { Refold } from './message.ts'
import { type Step, stepsOf } from './plan.ts'
import { type FactReads, readFacts } from './read-facts.ts'
import type { ReportStore, StoredVector } from './store.ts'
import { dayOf, daysLater, instantsOf } from './zone.ts'

/** A generation of reports that follows what happens. */
export type Kept = { store: ReportStore; zone: string }

export type PlanDeps = {
  reads: FactReads
  generations: () => Promise<Kept[]>
  /** Puts works into the queue; durable when it resolves. */
  queue: (works: Refold[]) => Promise<void>
  /** RFC 3339 UTC, ms. */
  now: () => string
}

/** Steps of one vector, which follow one another. */
export type Chain = { store: ReportStore; steps: Step[] }

/** More entries of a stream than these are folded in pieces of time, which go to the queue. */
export const mostEntries = 1500

/** What lies so close together that pieces would not be smaller is read up to here, and fails beyond. */
const mostEntriesOfPiece = 20_000

type Stored = Kept & { vectors: StoredVector[] }

/** What must be written for a work. Vectors are read before anything that they are made of. */
export async function planWork(deps: PlanDeps, work: Refold): Promise<Chain[]> {
  const { customer, line, days } = work
  const slices = line && days ? { from: days.from.slice(0, 7), to: `${days.to.slice(0, 7)}~` } : undefined
  const generations = await deps.generations()
  const stored = await Promise.all(
    generations.map(async one => ({ ...one, vectors: await one.store.vectors(customer, slices) })),
  )
  const streams = (await deps.reads.streamsOf([customer])).get(customer) ?? []
  const isNew = !work.piece && !line && stored.some(({ vectors }) => vectors.length === 0)
  const wanted = isNew ? undefined : days
  return planDays(deps, work, stored, streams, wanted ?? (await everyDay(deps, stored, streams)), wanted === undefined)
}

/** From the first day of which anything is known to the day after tomorrow, wherever that is. */
async function everyDay({ reads, now }: PlanDeps, stored: Stored[], streams: string[]): Promise<Days> {
  const beginnings = await Promise.all(streams.map(reads.beginning))
  const touches = await Promise.all(streams.map(reads.firstTouch))
  const known = stored.flatMap(({ vectors }) => vectors.flatMap(({ atoms }) => atoms.map(({ day }) => day)))
  const instants = [...beginnings.flatMap(({ at }) => at ?? []), ...touches.flatMap(at => at ?? [])]
  const days = [...known, ...instants.map(at => daysLater(dayOf(at, 'UTC'), -1))]
  const today = dayOf(now(), 'UTC')
  const sorted = [...days, daysLater(today, 2)].sort()
  return { from: sorted[0] ?? today, to: sorted.at(-1) ?? today }
}

async function planDays(
  deps: PlanDeps,
  work: Refold,
  stored: Stored[],
  streams: string[],
  days: Days,
  every: boolean,
): Promise<Chain[]> {
  const within = instantsOf({ from: daysLater(days.from, -reachDays), to: daysLater(days.to, reachDays) })
  const indivisible = daysLater(days.from, reachDays) >= days.to
  const limit = indivisible ? mostEntriesOfPiece : mostEntries
  const { facts, cut } = await readFacts(deps.reads, work.customer, streams, within, limit)
  if (cut && indivisible) throw new Error('more happened to a customer within two months than can be folded')
  if (cut) return inPieces(deps, work, days)
  const first = facts.first?.id
  const other = stored.some(({ vectors }) => vectors.some(vector => vector.first !== first))
  if (other && !every && !work.piece && !facts.nobody)
    return planDays(deps, work, stored, streams, await everyDay(deps, stored, streams), true)
  return stored.flatMap(({ store, zone, vectors }) => {
    const folded = fold(facts, zone, days)
    const planned = { customer: work.customer, stored: vectors, folded, days, nobody: facts.nobody, first }
    return stepsOf(planned).map(steps => ({ store, steps }))
  })
}

/** Back-pressure: nothing is folded now, and each half goes to the queue, behind what waits there. */
async function inPieces({ queue }: PlanDeps, work: Refold, { from, to }: Days): Promise<Chain[]> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  const middle = daysLater(from, Math.floor(days / 2))
  const halves = [
    { from, to: middle },
    { from: daysLater(middle, 1), to },
  ]
  await queue(halves.map(half => ({ ...work, days: half, piece: true })))
  return []
}
