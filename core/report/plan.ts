import type { Atom, Delta } from './cells.ts'
import type { Days } from './fold.ts'
import type { StoredVector, VectorWrite } from './store.ts'
import { type AtomChange, changed, changeOf, difference } from './vector.ts'

/** A vector that changes and the cells that change with it: small enough for one transaction. */
export type Step = { write: VectorWrite; delta: Delta }

/** How many cells' items, and how many fields of one, a step may change; two steps at least fit into a transaction. */
const mostItemsOfStep = 90
const mostFields = 300

/** The slice that a day lies in: of a person a year, of a line that names nobody a month. */
export const sliceOf = (day: string, nobody: boolean): string => day.slice(0, nobody ? 7 : 4)

export type Planned = {
  customer: string
  stored: StoredVector[]
  folded: Atom[]
  days: Days
  nobody: boolean
  first: string | undefined
}

/**
 * What must be written so that a customer contributes what was folded on these days, and on all others what they did:
 * for each slice the steps that follow one another.
 */
export function stepsOf(planned: Planned): Step[][] {
  const { stored, folded, days, nobody } = planned
  const bySlice = new Map<string, Atom[]>(stored.map(({ slice, atoms }) => [slice, atoms.filter(isOutside(days))]))
  for (const atom of folded) {
    const slice = sliceOf(atom.day, nobody)
    bySlice.set(slice, [...(bySlice.get(slice) ?? []), atom])
  }
  return [...bySlice].map(([slice, atoms]) => stepsOfSlice(planned, slice, atoms)).filter(steps => steps.length > 0)
}

const isOutside =
  ({ from, to }: Days) =>
  ({ day }: Atom): boolean =>
    day < from || day > to

function stepsOfSlice({ customer, stored, first }: Planned, slice: string, atoms: Atom[]): Step[] {
  const known = stored.find(one => one.slice === slice)
  const before = known?.atoms ?? []
  const change = changeOf(before, atoms)
  const same = change.gone.length + change.come.length === 0
  if (same && (known === undefined || known.first === first)) return []
  const earlier = monthsOf(before)
  const months = [...monthsOf(atoms)].filter(month => !earlier.has(month))
  return inSteps(before, change).map(({ after, delta }, n) => ({
    write: {
      customer,
      next: { slice, atoms: after, ...(first !== undefined && { first }) },
      months: n === 0 ? months : [],
      was: known === undefined && n === 0 ? undefined : (known?.version ?? 0) + n,
    },
    delta,
  }))
}

const monthsOf = (atoms: readonly Atom[]): Set<string> => new Set(atoms.map(({ day }) => day.slice(0, 7)))

type Part = { after: Atom[]; delta: Delta }

/** A change in as many parts as it takes, each of which leaves the vector and the cells in agreement. */
function inSteps(before: readonly Atom[], change: AtomChange): Part[] {
  const after = changed(before, change)
  const delta = difference(before, after, change)
  if (isSmall(delta) || change.gone.length + change.come.length < 2) return [{ after, delta }]
  const [one, other] = halves(change)
  const first = inSteps(before, one)
  return [...first, ...inSteps(first.at(-1)?.after ?? [], other)]
}

const isSmall = (delta: Delta): boolean =>
  delta.size <= mostItemsOfStep && [...delta.values()].every(({ size }) => size <= mostFields)

/** By days, so that what changes the same cells stays together. */
function halves({ gone, come }: AtomChange): [AtomChange, AtomChange] {
  const days = [...gone, ...come].map(({ hour }) => hour).sort()
  const middle = days[Math.floor(days.length / 2)] ?? ''
  const isEarly = ({ hour }: Atom): boolean => hour < middle
  const early = { gone: gone.filter(isEarly), come: come.filter(isEarly) }
  if (early.gone.length + early.come.length === 0) return cutInTwo({ gone, come })
  return [early, { gone: gone.filter(atom => !isEarly(atom)), come: come.filter(atom => !isEarly(atom)) }]
}

function cutInTwo({ gone, come }: AtomChange): [AtomChange, AtomChange] {
  const [left, right] = [Math.ceil(gone.length / 2), Math.floor(come.length / 2)]
  return [
    { gone: gone.slice(0, left), come: come.slice(0, right) },
    { gone: gone.slice(left), come: come.slice(right) },
  ]
}

/** Steps of several customers that fit into one transaction, and what is left for the next ones. */
export function pack(steps: readonly Step[], mostItems: number): Step[][] {
  const packs: Pack[] = []
  for (const step of steps) {
    const last = packs.at(-1)
    const room = last && fits(last.changing, last.steps.length, step, mostItems) ? last : undefined
    const into: Pack = room ?? { steps: [], changing: new Map() }
    if (room === undefined) packs.push(into)
    into.steps.push(step)
    for (const [item, fields] of step.delta) into.changing.set(item, withFields(into.changing.get(item), fields))
  }
  return packs.map(one => one.steps)
}

type Pack = { steps: Step[]; changing: Changing }

/** The fields of each item that change. */
type Changing = Map<string, Set<string>>

function withFields(known: Set<string> | undefined, fields: ReadonlyMap<string, number>): Set<string> {
  if (known === undefined) return new Set(fields.keys())
  for (const field of fields.keys()) known.add(field)
  return known
}

function fits(changing: Changing, vectors: number, { delta }: Step, mostItems: number): boolean {
  let items = vectors + 1 + changing.size
  for (const [item, fields] of delta) {
    const known = changing.get(item)
    if (known === undefined) items++
    else if (isFull(known, fields)) return false
  }
  return items <= mostItems
}

/** An update names each field it changes, and may be 4 KB long. */
function isFull(known: ReadonlySet<string>, fields: ReadonlyMap<string, number>): boolean {
  if (known.size + fields.size <= mostFields) return false
  let size = known.size
  for (const field of fields.keys()) if (!known.has(field)) size++
  return size > mostFields
}
