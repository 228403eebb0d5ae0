/**
 * A stretch of text that is read at once; `start` is its offset in the text. No pattern looks beyond a sentence, and none
 * is longer than `longestSentence`, so reading takes time in proportion to the text, whatever it holds.
 */
export type Sentence = { text: string; start: number }

export const longestSentence = 400

/** Words before a dot that do not end a sentence: "Order No. 4471", "Bestell-Nr. 4471", "St. Albans". */
const abbreviation =
  /(?:^|[^\p{L}])(?:n[or]|nrs?|num|ref|réf|st|str|av|avda|dr|mrs?|ms|tel|tél|fr|sfr|chf|eur|bzw|ca|art|apt|acct?|approx|inv|kd|ord|bestellnr|kdnr|rechnungsnr|hd|z|b|d|h|c|p|m|jan|feb|febr|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|janv|févr|avr|juil|déc|ene|abr|ago|dic|blvd|ave|rd|ln|sq|rs|s|pl|pza|e|g|i|vs)$|str$/iu

/** What follows a dot behind digits when it belongs to them: "3. März", "4.3. um", "Flat 2. order" is none. */
const afterDay =
  /^\s+(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)|^\s+(?:um|und|oder|bis|wurde|habe|noch|war|gekauft|bestellt|statt|anstatt|nicht|sondern)/iu

/** "Das 3. Mal", "zum 2. Mal". */
const ordinal = /(?:^|\s)(?:das|zum|beim|der|die|den|dem) \d{1,2}$/iu

const ends = /[.!?…]+(?=\s)|\n[ \t]*(?=\S)/gu

/** The sentences of a text: they end at marks and at line ends, except where a line ends in a colon or a label. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(ends)) {
    const end = index + mark.length
    if (goesOn(text, start, index, mark)) continue
    push(found, text, start, end)
    start = end
  }
  push(found, text, start, text.length)
  return found
}

function goesOn(text: string, start: number, index: number, mark: string): boolean {
  const before = text.slice(Math.max(start, index - 12), index)
  if (mark.startsWith('\n')) return /[:：=–-]\s*$/.test(before)
  if (mark !== '.') return false
  if (abbreviation.test(before)) return true
  if (ordinal.test(before) && /^\s+\p{Lu}?\p{Ll}/u.test(text.slice(index + 1, index + 5))) return true
  return /\d$/.test(before) && afterDay.test(text.slice(index + 1, index + 14))
}

function push(found: Sentence[], text: string, start: number, end: number): void {
  let from = start
  while (end - from > longestSentence) {
    const space = text.lastIndexOf(' ', from + longestSentence)
    const cut = space > from ? space : from + longestSentence
    found.push({ text: text.slice(from, cut), start: from })
    from = cut
  }
  if (from < end && /\S/.test(text.slice(from, end))) found.push({ text: text.slice(from, end), start: from })
}
