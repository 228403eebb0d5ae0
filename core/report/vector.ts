import type { Atom, Delta } from './cells.ts'
import { addAtom, addComings, cleared, comings } from './expand.ts'

/** From one set of facts to another: what goes and what comes. Both have the same cells but for these. */
export type AtomChange = { gone: Atom[]; come: Atom[] }

export function changeOf(before: readonly Atom[], after: readonly Atom[]): AtomChange {
  const gone = new Map<string, Atom[]>()
  for (const atom of before) gone.set(nameOf(atom), [...(gone.get(nameOf(atom)) ?? []), atom])
  const come: Atom[] = []
  for (const atom of after) if (gone.get(nameOf(atom))?.pop() === undefined) come.push(atom)
  return { gone: [...gone.values()].flat(), come }
}

const names = new WeakMap<Atom, string>()

/** Equal facts have equal names, however their fields are ordered. Facts never change, so each is named once. */
function nameOf(atom: Atom): string {
  const known = names.get(atom)
  if (known !== undefined) return known
  const { hour, day, dims, counts, buckets, who } = atom
  const name = JSON.stringify([hour, day, sorted(dims), sorted(counts), sorted(buckets ?? {}), who])
  names.set(atom, name)
  return name
}

const sorted = (record: object): [string, unknown][] => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

/** By how much every cell changes when one set of facts takes the place of another. */
export function difference(before: readonly Atom[], after: readonly Atom[], { gone, come }: AtomChange): Delta {
  const delta: Delta = new Map()
  for (const atom of gone) addAtom(delta, atom, -1)
  for (const atom of come) addAtom(delta, atom, 1)
  addComings(delta, comings(before), -1)
  addComings(delta, comings(after), 1)
  return cleared(delta)
}

/** A set of facts after a part of a change. */
export function changed(atoms: readonly Atom[], { gone, come }: AtomChange): Atom[] {
  const leaving = new Map<string, number>()
  for (const atom of gone) leaving.set(nameOf(atom), (leaving.get(nameOf(atom)) ?? 0) + 1)
  const staying = atoms.filter(atom => {
    const left = leaving.get(nameOf(atom)) ?? 0
    if (left > 0) leaving.set(nameOf(atom), left - 1)
    return left === 0
  })
  return [...staying, ...come]
}
