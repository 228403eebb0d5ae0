import type { BriefInput } from '../../../core/brief/brief.ts'
import { states } from '../reading/states.ts'
import { holdsWords } from '../reading/words.ts'
import type { Mark } from './mark.ts'

/** What a brief is held against: what it was made of, and what of it is true. */
export type Case = { id: string; input: BriefInput; marks: readonly Mark[] }

/** Whether a text says a marked fact, in any of the ways it may be written. */
export const showsMark = (text: string, { kinds, values, words = [] }: Mark): boolean =>
  kinds.some(kind => values.some(value => states(text, kind, value))) || words.some(said => holdsWords(text, said))
