import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { plainWords } from '../found.ts'
import { anyCase } from '../words/any-case.ts'
import { hint } from '../words/hints.ts'
import { notNames } from '../words/not-names.ts'
import { isSlipOf } from '../words/spelling.ts'

const upper = "(?:\\p{Lu}[\\p{L}\\p{M}'’]*(?:-\\p{Lu}?[\\p{L}\\p{M}'’]+)*\\.?|O['’]\\p{L}+)"
const particle = '(?:von|van|de|der|den|del|della|di|da|dos|la|le|du|zu|al|bin|ter|ten|st\\.)'
const given = `${upper}(?: (?:${particle} ){0,2}${upper}){0,3}`
const lower = "[\\p{L}\\p{M}'’-]{2,20}"

/** "My name is" leaves no doubt, so the letter case of what follows does not matter; "I am" and "this is" want capitals. */
const sureLead =
  "my (?:full |first |last |real )?name(?:['’]s| is| was|:)|the name(?:['’]s| is|:)|name ?[:=]|i am called|i['’]m called|mein (?:voller |vollständiger )?name(?: ist| lautet|:)|ich hei(?:ß|ss)e|je m['’]appelle|mon nom(?: complet)? est|mon nom ?:|nom ?:|me llamo|mi nombre(?: completo)? es|nombre ?:|(?:account|order|booking) (?:is )?(?:in|under) the name(?: of)?|mi chiamo|mijn naam is|ik heet|meu nome é|me chamo|on behalf of myself,"
const doubtful =
  "[Ii]['’]m|[Ii] am|[Ii]t['’]s|[Tt]his is|[Hh]ere is|[Ii]ch bin(?: die| der)?|[Hh]ier ist|[Hh]ier spricht|[Hh]ier|[Ii]ci|[Jj]e suis|[Cc]['’]est|[Ss]oy|[Ss]ono|[Ii]k ben|[Ss]ou"

const sure = new RegExp(`(?<![\\p{L}])(?:${sureLead}) ?((?:${lower})(?: ${lower}){0,3})`, 'giu')
const capitals = new RegExp(`^${given}`, 'u')
const maybe = new RegExp(`(?<![\\p{L}])(${doubtful}) (?=\\p{Lu})`, 'gu')
/** An agent's notes: "caller is Anna Smith", "Kundin Anna Smith". */
const noted = new RegExp(
  `(?<![\\p{L}])(?:${anyCase('customer|caller|cust|client|spoke (?:to|with)|kunde|kundin|anruferin|anrufer|client|cliente|appelante?|habl[ée] con')})(?:${anyCase(',|:| is| named| name is| ist| heißt| est| es| se llama')})? (${upper} (?:${particle} ){0,2}${upper}(?: ${upper})?)`,
  'gu',
)
const speaking = new RegExp(`(?:^|[.,!] ?)(${given}) (?:here|speaking|am apparat)(?![\\p{L}])`, 'gu')

/** The name that the writer gives of themselves, by the words of an introduction. */
export function personsIn(text: string, { by }: FactContext, hints: number): Found[] {
  const likely = [
    ...[...text.matchAll(maybe)].flatMap(match => likelyName(text, match)),
    ...(by === 'notes'
      ? [...text.matchAll(noted)].flatMap(({ 0: all, 1: name = '', index }) =>
          named(name, index + all.length - name.length),
        )
      : []),
  ]
  if ((hints & hint.person) === 0) return likely
  return [
    ...[...text.matchAll(sure)].flatMap(match => sureName(match)),
    ...likely,
    ...[...text.matchAll(speaking)].flatMap(({ 0: all, 1: name = '', index }) =>
      named(name, index + all.indexOf(name)),
    ),
  ]
}

function sureName({ 0: all, 1: words = '', index }: RegExpExecArray): Found[] {
  const start = index + all.length - words.length
  const big = capitals.exec(words)?.[0]
  return named(big !== undefined && big.length > 1 ? big : leading(words), start)
}

/** Written small, a name ends where a word of everyday follows; two words are a name, more are not. */
function leading(words: string): string {
  const list = words.split(' ')
  const end = list.findIndex(word => notNames.has(word.toLowerCase()))
  return list.slice(0, Math.min(2, end < 0 ? list.length : end)).join(' ')
}

function likelyName(text: string, { 0: all, 1: lead = '', index }: RegExpExecArray): Found[] {
  const start = index + all.length
  const name = capitals.exec(text.slice(start, start + 80))?.[0] ?? ''
  const behind = text.slice(start + name.length, start + name.length + 12)
  const isGerman = /^(?:ich|hier)/i.test(lead)
  if (modelBehind.test(text.slice(start + name.length, start + name.length + 6))) return []
  const isFull = name.includes(' ')
  const isEnded =
    /^(?:$|\s*[,.!–-]|\s+(?:from|and|calling|speaking|aus|von|und|here|de|y|et|con|with|again)(?![\p{L}]))/iu.test(
      behind,
    )
  const isGreeted =
    /^(?:|.*(?:hi|hello|hey|hallo|bonjour|hola|good (?:morning|afternoon|evening)|tag|yes|ja|moin)\p{L}*[\s,.!-]*)$/iu.test(
      text.slice(0, index).trim(),
    )
  if (isFull && !(isGerman && !isEnded)) return named(name, start)
  return isEnded && isGreeted ? named(name, start) : []
}

/** "It's Orlo Vento 3000", "It's Brambly B12": a thing. */
const modelBehind = /^ ?\p{L}{0,3}-?\d/u

function named(written: string, start: number): Found[] {
  // "Tobias Müller von Wintersport" names a company; "Anna von Berg" a person.
  const name = written.replace(/[\s.,'’-]+$/, '').replace(/^(\S+ \S+) (?:von|aus) .*/u, '$1')
  const words = name.split(' ')
  if (
    name.length < 2 ||
    words.some(
      word =>
        notNames.has(word.toLowerCase()) && !/^(?:de|da|du|la|le|del|der|den|von|o|may|june|april|august)$/i.test(word),
    )
  )
    return []
  return [{ kind: 'person', value: plainWords(name), start, end: start + name.length }]
}

const goodbye =
  "(?:many |best |kind |kindest |warm |warmest |with )?(?:thanks|regards|wishes|best|cheers|sincerely|yours(?: sincerely| faithfully| truly)?|thank you)(?: (?:again|in advance|and regards|so much|very much))?|(?:mit )?(?:freundliche[nrm]?|beste[nr]?|liebe[nr]?|viele[nr]?|herzliche[nr]?|schöne[nr]?)(?: dank)?(?: (?:und )?(?:freundliche|beste|liebe|viele)n?)? gr(?:ü|u)(?:ß|ss)e?n?|mfg|vg|lg|gr(?:ü|u)(?:ß|ss)e?|(?:vielen |besten )?dank[e]?(?: im voraus)?|(?:bien )?cordialement|(?:bien )?à vous|merci(?: d['’]avance| beaucoup)?|(?:sincères )?salutations(?: distinguées)?|bonne journée|(?:un )?(?:cordial )?saludos?(?: cordiales)?|quedo a la espera|atentamente|(?:muchas )?gracias(?: de antemano)?"
const closing = new RegExp(`^(?:(?:${goodbye})(?![\\p{L}])[\\s,.!–-]*(?:(?:and|und|et|y) )?){1,3}`, 'iu')

const goodbyes = [
  'cheers',
  'regards',
  'thanks',
  'grüße',
  'gruß',
  'cordialement',
  'saludos',
  'gracias',
  'merci',
  'danke',
]

/** The name under a letter: on the line behind its closing words, or behind them on their line. Offsets in the text. */
export function signedName(text: string): Found | undefined {
  const lines = lastLines(text, 8)
  for (const [at, { line, start }] of lines.entries()) {
    const closed = closing.exec(line)?.[0]
    if (closed === undefined) continue
    const rest = line.slice(closed.length).trim()
    const next = lines[at + 1]
    const place = rest !== '' ? { line: rest, start: start + line.indexOf(rest, closed.length) } : next
    const name = place && new RegExp(`^${given}$`, 'u').exec(place.line.trim())?.[0]
    if (
      place &&
      name &&
      name.length > 1 &&
      name.split(' ').length <= 4 &&
      !name.split(' ').some(word => isSlipOf(word, goodbyes))
    )
      return named(name, place.start + place.line.indexOf(name)).at(0)
  }
  return undefined
}

/** The last lines that are not empty, with their offsets. */
function lastLines(text: string, most: number): { line: string; start: number }[] {
  const found: { line: string; start: number }[] = []
  let end = text.length
  while (end > 0 && found.length < most) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end)
    if (line.trim() !== '')
      found.unshift({ line: line.trimStart(), start: start + line.length - line.trimStart().length })
    end = start - 1
  }
  return found
}
