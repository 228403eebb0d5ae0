import { sentencesOf } from './sentence.ts'

const greeting =
  /^(?:(?:good )?(?:hi|hello|hey|dear|morning|afternoon|evening|greetings|hallo|guten|liebe[rs]?|sehr geehrte[rs]?|moin|bonjour|bonsoir|salut|ch[eè]re?|madame|monsieur|hola|buenos|buenas|estimad[oa]s?)(?![\p{L}])[^.!?]{0,60}|(?:many )?(?:thanks|thank you|cheers|regards|best|kind|sincerely|yours|danke|vielen dank|besten dank|mit freundlichen|viele|liebe grüße|merci|cordialement|bien à vous|gracias|muchas gracias|un saludo|saludos|atentamente)(?![\p{L}])[^?]{0,60})$/iu

/** The sentences of a text that say something: no greetings, no goodbyes, no signatures, no links. */
export function sayings(text: string): string[] {
  return sentencesOf(text)
    .map(({ text: sentence }) =>
      sentence
        .replace(/https?:\/\/\S+/g, '')
        .replace(/^(?:\s*@\w+)+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(
      sentence =>
        (sentence.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2 && !greeting.test(sentence.replace(/[\s,.!]+$/, '')),
    )
}
