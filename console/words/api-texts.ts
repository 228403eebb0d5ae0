import { refusalKinds } from '../../core/reply/refusal.ts'
import { apiEn } from './api/en.ts'
import type { WordKey, Words } from './words.ts'

/**
 * Why an answer is refused. The API says it in English, with numbers and names; in another language its kind is told in
 * that language, with the words that the API quotes.
 */
export function refusalText({ kind, message }: { kind: string; message: string }, words: Words): string {
  const known = refusalKinds.find(one => one === kind)
  return known === undefined ? message : translated(`refused.${known}`, message, words)
}

/** What became of an answer, and what to do: by its code, in the reader's language. */
export function troubleText({ code, advice }: { code: string; advice: string }, words: Words): string {
  const rule = refusalKinds.find(kind => code === `rule-${kind}` || code === kind)
  if (rule !== undefined) return translated(`refused.${rule}`, advice, words)
  const key = `trouble.${code}`
  return isKey(key) ? translated(key, advice, words) : advice
}

function translated(key: WordKey, original: string, { language, say }: Words): string {
  if (language === 'en') return original
  const [quoted] = /“[^”]{1,300}”/.exec(original) ?? []
  return quoted === undefined ? say(key) : `${say(key)} ${quoted}`
}

const isKey = (key: string): key is keyof typeof apiEn => key in apiEn
