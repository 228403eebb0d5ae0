import { spelled } from '../words/spelling.ts'

/**
 * What the words before a number say it is: the author's own phone, a phone that is only mentioned (somebody else's, or
 * a bare number that may be anything), or something other than a phone to call.
 */
export type NumberUse = 'own' | 'mentioned' | 'other'

const reach = 48

export function useOf(text: string, index: number, written: string): NumberUse {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1
  const before = sentenceEnd(text.slice(Math.max(lineStart, index - reach), index)).toLowerCase()
  const isQuoted = isQuotedSpeech(text, index)
  const label = before.slice(before.search(isQuoted ? lastQuoted : lastClause)).replace(telAndFax, 'tel')
  const phone = lastPlace(phoneWord, label)
  const other = Math.max(lastPlace(faxWord, label), lastPlace(otherWord, label))
  if (other > phone || (phone < 0 && isNoPhone(written))) return 'other'
  if (ofOthers.test(spelled(before)) || isQuoted) return 'mentioned'
  return phone >= 0 || isWrittenAsPhone(written) ? 'own' : 'mentioned'
}

/** Of two words that say what a number is, the one next to it is right: "call me about order 4711". */
const lastPlace = (word: RegExp, label: string): number => [...label.matchAll(word)].at(-1)?.index ?? -1

const telAndFax = /\b(?:tele?(?:fon|phone|f)?|phone)\.?\s?(?:\/|&|\+|und|and|u\.|et|y)\s?(?:tele)?fax/

/** What is said since the last number or sentence. */
const sentenceEnd = (text: string): string =>
  text.slice([...text.matchAll(/\d|[.!?]\s+(?=\p{Lu})/gu)].at(-1)?.index ?? 0)

/** Behind the last number or separator: `Tel 020 … | Fax 020 …` has two labels. */
const lastClause = /[^\d|;]*$/
/** What the writer says before a quotation names none of its numbers: `the card reads "depot 020 …"`. */
const lastQuoted = /[^\d|;"“”„«»]*$/

const phoneWord =
  /\b(?:tel|tél|tlf|tfn|phone|telephone|teléfono|telefono|telefoon|telefon\w*|téléphone|mobil\w*|móvil|cell\w*|handy\w*|portable|natel|gsm|komórka|puh|whatsapp|signal|call(?:ing)?|ring|text|sms|reach|rufnummer|durchwahl|direct|desk|office|home|work|rückruf\w*|appel\w*|llám\w*|llamar(?:me)?|bel|my (?:[a-z]+ ){0,2}(?:number|no)|meine (?:[a-z]+ )?nummer|mon num[ée]ro|mi n[úu]mero)\b|(?:^|\s)[tmpch][:.]|тел|моб|電話|电话|手机|携帯|전화/g
const faxWord = /\b(?:tele)?fax|\bfaks\b|факс|ファックス|传真|傳真|(?:^|\s)f[:.]\s*$/g
const otherWord =
  /\b(?:order|bestell\w*|auftrag\w*|rechnung\w*|invoice|facture|factura|fattura|commande|pedido|ref\w*|account|acct|konto\w*|compte|cuenta|kunden\w*|client\w*|customer|member\w*|case|ticket|tracking|sendung\w*|paket\w*|shipment|parcel|iban|bic|blz|vat|ust\w*|steuer\w*|tax|mwst|isbn|ean|imei|serial|serien\w*|policy|police|vertrag\w*|contract|contrat|siret|siren|rcs|nif|cif|abn|acn|hrb|hra|reg\w*|licen[cs]e|passport|id|uid|pin|card|karte|version|model|article|artikel\w*|item|sku|code)\b|[#№]\s*$/g

/** "your number", "his mobile", "my wife can be reached on", "somebody called me from". */
const ofOthers =
  /\b(?:yours?|ihre?[nmrs]?|euch|votre|vos|su|vostr[oa]|uw|his|her|their|its|sein\w*|deren|dessen|leur|wife|husband|partner|colleague\w*|coworker|friend\w*|neighbou?r\w*|mother|father|mum|mom|dad|son|daughter|brother|sister|boss|manager|assistant|secretary|landlord|driver|courier|frau|mann|kolleg\w*|nachbar\w*|mutter|vater|freund\w*|chef\w*|femme|mari|collègue|ami[es]?|mère|père|(?:called|calls|calling|ringing|rang|phoned|texted|sms|spam|contacted|received|missed)\b.{0,20}\b(?:from|by)|dial(?:l?ed|ling)?|(?:i|we) (?:called|rang|phoned|tried|dialled|dialed)|angerufen|(?:j['’]ai|nous avons|on a) (?:appelé|téléphoné|composé)|(?:he|hemos) (?:llamado|marcado)|llam[ée]|llamamos|hotline|kundendienst|service client|servicio al cliente|helpline|support|customer service)\b/

const quotationMarks = ['""', '“”', '„“', '„”', '«»', '»«']
const longestQuotation = 400

/** Whether the number stands, behind other words, between quotation marks of its paragraph: what a card or a person said. */
export function isQuotedSpeech(text: string, index: number): boolean {
  const from = Math.max(0, index - longestQuotation, text.lastIndexOf('\n\n', index) + 1)
  const before = text.slice(from, index)
  const after = text.slice(index, index + longestQuotation).split('\n\n', 1)[0] ?? ''
  return quotationMarks.some(([opens = '', closes = '']) => {
    const open = openMark(before, opens, closes)
    return open >= 0 && after.includes(closes) && /\p{L}/u.test(before.slice(open))
  })
}

/** The place of a mark that nothing closes; -1 where there is none. A mark that also closes opens every other time. */
function openMark(before: string, opens: string, closes: string): number {
  const open = before.lastIndexOf(opens)
  if (opens === closes) return before.split(opens).length % 2 === 0 ? open : -1
  return open > before.lastIndexOf(closes) ? open : -1
}

/** Dates, addresses of computers, amounts and versions. */
const isNoPhone = (written: string): boolean =>
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{2}|\d{4})(?![\d]|[-./]\d)|\d{1,3}(?:\.\d{1,3}){3}$|\d{1,3}(?:\.\d{3})+$)/.test(
    written,
  )

/** A bare row of digits is a phone number only where it begins like one. */
const isWrittenAsPhone = (written: string): boolean => /^[+(0]/.test(written) || /\d\D+\d/.test(written)
