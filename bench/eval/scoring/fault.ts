import type { BriefLineKind } from '../../../core/brief/brief.ts'
import { squeezed } from '../reading/words.ts'

/**
 * Something a brief must not do. `wrong`: a fact that nobody stated, of another kind than stated, or another person's.
 * `stale`: one that the customer took back. `cited`: a line whose entries do not hold what it says.
 */
export type Fault = { type: 'wrong' | 'stale' | 'cited'; line: BriefLineKind; what: string; why: string }

/** One fault of a line, however many checks see it. */
export const linePart = ({ line, what }: Fault): string => `${line} ${squeezed(what)}`
