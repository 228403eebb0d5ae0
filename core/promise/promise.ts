import type { FactContext } from '../facts/fact.ts'
import { datesIn } from '../facts/read/date.ts'
import { dayAfter } from '../facts/read/day.ts'
import { hintsIn } from '../facts/words/hints.ts'
import { wholeWords } from '../facts/words/pattern.ts'

const promises = wholeWords(
  "(?:we|i)(?:['’]ll| will| shall| am going to| are going to|['’]m going to|['’]re going to) (?!be (?:happy|glad|able)|need|have to|ask|check now|just|look forward)\\p{L}+|you(?:['’]ll| will| should) (?:receive|get|hear|have)|(?:will|should) (?:be|arrive|call|contact|reach)|" +
    'wir (?:werden|melden|rufen|schicken|senden|erstatten)|ich (?:werde|melde|rufe|schicke|sende)|sie (?:erhalten|bekommen|hören)|wird|werden (?:sie|ihnen)|' +
    '(?:nous|je) (?:vous )?(?:allons|vais|rappell?er\\p{L}*|recontact\\p{L}*|enverr\\p{L}*|rembours\\p{L}*|tiendr\\p{L}*|reviendr\\p{L}*)|vous (?:recevrez|aurez|serez)|sera|' +
    '(?:le|la|les) (?:llamar\\p{L}*|enviar\\p{L}*|contactar\\p{L}*|reembolsar\\p{L}*|avisar\\p{L}*)|vamos a|voy a|recibirá|enviaremos|llamaremos|llegará|será',
)
const terms = wholeWords(
  'within|by|before|until|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|this week|in \\d+|hours?|days?|minutes?|business|working|' +
    'innerhalb|binnen|bis|heute|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|stunden|tagen?|werktag\\p{L}*|woche|' +
    "sous|d['’]ici|avant|aujourd['’]hui|demain|lundi|mardi|mercredi|jeudi|vendredi|heures?|jours?|semaine|" +
    'antes|hoy|mañana|lunes|martes|miércoles|jueves|viernes|horas?|días?|semana|plazo',
)

/** Whether a sentence of ours says what we, or something of ours, will do. Questions promise nothing. */
export const isPromise = (sentence: string): boolean => !sentence.includes('?') && sentence.search(promises) >= 0

/** Whether a sentence speaks of a time: a day, a deadline, a number of hours. */
export const namesATime = (sentence: string): boolean => sentence.search(terms) >= 0

/** The day that a promise names, as far as words of it can be told for sure. */
export function dueDay(text: string, context: FactContext): string | undefined {
  const [, count, unit = ''] =
    /(\d{1,2})(?:\s*(?:-|–|to|bis|à|a)\s*\d{1,2})?\s*(?:business |working )?(hour|day|stunde|tag|werktag|heure|jour|hora|día)/iu.exec(
      text,
    ) ?? []
  if (count !== undefined)
    return dayAfter(context.writtenAt, /^(?:h|st)/i.test(unit) ? Math.ceil(Number(count) / 24) : Number(count))
  if (/tomorrow|morgen|demain|mañana/i.test(text)) return dayAfter(context.writtenAt, 1)
  if (/today|heute|aujourd|hoy/i.test(text)) return context.writtenAt.slice(0, 10)
  const named = datesIn(text, context, hintsIn(text)).find(({ value }) => /^\d{4}-/.test(value))
  return named?.value
}
