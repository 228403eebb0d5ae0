import { wholeWords } from '../../facts/words/pattern.ts'

/** What a sentence of ours may be about, as far as one answer can contradict another: by the words that tell it. */
const words = {
  call: 'call\\p{L}*|ring you|phone you|anruf\\p{L}*|rückruf\\p{L}*|ruf(?:en|e)|rappel\\p{L}*|téléphon\\p{L}*|llam\\p{L}*',
  deliver:
    'deliver\\p{L}*|arriv\\p{L}*|ship\\p{L}*|dispatch\\p{L}*|parcels?|packages?|liefer\\p{L}*|geliefert|zugestellt|zustell\\p{L}*|paket\\p{L}*|versand\\p{L}*|sendung|livr\\p{L}*|colis|expédi\\p{L}*|entreg\\p{L}*|envi(?:ar|amos|aremos|ará)|envío|paquete|llegar\\p{L}*',
  refund:
    'refund\\p{L}*|reimburs\\p{L}*|credit(?:ed)?|money back|erstatt\\p{L}*|rückerstatt\\p{L}*|gutschrift|rückzahlung|rembours\\p{L}*|reembols\\p{L}*|devolver\\p{L}* el (?:dinero|importe)',
  visit:
    'technicians?|engineers?|appointments?|visit(?:ing|s)?|techniker\\p{L}*|termin\\p{L}*|technicien\\p{L}*|rendez-vous|técnic[oa]s?|cita|visita',
  repair:
    'repair\\p{L}*|fix(?:ed|ing)?|replac(?:e|ed|ing)|a replacement|your replacement|reparier\\p{L}*|reparatur|ersetz\\p{L}*|ersatz\\p{L}*|austausch\\p{L}*|répar\\p{L}*|remplac\\p{L}*|repar\\p{L}*|reempla\\p{L}*|sustitu\\p{L}*',
  write:
    'get back|reply|respond|answer|update you|write|let you know|melden|antwort\\p{L}*|schreiben|bescheid|recontact\\p{L}*|répond\\p{L}*|contest\\p{L}*|respond\\p{L}*|contact(?:ar\\p{L}*| you)|reach you|reached',
  cover: 'warrant\\p{L}*|guarantee\\p{L}*|covered|garantie\\p{L}*|gewährleist\\p{L}*|garantía|cubiert[oa]',
  stock: 'in stock|available|lieferbar|auf lager|vorrätig|en stock|disponibles?|existencias',
  cost: 'costs?|charges?|fees?|price|free of charge|kost\\p{L}*|gebühr\\p{L}*|preis|gratis|coût\\p{L}*|gratuit\\p{L}*|frais|cuesta|gratuit[oa]|precio',
  cancel: 'cancel\\p{L}*|stornier\\p{L}*|kündig\\p{L}*|annul\\p{L}*|résili\\p{L}*|anula\\p{L}*',
} as const
export type Subject = keyof typeof words

const patterns = Object.entries(words).map(([subject, list]) => ({ subject, pattern: wholeWords(list) }))

/** What a sentence is about; nothing where no word tells. */
export const subjectsOf = (sentence: string): Set<string> =>
  new Set(patterns.filter(({ pattern }) => sentence.search(pattern) >= 0).map(({ subject }) => subject))

/** Where another amount is another answer: elsewhere an amount only names an order. */
export const ofMoney: ReadonlySet<string> = new Set<Subject>(['refund', 'cost'])

const denials = wholeWords(
  "not|cannot|can['’]?t|won['’]?t|don['’]?t|doesn['’]?t|isn['’]?t|aren['’]?t|unable|no longer|never|nicht|kein\\p{L}*|nie|pas|jamais|aucune?|no|nunca|impossible|unmöglich|imposible",
)
const conditions = wholeWords('if|unless|whether|falls|wenn|ob|sofern|si|sauf si|salvo que')

/** So many characters may stand between a "not" and what it denies. */
const denialReach = 32

/**
 * The subjects that a sentence says no to: "cannot refund", "delivery is not possible", not "the refund, but not today".
 * Undefined where it depends on something.
 */
export function deniedIn(sentence: string): Set<string> | undefined {
  if (sentence.search(conditions) >= 0) return undefined
  const nots = [...sentence.matchAll(denials)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }))
  const isDenied = (match: RegExpExecArray): boolean =>
    nots.some(({ start, end }) => {
      const between = sentence.slice(Math.min(end, match.index + match[0].length), Math.max(start, match.index))
      return between.length <= denialReach && !/[,;:–]/.test(between)
    })
  return new Set(
    patterns.flatMap(({ subject, pattern }) =>
      nots.length > 0 && [...sentence.matchAll(pattern)].some(isDenied) ? [subject] : [],
    ),
  )
}
