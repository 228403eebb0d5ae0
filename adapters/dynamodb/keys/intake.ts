import type { Key } from '../table.ts'
import { justBelow } from './just-below.ts'

/** What could not be understood, newest last; one partition, since it is read by people and meant to be empty. */
export const setAsideKeys = {
  item: (id: string): Key => ({ pk: 'Q#set-aside', sk: id }),
  all: 'Q#set-aside',
  before: (id: string): string => justBelow(id),
}

export const importKeys = {
  import: (importId: string): Key => ({ pk: `J#${importId}`, sk: 'META' }),
  partition: (importId: string): string => `J#${importId}`,
  /** Outcomes of a thousand lines, as sets of line numbers: adding twice counts once. */
  outcomes: (importId: string, thousand: number): Key => ({
    pk: `J#${importId}`,
    sk: `OUT#${String(thousand).padStart(8, '0')}`,
  }),
  outcomesFrom: 'OUT#',
  outcomesTo: 'OUT#~',
  parseOutcomes: ({ sk }: Key): number => Number(sk.slice('OUT#'.length)),
  /** Why a line gave no contact. */
  reason: (importId: string, line: number): Key => ({
    pk: `J#${importId}`,
    sk: `ASIDE#${String(line).padStart(10, '0')}`,
  }),
  reasonsTo: 'ASIDE#~',
  parseReason: ({ sk }: Key): number => Number(sk.slice('ASIDE#'.length)),
}
