const tokens = /\\p\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|\p{L}/giu

/**
 * The source of a pattern that finds these words in capitals or small letters, also where only a part of a pattern may
 * ignore case. Not by `(?i:…)`: once a process has compiled much code of patterns, V8 compiles further ones without
 * optimizing them, and then such a group finds small letters only (V8 13.6, seen with `node --no-regexp-optimization`).
 */
export const anyCase = (source: string): string =>
  source.replace(tokens, token => {
    if (token.startsWith('\\')) return token
    if (token.startsWith('[')) return `[${cased(token.slice(1, -1))}]`
    const letters = cased(token)
    return letters === token ? token : `[${letters}]`
  })

/** With the other case of each letter behind it; a letter whose other case is none, or several letters, stays alone. */
const cased = (inside: string): string => {
  const other = inside.replace(/\\p\{[^}]*\}|\\.|\p{L}/gu, token => (token.startsWith('\\') ? token : swapped(token)))
  return other === inside ? inside : `${inside}${other}`
}

const swapped = (letter: string): string => {
  const swap = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
  return [...swap].length === 1 ? swap : letter
}
