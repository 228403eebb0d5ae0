import type { Evidence, Party } from '../../../contact/contact.ts'
import { identifierName } from '../../../contact/identifier.ts'
import { isOwn, type Source } from '../../../source/source.ts'
import { limits } from '../limits.ts'
import type { Words } from '../words/own-words.ts'
import { phonesIn, type Voice } from './phones.ts'
import { addressesIn } from './stated-addresses.ts'

/** How far the channel vouches for the author of a mail. */
export type Vouched = Pick<Evidence, 'tier' | 'how'>

/**
 * What a mail of a customer says about its author: that the address is theirs, as far as the server vouches for it, and
 * the phones and addresses in its words. The strongest entry per identifier counts; the company's own are left out.
 */
export function evidenceOf(
  author: Party,
  vouched: Vouched,
  words: Words,
  isAutomatic: boolean,
  source: Source,
): Evidence[] {
  const said = [
    ...saidIn(words.signature, 'signature', isAutomatic, source),
    ...saidIn(words.about, 'signature', isAutomatic, source),
    ...saidIn(words.own, 'own', isAutomatic, source),
    ...saidIn(words.quoted, 'quoted', isAutomatic, source),
  ]
  const byName = new Map<string, Evidence>()
  for (const entry of said.sort((a, b) => order(a.tier, b.tier))) {
    const name = identifierName(entry.identifier)
    const isNew = name !== identifierName(author.identifier) && !byName.has(name)
    if (isNew && !isOwn(source, entry.identifier)) byName.set(name, entry)
  }
  return [{ identifier: author.identifier, ...vouched }, ...[...byName.values()].slice(0, limits.phones)]
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function saidIn(text: string, voice: Voice, isAutomatic: boolean, source: Source): Evidence[] {
  if (text === '') return []
  const scanned = text.slice(0, limits.scanned)
  const heard = isAutomatic && voice !== 'quoted' ? 'automatic' : voice
  return [...phonesIn(scanned, heard, source.defaultRegion), ...addressesIn(scanned, heard)]
}
