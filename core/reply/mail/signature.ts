import type { Source } from '../../source/source.ts'
import { manyLines } from './one-line.ts'

/** How the source signs in the language: under its tag, its first part, or `*`. */
export function signatureOf({ signature = {} }: Source, language: string | undefined): string | undefined {
  const tag = language ?? '*'
  const found = signature[tag] ?? signature[tag.split('-')[0] ?? tag] ?? signature['*']
  const text = manyLines(found ?? '').trim()
  return text === '' ? undefined : text
}
