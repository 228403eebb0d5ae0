import { RetryLater } from '../../core/record/outcome.ts'
import { type Document, documentOf } from '../../core/search/document.ts'
import { postedTokens, signatureOf } from '../../core/search/postings.ts'
import { type Rarity, rarityOf } from '../../core/search/rarity.ts'
import type { ContactAt, SearchIndex } from '../../core/search/search-index.ts'
import type { ContactEntry } from '../../core/timeline/entry.ts'
import { searchKeys } from './keys.ts'
import { frequenciesKeeper } from './search-frequencies.ts'
import { type Kept, keptItem, keptKey, readKept } from './search-items.ts'
import { dropNames, enterNames } from './search-names.ts'
import type { Table } from './table.ts'

/** `now` is epoch milliseconds; `pause` waits, longer the more often it was tried. */
export type SearchDeps = { table: Table; now: () => number; pause: (attempt: number) => Promise<void> }

/** Longer than any function runs, so that whoever held it no longer writes. */
const leaseMs = 60_000
const maxTries = 6

type Read = () => Promise<ContactEntry | undefined>
type Wanted = { document: Document; posted: string[]; signature: Uint8Array }

/**
 * Posts contacts. What a contact has posted is written before the postings change, as everything it may have from then
 * on, and again when they have, as what it has: so nothing is posted that is not listed, wherever it stops. Between the
 * two one worker is at a contact; a second one waits, then reads the contact anew.
 */
export function tableRefresh(deps: SearchDeps): SearchIndex['refresh'] {
  const frequencies = frequenciesKeeper(deps.table, deps.now)
  const tryRefresh = async (at: ContactAt, read: Read): Promise<'done' | 'interfered'> => {
    const known = await load(deps.table, at)
    if (isHeld(known, deps.now())) return 'interfered'
    const wanted = wantedOf(await read(), rarityOf(await frequencies.get()))
    if (isDone(known, wanted)) return 'done'
    if (!(await carryOut(deps, at, known, wanted))) return 'interfered'
    if (known === undefined) await frequencies.see(at.contactId, wanted.document.tokens)
    return 'done'
  }
  return async (at, read) => {
    for (let attempt = 0; attempt < maxTries; attempt++) {
      if (attempt > 0) await deps.pause(attempt)
      if ((await tryRefresh(at, read)) === 'done') return
    }
    throw new RetryLater('others are at this contact')
  }
}

const isHeld = (known: Kept | undefined, now: number): boolean => known?.until !== undefined && known.until > now

/** False when somebody else began in the meantime. */
async function carryOut({ table, now }: SearchDeps, at: ContactAt, known: Kept | undefined, wanted: Wanted) {
  const begun = begin(known, wanted, now())
  const when = known ? { version: known.version } : 'absent'
  if (!(await table.put(keptItem(at, begun), when)).written) return false
  await post(table, at, known, begun, wanted)
  await settle(table, at, begun, wanted)
  return true
}

async function load(table: Table, at: ContactAt): Promise<Kept | undefined> {
  const item = await table.get(keptKey(at), true)
  return item && readKept(item)
}

function wantedOf(entry: ContactEntry | undefined, rarity: Rarity): Wanted {
  const document = entry ? documentOf(entry.state) : { tokens: new Set<string>(), numbers: [] }
  return { document, posted: postedTokens(document, rarity), signature: signatureOf(document.tokens) }
}

const isDone = (known: Kept | undefined, { document, posted, signature }: Wanted): boolean =>
  known === undefined
    ? document.tokens.size === 0
    : known.until === undefined && same(known.posted, posted) && same([...known.signature], [...signature])

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

const begin = (known: Kept | undefined, { posted, signature }: Wanted, now: number): Kept => ({
  version: (known?.version ?? 0) + 1,
  posted: [...new Set([...(known?.posted ?? []), ...posted])].sort(),
  signature,
  until: now + leaseMs,
})

/** What somebody began and did not end is done again in full. */
async function post(
  table: Table,
  at: ContactAt,
  known: Kept | undefined,
  begun: Kept,
  { posted }: Wanted,
): Promise<void> {
  const there = new Set(known?.until === undefined ? known?.posted : [])
  const wanted = new Set(posted)
  const added = posted.filter(token => !there.has(token))
  const gone = begun.posted.filter(token => !wanted.has(token))
  if (added.length > 0) await table.putAll(added.map(token => ({ ...searchKeys.posting(token, at), v: 1 })))
  await Promise.all(gone.map(token => table.remove(searchKeys.posting(token, at))))
  await Promise.all([enterNames(table, added), dropNames(table, gone)])
}

async function settle(
  table: Table,
  at: ContactAt,
  { version }: Kept,
  { document, posted, signature }: Wanted,
): Promise<void> {
  const when = { version }
  const settled = keptItem(at, { version: version + 1, posted, signature })
  const done =
    document.tokens.size === 0
      ? (await table.transact([{ remove: keptKey(at), when }])).committed
      : (await table.put(settled, when)).written
  if (!done) throw new RetryLater('somebody else took over')
}
