import type { Document } from './document.ts'
import { fnv1a } from './hash.ts'
import { isWord } from './occurrences.ts'
import { type Rarity, rarestFirst } from './rarity.ts'

/** A contact is looked up by at most so many words, the rarest; by everything else that names something always. */
export const maxWords = 40

/** The tokens under which a contact is posted. */
export function postedTokens({ tokens }: Document, rarity: Rarity): string[] {
  const words = [...tokens].filter(token => isWord(token) && !rarity.isFrequent(token))
  return [...[...tokens].filter(token => !isWord(token)), ...words.sort(rarestFirst(rarity)).slice(0, maxWords)].sort()
}

const bytesEach = 3

/** All tokens of a contact in a few bytes: 24 bits each, in order. One in millions is taken for another. */
export function signatureOf(tokens: Iterable<string>): Uint8Array {
  const hashes = [...new Set([...tokens].map(shortHash))].sort((a, b) => a - b)
  const bytes = new Uint8Array(hashes.length * bytesEach)
  hashes.forEach((hash, at) => {
    bytes.set([hash >>> 16, (hash >>> 8) & 255, hash & 255], at * bytesEach)
  })
  return bytes
}

/** Whether a contact with this signature may hold a token; never false when it does. */
export function mayHold(signature: Uint8Array, token: string): boolean {
  const wanted = shortHash(token)
  let [low, high] = [0, signature.length / bytesEach - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const hash = hashAt(signature, middle * bytesEach)
    if (hash === wanted) return true
    if (hash < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}

const shortHash = (token: string): number => fnv1a(token) >>> 8

const hashAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
