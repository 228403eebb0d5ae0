import { plainWords } from './found.ts'
import type { Memory } from './memory.ts'
import { mayReplace, type Standing } from './read/correct.ts'

const yes =
  /^(?:@\w+[\s,]*)*\s*(?:yes|yep|yeah|yup|sure|i did|i have|of course|already did|done that|ja|jawohl|klar|habe ich|oui|bien sûr|sí|si|claro)(?![\p{L}])/iu

/** "Do you mean iOS 11.1?" – "Yes": it takes the place of what was stated before. */
export function meantByAnswer(text: string, { meant = [], known }: Memory): Standing[] {
  const match = meant.length > 0 ? yes.exec(text) : null
  if (match === null) return []
  const [start, end] = [match[0].length - match[0].trimStart().length, match[0].length]
  return meant.flatMap(({ kind, value }): Standing[] => {
    const old = known.findLast(one => one.value !== value && mayReplace({ kind, value }, one))
    return old === undefined ? [] : [{ kind, value, start, end, holder: 'author', replaces: old.value }]
  })
}

/** "Have you tried turning it off?" – "Yes": what was asked is what was tried. */
export function triedByAnswer(text: string, { triable }: Memory): Standing[] {
  const match = triable === undefined ? null : yes.exec(text)
  if (match === null || triable === undefined) return []
  const start = match[0].length - match[0].trimStart().length
  return [{ kind: 'tried', value: plainWords(triable), start, end: match[0].length, holder: 'author' }]
}
