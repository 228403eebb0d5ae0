import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { plainWords } from '../found.ts'
import { hint } from '../words/hints.ts'
import {
  englishRemedy,
  frenchRemedy,
  germanAim,
  germanRemedy,
  germanTalk,
  noRemedy,
  spanishPast,
  spanishRemedy,
} from '../words/remedies.ts'
import { spelled } from '../words/spelling.ts'

const anyCase = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}])${pattern}(?![\\p{L}])`, 'giu')
const already = '(?: (?:already|also|even|just|both|then|only|now|have|twice))*,?'
const who = '(?:the )?(?:customer|caller|cust\\.?|client|s?he|they)'

/** In each pattern the last group is the remedy, up to where it begins to be told. */
const own = [
  anyCase(`(?:i|we)(?:['’]ve| have)?${already} (${englishRemedy})`),
  // "Tried turning it off, no luck": a sentence without its "I".
  new RegExp(
    `^(?:[\\s*-]|(?:and|but|so|also|already|then|yes|yep|yeah|have|hi|hello|no|ok|okay)[\\s,]+){0,4}(${englishRemedy})(?![\\p{L}])`,
    'giu',
  ),
  anyCase(`(?:j['’]ai|nous avons|on a)(?: (?:maintenant|déjà|aussi|même|bien|tout))* (${frenchRemedy})`),
  anyCase(`(?<!(?:no|nunca|tampoco) (?:l[oa]s? )?)(?:he|hemos)(?: ya)? (${spanishRemedy})`),
  anyCase(`(?<!(?:no|nunca|tampoco|pas|encore|jamais) (?:l[oa]s? )?)(${spanishPast})`),
]
/** What an agent notes of a customer, often without saying who: "Has already swapped the cable". */
const noted = [
  anyCase(`${who}(?: says (?:s?he|they))?(?: (?:has|had|have))?${already} (${englishRemedy})`),
  anyCase(`(?:has|had)${already} (${englishRemedy})`),
  anyCase(`a(?: (?:déjà|aussi|même))* (${frenchRemedy})`),
  anyCase(`(?<!(?:no|nunca|tampoco) (?:l[oa]s? )?)ha(?: ya)? (${spanishRemedy})`),
]
const german = anyCase(`(?:(?:ich|wir) (?:habe?n?|hab)|habe?n?(?: ich| wir)?) ([^.!?;,\\n]{0,90}(?:${germanRemedy}))`)
const germanNoted = anyCase(`hat(?: (?:er|sie|kunde|kundin))? ([^.!?;,\\n]{0,90}(?:${germanRemedy}))`)

const clauseEnd =
  /[.!?;\n]|,? (?:but|and (?:it|nothing|still|the problem|that|now|then i get|no)|aber|und (?:es|nichts|trotzdem|immer|das)|doch|mais|et (?:rien|ça|cela|toujours)|pero|y (?:nada|sigue|no|todavía))(?![\p{L}])|,? (?:without|ohne|sans|sin) |,? (?:to no avail|no luck)|, (?:nothing|nada|rien|nichts|as you|like you|as i was|comme|como|wie sie)| [-–] /iu
const longest = 90

/** Remedies that the writer, or in an agent's notes the customer, went through, as they say it. */
export function triedIn(text: string, { by }: FactContext, hints: number): Found[] {
  if ((hints & hint.tried) === 0) return []
  const patterns = by === 'notes' ? [...own, ...noted] : own
  const germans = by === 'notes' ? [german, germanNoted] : [german]
  return [
    ...patterns.flatMap(pattern => [...text.matchAll(pattern)].flatMap(match => clause(text, match))),
    ...germans.flatMap(pattern => [...text.matchAll(pattern)].flatMap(match => germanClause(match))),
  ]
}

/** From the remedy's first word to the end of the clause. */
function clause(text: string, { 0: all, 1: begins = '', index }: RegExpExecArray): Found[] {
  const start = index + all.length - begins.length
  const rest = text.slice(start, start + longest)
  const end = clauseEnd.exec(rest)?.index ?? (rest.length < longest ? rest.length : rest.lastIndexOf(' '))
  return found(rest.slice(0, end), start)
}

/** German has the verb at the end of the clause. */
function germanClause({ 0: all, 1: said = '', index }: RegExpExecArray): Found[] {
  const isNone =
    /(?<![\p{L}])(?:nicht|nie)(?![\p{L}])/iu.test(spelled(said)) || (germanTalk.test(said) && !germanAim.test(said))
  return isNone ? [] : found(said, index + all.length - said.length)
}

function found(written: string, start: number): Found[] {
  const words = written.replace(/[\s,:–-]+$/, '')
  if (words.length < 4 || noRemedy.test(words)) return []
  return [{ kind: 'tried', value: plainWords(words), start, end: start + words.length }]
}
