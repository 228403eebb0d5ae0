import { wholeWords } from '../words/pattern.ts'

const call = 'call|anruf|appel|llamada'
const received =
  'got|get|getting|received|had|have had|keep getting|bekommen|bekam|erhalten|erhielt|hatte|reçu|reçois|recibí|recibo|recibido'
/** A call that reached the writer: "I got a phone call", "ich habe einen Anruf bekommen", "j’ai reçu un appel". */
const callReceived = wholeWords(
  `(?:${received}) (?:\\p{L}+ ){0,3}(?:${call})s?|(?:${call})e? (?:\\p{L}+ ){0,6}(?:${received})`,
)

/** A number that is named without a word of whose it is. */
const bareNumber =
  /(?<![\p{L}])(?:(?:the|that|this|their) (?:phone )?number(?: they (?:used|called from))?|it|die nummer|le num[ée]ro|el n[úu]mero)(?: was| is|['’]s| ist| war| lautete?| est| était| es| era|:)\s{1,3}(?=(\+?[\d(][\d ()./-]{5,24}\d))/giu

/** How far behind the call the number may stand. */
const reach = 200

/**
 * Numbers of people who called the writer, by their places: "I got a call claiming to be you. The number is +1 …". They are
 * nobody's in the text, however plainly they are named.
 */
export function numbersOfCallers(text: string): { start: number; end: number }[] {
  return [...text.matchAll(bareNumber)].flatMap(({ 0: lead, 1: number = '', index }) => {
    const start = index + lead.length
    const before = text.slice(Math.max(0, index - reach, text.lastIndexOf('\n\n', index) + 1), index)
    return hasCall(before) ? [{ start, end: start + number.length }] : []
  })
}

const hasCall = (before: string): boolean => before.search(callReceived) >= 0
