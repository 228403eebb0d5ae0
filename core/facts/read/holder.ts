import type { FactContext, FactKind, Holder, Voice } from '../fact.ts'
import { hint } from '../words/hints.ts'
import { notOwn, own, somebody, theirs } from '../words/people.ts'
import { spelled } from '../words/spelling.ts'
import { labelsIn } from './labels.ts'

/** Where in a sentence a value stands, and how far before and behind it other values end and begin. */
export type Spot = { start: number; end: number; from: number; until: number }

/** Kinds that say who or where somebody is: "for my mother at 5 Park Road" is her address, "for my mother, order 5512" is not her order. */
const personal: ReadonlySet<string> = new Set<FactKind>(['address', 'phone', 'email', 'person'])
/** Numbers that the company gives to a customer's matter: "your case 4471" is still the customer's. */
const given: ReadonlySet<string> = new Set<FactKind | 'code'>([
  'order',
  'case',
  'tracking',
  'invoice',
  'account',
  'code',
])

const yours =
  /(?<![\p{L}\p{N}])(?:yours?|eure[nrsm]?|deine?[nrsm]?|ihre?[nrsm]?|votre|vos|tes|ton|tu|tus|su|sus|vuestr[oa]s?)(?![\p{L}\p{N}])/giu
const reach = 120
/** Who an agent's notes speak of. */
const customers = /(?:client|customer|kund|caller|anrufer)\p{L}*['’]?s?$/iu

/**
 * Whose a value is, by the words around it: the nearest before it that claims it for the writer or for somebody else, and
 * those right behind it. Without any it is the writer's, or, in a text of the company, the addressee's.
 */
export function holderOf(
  text: string,
  spot: Spot,
  kind: FactKind | 'code',
  { by }: FactContext,
  hints: number,
): Holder {
  if ((hints & (hint.others | hint.yours)) === 0) return by === 'company' ? ownOfCompany(text, spot) : 'author'
  if (
    (hints & hint.others) !== 0 &&
    isOthersBehind(spelled(text.slice(spot.end, Math.min(spot.until, spot.end + reach))))
  )
    return 'other'
  const { named, mine, your } = claims(spelled(text.slice(Math.max(0, spot.start - reach), spot.start)), kind, by)
  if (by === 'company') return ofCompany(named, mine, your, kind)
  if (named > mine) return 'other'
  return your > mine && personal.has(kind) && by !== 'notes' ? 'addressee' : 'author'
}

function ofCompany(named: number, mine: number, your: number, kind: string): Holder {
  if (named > Math.max(mine, your)) return 'other'
  return mine > your || (mine >= 0 && !given.has(kind)) ? 'author' : 'addressee'
}

/** Where the last words stand that claim a value for somebody else, for the writer and for the reader; -1 for none. */
function claims(before: string, kind: string, by: Voice | undefined): { named: number; mine: number; your: number } {
  const people = [...before.matchAll(somebody)].filter(([who]) => by !== 'notes' || !customers.test(who))
  const cleared = people.reduce((rest, { 0: written, index }) => blank(rest, index, index + written.length), before)
  const named = people.filter(match => holds(match, before, kind)).at(-1)?.index ?? -1
  const their = by === 'notes' ? -1 : lastOf(theirs, cleared)
  return { named: Math.max(named, their), mine: lastOf(own, cleared), your: lastOf(yours, cleared) }
}

/** What the company names without a word of whose it is concerns the one it writes to. */
const ownOfCompany = (text: string, { start }: Spot): Holder =>
  lastOf(own, text.slice(Math.max(0, start - reach), start)) >= 0 ? 'author' : 'addressee'

const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)

/** "For my mother, order 5512" is the writer's own; "for my mother's order 5512" and "at my mother's, 5 Park Road" are not. */
function holds(
  { 0: written, 1: preposition, 2: genitive, index }: RegExpExecArray,
  before: string,
  kind: string,
): boolean {
  if (!preposition || personal.has(kind)) return true
  return Boolean(genitive) && labelsIn(before.slice(index + written.length).slice(0, 24)).length > 0
}

const lastOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

/** "5512 is my neighbour's", "5512 (hers)", "5512, not mine", "order 5512 of my neighbour". */
function isOthersBehind(behind: string): boolean {
  const clause =
    behind.split(
      /[.;!?\n]|,\s*(?:and|but|und|aber|et|mais|y|pero|mine|my|meine?|la mienne|la mía)(?![\p{L}])/iu,
      1,
    )[0] ?? ''
  if (
    /^[\s,()–-]*(?:which |that |die |das |qui |que )?(?:and )?(?:is |was |ist |est |es |it's )?/iu.test(clause) &&
    notOwn.test(clause.slice(0, 40))
  )
    return true
  const named = [...clause.matchAll(somebody)].at(0)
  if (named === undefined) return /^[\s,(–-]*(?:is |was |ist |est |es )?(?:hers|theirs|his)(?![\p{L}])/iu.test(clause)
  const lead = clause.slice(0, named.index)
  return (
    /^[\s,()–-]*(?:(?:which|that) )?(?:is|was|ist|war|est|es|of|von|de|belongs to|gehört|for)?\s*$/iu.test(lead) &&
    isGenitive(named, lead)
  )
}

const isGenitive = (named: RegExpExecArray, lead: string): boolean =>
  Boolean(named[2]) ||
  (lead.trim() === '' && /^\s*(?:mein|unser|ein)e[rs]|^\s*de[rs] /iu.test(named[0])) ||
  /(?:is|was|ist|war|est|es|of|von|de|belongs to|gehört|[,(])\s*$/iu.test(lead)
