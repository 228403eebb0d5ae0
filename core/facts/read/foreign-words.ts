/** Places of a text that are not the author's own words; offsets in it. */
export type Foreign = { start: number; end: number }

const quotedLine = /^[ \t]*>.*$/gm
/** Between marks, some words at least: a lone number in marks is the author's. No quotation crosses an empty line. */
const quotation = /"[^"\n]{1,400}"|“[^”\n]{1,400}”|„[^“”\n]{1,400}[“”]|«[^»\n]{1,400}»|»[^«\n]{1,400}«/g
const repeated = /(?:^|\s)RT @\w+:.*$/gms
const someWords = /\p{L}{3}.*\s|\s.*\p{L}{3}/u

/** Quoted lines, repeated posts and quoted speech. */
export function foreignWords(text: string): Foreign[] {
  if (!/[>"“„«»]|RT @/.test(text)) return []
  return [
    ...text.matchAll(quotedLine),
    ...[...text.matchAll(quotation)].filter(([words]) => someWords.test(words.slice(1, 120))),
    ...text.matchAll(repeated),
  ].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
}
