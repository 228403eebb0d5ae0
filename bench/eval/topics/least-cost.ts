/**
 * The least sum of one cell of each row and column of a square of costs: the assignment problem, by shortest augmenting
 * paths with potentials (Jonker and Volgenant, 1987), in the third power of its side.
 */
export function leastCost(cost: readonly (readonly number[])[]): number {
  const size = cost.length
  const state: State = {
    cost,
    rows: new Float64Array(size + 1),
    columns: new Float64Array(size + 1),
    rowOf: new Int32Array(size + 1),
  }
  for (let row = 1; row <= size; row++) augment(state, row)
  return Array.from({ length: size }, (_, at) => cost[(state.rowOf[at + 1] ?? 1) - 1]?.[at] ?? 0).reduce(
    (sum, one) => sum + one,
    0,
  )
}

/** Potentials of rows and columns, and the row of each column, all from 1 on; column 0 begins a path. */
type State = {
  cost: readonly (readonly number[])[]
  rows: Float64Array
  columns: Float64Array
  rowOf: Int32Array
}

function augment(state: State, row: number): void {
  const { rowOf } = state
  const size = state.cost.length
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(size + 1)
  const used = new Uint8Array(size + 1)
  rowOf[0] = row
  let column = 0
  while (column === 0 || rowOf[column] !== 0) {
    used[column] = 1
    column = step(state, column, { least, from, used })
  }
  for (let at = column; at !== 0; at = from[at] ?? 0) rowOf[at] = rowOf[from[at] ?? 0] ?? 0
}

type Path = { least: Float64Array; from: Int32Array; used: Uint8Array }

/** Goes on to the nearest column that was not used yet, and moves the potentials by how far it is. */
function step(state: State, column: number, path: Path): number {
  const row = state.rowOf[column] ?? 0
  let next = 0
  for (let at = 1; at < path.least.length; at++) {
    if (path.used[at] === 1) continue
    reach(state, row, column, at, path)
    if (next === 0 || numberAt(path.least, at) < numberAt(path.least, next)) next = at
  }
  shift(state, path, numberAt(path.least, next))
  return next
}

function reach({ cost, rows, columns }: State, row: number, column: number, at: number, { least, from }: Path): void {
  const reduced = (cost[row - 1]?.[at - 1] ?? 0) - numberAt(rows, row) - numberAt(columns, at)
  if (reduced >= numberAt(least, at)) return
  least[at] = reduced
  from[at] = column
}

function shift({ rows, columns, rowOf }: State, { least, used }: Path, far: number): void {
  for (let at = 0; at < least.length; at++) {
    if (used[at] !== 1) {
      least[at] = numberAt(least, at) - far
      continue
    }
    const row = rowOf[at] ?? 0
    rows[row] = numberAt(rows, row) + far
    columns[at] = numberAt(columns, at) - far
  }
}

const numberAt = (values: Float64Array, at: number): number => values[at] ?? 0
