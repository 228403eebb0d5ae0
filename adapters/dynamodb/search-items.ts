import * as z from 'zod'
import { fnv1a } from '../../core/search/hash.ts'
import type { Frequencies } from '../../core/search/rarity.ts'
import type { ContactAt } from '../../core/search/search-index.ts'
import { searchKeys } from './keys.ts'
import type { Item, Key } from './table.ts'

/** Over how many partitions what contacts have posted is spread: each takes 1,000 writes a second. */
export const shards = 8

/**
 * What a contact has posted, and its signature. `until` (epoch ms): somebody is at it until then, and postings may be
 * missing or too many, but only such as are listed here.
 */
export type Kept = { version: number; posted: string[]; signature: Uint8Array; until?: number }

const keptSchema = z.object({
  v: z.literal(1),
  version: z.int(),
  /** One text, since a list is dearer to read, and the newest are read by the thousand. */
  posted: z.string().transform(text => (text === '' ? [] : text.split('\n'))),
  signature: z.instanceof(Uint8Array),
  until: z.number().optional(),
})

export const keptKey = (at: ContactAt): Key => searchKeys.kept(fnv1a(at.contactId) % shards, at)

export const keptItem = (at: ContactAt, { version, posted, signature, until }: Kept): Item => ({
  ...keptKey(at),
  v: 1,
  version,
  posted: posted.join('\n'),
  signature,
  until,
})

/** The signature alone, of the many that are looked through. */
export const signatureIn = (item: Item): Uint8Array => keptSchema.shape.signature.parse(item.signature)

export function readKept(item: Item): Kept {
  const { version, posted, signature, until } = keptSchema.parse(item)
  return { version, posted, signature, ...(until !== undefined && { until }) }
}

const words = z.string().transform(text => (text === '' ? [] : text.split(' ')))

/** Two texts, since every query reads them: the hashes of frequent words, and `<hash>:<count>` of others. */
const frequenciesSchema = z.object({
  v: z.literal(1),
  version: z.int(),
  sampled: z.int(),
  counts: words.transform(all =>
    Object.fromEntries(all.map(word => [word.slice(0, word.indexOf(':')), Number(word.slice(word.indexOf(':') + 1))])),
  ),
  frequent: words,
})

export const frequenciesItem = ({ sampled, counts, frequent }: Frequencies, version: number): Item => ({
  ...searchKeys.frequencies,
  v: 1,
  version,
  sampled,
  counts: Object.entries(counts)
    .map(([hash, count]) => `${hash}:${count}`)
    .join(' '),
  frequent: frequent.join(' '),
})

export function readFrequencies(item: Item): Frequencies & { version: number } {
  const { version, sampled, counts, frequent } = frequenciesSchema.parse(item)
  return { version, sampled, counts, frequent }
}
