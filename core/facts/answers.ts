import { isSupportedCountry } from 'libphonenumber-js/max'
import type { FactContext, FactKind } from './fact.ts'
import { plainCode, plainWords } from './found.ts'
import { isSame, type Known } from './memory.ts'
import type { Standing } from './read/correct.ts'
import { datesIn } from './read/date.ts'
import { labelsIn } from './read/labels.ts'
import { readPhone } from './read/phone-numbers.ts'
import type { Sentence } from './sentence.ts'
import { strongCorrection, weakCorrection } from './words/corrections.ts'
import { monthName } from './words/months.ts'
import { notNames } from './words/not-names.ts'
import { hasWord } from './words/pattern.ts'
import { spelled } from './words/spelling.ts'

const references: readonly FactKind[] = ['order', 'case', 'tracking', 'account', 'invoice']

/**
 * Gives values without a name the name of what was asked for: "What is your order number?" – "4471-882". `asked` is what is
 * still to be answered, and the kinds that a value of the text answers are taken out of it.
 */
export function nameByQuestion(
  values: readonly Standing[],
  asked: readonly FactKind[],
  text: string,
  context: FactContext,
  known: readonly Known[],
): { values: Standing[]; asked: FactKind[] } {
  const { region } = context
  const open = [...asked]
  const isAnswer = text.trim().split(/\s+/).length <= longestAnswer
  const named = values.map(found => {
    const value = isAnswer && !isKnown(found, known) ? asReference(found, text, open) : found
    if (value.holder === 'other') return value
    if (value.kind !== 'code') return drop(open, value.kind, value)
    const again = known.find(one => one.value === value.value && references.includes(one.kind))
    if (again !== undefined) return drop(open, again.kind, { ...value, kind: again.kind })
    if (isSpokenOf(value, text, region) && !open.includes('phone')) return value
    return isAnswer ? answerTo(value) : nameCode(value, [], region)
  })
  return { values: named, asked: open }

  function answerTo(value: Standing): Standing {
    const other = asDayOrModel(value, text, open, asked, context)
    return other === undefined ? nameCode(value, open, region) : drop(open, other.kind, other)
  }
}

/** Of "400461447, 06/04", "KD860667, KM 450" and "11826592; Velmora VX-90" the second is the day or the model that was asked for besides. */
function asDayOrModel(
  value: Standing,
  text: string,
  open: readonly FactKind[],
  asked: readonly FactKind[],
  context: FactContext,
): Standing | undefined {
  const written = text.slice(value.start, value.end)
  if (open.includes('date') && /^\d{1,2}[/.]\d{1,2}$/.test(written)) {
    const day = datesIn(`on ${written}`, context, 0)[0]
    return day && { kind: 'date', value: day.value, start: value.start, end: value.end, holder: value.holder }
  }
  const maker = /(?<![@\p{L}\p{N}])(?:\p{Lu}\p{L}{2,} )+$/u.exec(text.slice(0, value.start))?.[0] ?? ''
  const isModel = /^[A-Z]{1,4}[ -]?\d{1,4}[A-Z]?$/.test(written) && open[0] === 'device' && asked[0] !== 'device'
  if (isModel && maker === '')
    return { kind: 'device', value: plainWords(written), start: value.start, end: value.end, holder: value.holder }
  if (!open.includes('device') || asked.length < 2 || maker === '' || !/\p{L}|^\d{1,4}$/u.test(written))
    return undefined
  const start = value.start - maker.length
  if (labelsIn(maker).length > 0) return undefined
  return {
    kind: 'device',
    value: plainWords(text.slice(start, value.end)),
    start,
    end: value.end,
    holder: value.holder,
  }
}

/** Among words of calls a row of digits that is a phone number answers no question for a reference. */
const isSpokenOf = ({ value }: Standing, text: string, region: string): boolean =>
  /^\d{9,}$/.test(value) &&
  phoneTalk.test(text) &&
  (readPhone(value, region)?.isValid === true || (!isSupportedCountry(region) && value.startsWith('0')))

/** `open` loses the kind that the value takes. */
function nameCode(value: Standing, open: FactKind[], region: string): Standing {
  const kind = kindAsked(value, open)
  const phone = kind === 'phone' ? readPhone(value.value, region) : undefined
  if (kind === undefined || (kind === 'phone' && phone === undefined)) return value
  return drop(open, kind, { ...value, kind, value: phone?.value ?? value.value, holder: 'author' })
}

/** A number without its word answers a question in few words; in a long sentence it may be anything. */
const longestAnswer = 14

const phoneTalk =
  /(?<![\p{L}])(?:tel|t|phone|mobil\p{L}*|cell|handy\p{L}*|call\p{L}*|ring|rang|hotline|tel[eé]fono|telefon\p{L}*|rufnummer|tél\p{L}*|portable|reach\p{L}*|joindre|r?appel\p{L}*|móvil|ll[aá]m\p{L}*|(?:an|zurück)?ruf\p{L}*|rückruf|erreich\p{L}*)(?![\p{L}])/iu

const myNumber = /(?<![\p{L}])(?:my|meine|mon|mi) (?:number|nummer|numéro|número)(?![\p{L}])/iu

/** A phone that was told before is that phone again. */
const isKnown = ({ kind, value }: Standing, known: readonly Known[]): boolean =>
  known.some(one => one.kind === kind && isSame(one, value))

/** Asked for a reference and not for a phone, people give one, however it is written. */
function asReference(value: Standing, text: string, open: readonly FactKind[]): Standing {
  const written = text.slice(value.start, value.end)
  const isAnswer = value.kind === 'device' && !open.includes('device') && /^\p{Lu}{2,3}[ -]?\d{4,}$/u.test(written)
  if (isAnswer && open.some(kind => references.includes(kind)))
    return { ...value, kind: 'code', value: plainCode(written), holder: 'author' }
  const isPlain =
    value.kind === 'phone' && value.holder === 'author' && value.replaces === undefined && !/^[+(]|^00/.test(written)
  if (!isPlain || open.includes('phone') || !open.some(kind => references.includes(kind))) return value
  if (phoneTalk.test(text) || (myNumber.test(spelled(text)) && /^0?(?:\D*\d){9}/.test(written))) return value
  if (/^0\d{2,4}[ /-]/.test(written) && text.trim().split(/\s+/).length >= 5) return value
  return { ...value, kind: 'code', value: plainCode(written), holder: 'author' }
}

function drop(open: FactKind[], kind: FactKind | 'code', value: Standing): Standing {
  const at = kind === 'code' ? -1 : open.indexOf(kind)
  const left = open.filter(one => references.includes(one))
  // The last reference asked for stays open, behind all else: people give two where one was asked for.
  if (at >= 0) open.splice(at, 1)
  if (at >= 0 && left.length === 1 && left[0] === kind) open.push(left[0])
  return value
}

const kindAsked = ({ value }: Standing, open: readonly FactKind[]): FactKind | undefined =>
  open.find(kind => references.includes(kind) || (kind === 'phone' && /^\d{8,15}$/.test(value)))

const lead =
  /^(?:@\w+[\s,]*)*(?:(?:yes|yeah|yep|sure|ok(?:ay)?|of course|certainly|hi|hello|ja|klar|gerne?|natürlich|oui|bien sûr|sí|claro|no problem|thanks|thank you)[\s,.!]+)*(?:(?:it['’]?s|it is|that['’]?s|this is|that would be|i['’]m|i am|the|my (?:\p{L}+ )?(?:is|was)|i (?:have|own|use|live at|bought) |es ist|das ist|ich habe?|c['’]est|j['’]ai|es|tengo|soy|ich bin|je suis)\s+)?(?:(?:an?|the|my|ein(?:e|en)?|une?|un|el|la|le|mein(?:e|en)?|mon|ma|mi)\s+)?/iu

/** What a text answers in words of its own to a question for a name, an address, a device, a month or a user name. */
export function wordsInAnswer(sentence: Sentence, found: readonly Standing[], asked: readonly FactKind[]): Standing[] {
  const offset = lead.exec(sentence.text.trimStart())?.[0].length ?? 0
  const start = sentence.text.length - sentence.text.trimStart().length + offset
  const text = sentence.text.slice(start).replace(/[\s.,!]+$/u, '')
  if (text === '' || text.includes('?')) return []
  const is = (kind: FactKind): boolean => asked.includes(kind) && !found.some(value => value.kind === kind)
  const answer = (kind: FactKind, words: string, at = 0): Standing[] => [
    { kind, value: plainWords(words), start: start + at, end: start + at + words.length, holder: 'author' },
  ]
  const name = is('person') ? nameIn(text) : undefined
  if (name !== undefined) return answer('person', name, text.indexOf(name))
  if (
    is('account') &&
    !found.some(({ kind }) => kind !== 'code') &&
    /^[\p{L}][\p{L}\p{N}._-]{3,29}$/u.test(text) &&
    /[\d._]|^\p{Ll}+$/u.test(text) &&
    !notNames.has(text.toLowerCase())
  )
    return [
      {
        ...answer('account', text)[0],
        kind: 'account',
        value: plainCode(text),
        start,
        end: start + text.length,
        holder: 'author',
      },
    ]
  if (is('address') && isPlace(text, found)) return answer('address', text)
  const month = is('date') ? monthAlone.exec(text) : null
  if (month) return answer('date', month[1] ?? '', month.index + month[0].length - (month[1] ?? '').length)
  const words = text.split(/\s+/).length
  if (
    is('device') &&
    words <= 6 &&
    /\p{L}/u.test(text) &&
    /\d/.test(text) &&
    !countOf.test(text) &&
    labelsIn(text).length === 0 &&
    !hasWord(strongCorrection, text) &&
    !instead.test(text) &&
    !sentenceWords.test(text) &&
    !found.some(({ kind }) => kind !== 'code')
  )
    return answer('device', text)
  return []
}

const instead = /(?<![\p{L}])(?:instead|rather|statt|anstatt|sondern|lieu|vez|sino)(?![\p{L}])/iu

/** Words of a sentence, which no name of a model holds. */
const sentenceWords = /(?<![\p{L}])(?:i|my|when|ich|wenn|je|quand|yo|cuando)(?![\p{L}])/iu

/** A count or an order, no model: "40 minutos al teléfono", "depuis 5 ans", "3ª vez". */
const countOf =
  /(?<![\p{L}\p{N}])\d{1,2}\. \p{L}|(?<![\p{L}\p{N}])\d+(?:[.ªº]|st|nd|rd|th|e|er)? (?!(?:plus|pro|max|mini|lite|ultra|series|gen|inch|zoll|air|edition|s|x)(?![\p{L}]))\p{Ll}/u

/** Three words and a number at least, and nothing else: no reference, no sentence about somebody. */
const isPlace = (text: string, found: readonly Standing[]): boolean =>
  /(?<!\d)\d{4,6}(?!\d)|[A-Z]{1,2}\d|^\d{1,4}[a-z]? \p{L}{3}|\p{L}{3} \d{1,4}[a-z]?$/u.test(text) &&
  text.split(/[\s,]+/).length >= 3 &&
  text.length < 120 &&
  found.every(({ kind }) => kind === 'code') &&
  !/\d (?:sur|von|de|of|out of) \d/iu.test(text) &&
  labelsIn(text).length === 0 &&
  !/["“”„«»]/u.test(text) &&
  !hasWord(strongCorrection, text) &&
  !hasWord(weakCorrection, text) &&
  (text.match(/\p{L}{3,}/gu)?.length ?? 0) >= 2 &&
  !/(?<![\p{L}])(?:i|i['’]\p{L}+|we|you|it|is|was|not|ich|wir|sie|es|ist|je|nous|vous|est|yo|es|sorry)(?![\p{L}])/iu.test(
    text,
  )

const monthAlone = new RegExp(
  `(?:^|(?:in|im|en|in early|in late|around) )((?:${monthName})(?: (?:19|20)\\d{2})?)(?![\\p{L}\\p{N}])`,
  'iu',
)

/** The first part of an answer that can be nothing but a name: one to four words of letters. */
function nameIn(text: string): string | undefined {
  const [first = ''] = text.split(/\s*(?:[,;:(\n]|\s(?:and|und|et|y|with|from|–|-)\s)/u)
  const words = first.trim().split(/\s+/)
  const isName =
    words.length <= 4 &&
    words.every(word => /^(?:\p{L}[\p{L}\p{M}'’-]*\.?)$/u.test(word) && !notNames.has(word.toLowerCase()))
  const isBig = words.every(word => /^\p{Lu}/u.test(word) || /^(?:van|von|de|der|den|del|da|di|la|le)$/.test(word))
  return isName && (isBig || (words.length >= 2 && words.length <= 3 && first.trim() === text)) && first.length > 1
    ? first.trim()
    : undefined
}
