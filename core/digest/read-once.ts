import type { CellReads } from '../catalogue/read-counted.ts'
import type { PeriodCells } from '../report/cells.ts'

/** Cells that are asked for again, by the next report of the same days, are not read again. */
export function cellsReadOnce(store: CellReads): CellReads {
  const read = new Map<string, Promise<PeriodCells[]>>()
  return {
    cells: range => {
      const name = JSON.stringify([range.grain, range.group, range.from, range.to])
      const found = read.get(name) ?? store.cells(range)
      read.set(name, found)
      return found
    },
  }
}
