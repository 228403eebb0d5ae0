import { factsIn } from '../facts/facts-in.ts'
import { plainCode, plainWords } from '../facts/found.ts'
import type { BriefInput, BriefLine } from './brief.ts'
import { mostWords } from './compose.ts'
import { unproven } from './draft.ts'
import { wordCount } from './wording.ts'

/** Something that says the lines of a brief in other words, like a language model. May fail; must not be trusted. */
export type RewriteBrief = (lines: readonly BriefLine[]) => Promise<BriefLine[]>

/**
 * Whether a rewritten brief may be shown: every line is of lines of the original (their kind, no entry that they do not cite,
 * one at least), and it says no number, day, sum, address or name that they do not say, nor surely what they do not know for
 * sure. A model may leave out and join; it may add nothing. `context` is how texts of the customer are read.
 */
export function acceptRewrite(
  original: readonly BriefLine[],
  rewritten: readonly BriefLine[],
  context: Pick<BriefInput, 'now' | 'region'>,
): boolean {
  const words = rewritten.reduce((sum, { text }) => sum + wordCount(text), 0)
  return rewritten.length > 0 && words <= mostWords && rewritten.every(line => isBacked(line, original, context))
}

/** By lines that it shares an entry with; where it says surely what it says, by those that do so too. */
function isBacked(
  line: BriefLine,
  original: readonly BriefLine[],
  context: Pick<BriefInput, 'now' | 'region'>,
): boolean {
  const isSure = !line.text.includes(doubt)
  const sources = original.filter(
    ({ kind, text, entryIds }) =>
      kind === line.kind && entryIds.some(id => line.entryIds.includes(id)) && !(isSure && text.includes(doubt)),
  )
  return isSaidBy(line, sources, context)
}

function isSaidBy(
  line: BriefLine,
  sources: readonly BriefLine[],
  { now, region = 'ZZ' }: Pick<BriefInput, 'now' | 'region'>,
): boolean {
  const cited = new Set(sources.flatMap(({ entryIds }) => entryIds))
  if (line.entryIds.length === 0 || line.entryIds.some(id => !cited.has(id))) return false
  const known = sources.flatMap(({ facts }) => facts.map(({ kind, value, entryId }) => `${kind} ${value} ${entryId}`))
  if (line.facts.some(({ kind, value, entryId }) => !known.includes(`${kind} ${value} ${entryId}`))) return false
  const said = sources.map(({ text }) => text).join('\n')
  return saysNothingNew(line.text, said) && knowsFacts(line.text, said, { region, writtenAt: now })
}

const doubt = unproven.trim()

/** Every part with a digit and every capital word stands in the original, as a whole. */
function saysNothingNew(text: string, said: string): boolean {
  const known = new Set(plainWords(said).split(' '))
  const claims = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)].filter(
    ({ 0: word, index }) => /\d/.test(word) || (/^\p{Lu}/u.test(word) && !beginsSentence(text, index)),
  )
  return claims.every(([word]) =>
    plainWords(word)
      .split(' ')
      .every(part => known.has(part)),
  )
}

const beginsSentence = (text: string, index: number): boolean => /(?:^|[.!?:“"]\s*)$/u.test(text.slice(0, index))

/** A number may be split or joined in new ways; the facts that are read in it must be those of the original. */
function knowsFacts(text: string, said: string, context: { region: string; writtenAt: string }): boolean {
  const known = new Set(factsIn(said, context).map(({ value }) => value))
  return factsIn(text, context).every(({ kind, value }) => kind === 'tried' || kind === 'device' || known.has(value))
}

/**
 * The brief in other words where that succeeds and adds nothing, else as it is: no failure of a model reaches an agent. Facts
 * that a new text no longer says are taken from its line.
 */
export async function rewriteOrKeep(
  lines: readonly BriefLine[],
  rewrite: RewriteBrief | undefined,
  context: Pick<BriefInput, 'now' | 'region'>,
): Promise<BriefLine[]> {
  if (rewrite === undefined || lines.length === 0) return [...lines]
  const [result] = await Promise.allSettled([rewrite(lines)])
  if (result.status === 'rejected') return [...lines]
  const rewritten = result.value.map(line => saidOf(line, context))
  return acceptRewrite(lines, rewritten, context) ? rewritten : [...lines]
}

/** Some values are read only with the words around them that a rewriting leaves out: those count where they stand as they are. */
function saidOf(line: BriefLine, { now, region = 'ZZ' }: Pick<BriefInput, 'now' | 'region'>): BriefLine {
  const read = factsIn(line.text, { region, writtenAt: now }).map(({ value }) => value)
  const said = new Set([...read, ...line.text.split(/\s+/).map(plainCode)])
  const words = ` ${plainWords(line.text)} `
  return { ...line, facts: line.facts.filter(({ value }) => said.has(value) || words.includes(` ${value} `)) }
}
