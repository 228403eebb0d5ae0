import { tokenOf } from '../../core/search/occurrences.ts'
import { mayHold } from '../../core/search/postings.ts'
import type { Need, Term } from '../../core/search/query.ts'
import { type Rarity, rarestFirst, rarityOf } from '../../core/search/rarity.ts'
import type { Candidates, ContactAt, SearchIndex } from '../../core/search/search-index.ts'
import { newestFirst, type Position } from '../../core/timeline/entry.ts'
import { searchKeys } from './keys.ts'
import { loadFrequencies } from './search-frequencies.ts'
import { shards, signatureIn } from './search-items.ts'
import { namesFrom } from './search-names.ts'
import type { Item, Table } from './table.ts'

/** Names that are looked up for one beginning. */
const maxNames = 24
/** Lists of postings that are read side by side for one page. */
const maxLists = 48
/** Of frequent words, contacts looked at in each shard for one page: at a share of two percent, two dozen hits. */
const scannedPerShard = 160
/** Where one thing was typed, or all of it stands in signatures, nearly every candidate is a hit. */
const spare = 8
/** Where postings tell of one thing only, this many candidates are looked at for a hit. */
const perHit = 4

/** What a term asks for, as tokens: of each way all needs, of each need one of its tokens. */
type Looked = { ways: string[][][] }

/**
 * Two round trips. First which words are frequent and which names begin as was typed; then the postings of the rarest
 * things typed. What only frequent words are asked of is looked for among the newest contacts by their signatures.
 */
export function tableCandidates(table: Table): SearchIndex['candidates'] {
  return async (terms, window) => {
    const [rarity, names] = await Promise.all([loadRarity(table, terms), loadNames(table, terms)])
    const looked = terms.map(term => lookUp(term, names.byPrefix))
    const lists = chooseLists(looked, rarity)
    const found = lists.length > 0 ? await readLists(table, looked, lists, window) : await scan(table, looked, window)
    return { ...found, ...(names.cut && { tooManyNames: true as const }) }
  }
}

/** Only words can be frequent. */
async function loadRarity(table: Table, terms: readonly Term[]): Promise<Rarity> {
  const hasWords = terms.some(({ ways }) => ways.flat().some(need => 'token' in need && need.token.startsWith('w:')))
  return hasWords ? rarityOf(await loadFrequencies(table)) : { isFrequent: () => false, seen: () => 0 }
}

async function loadNames(table: Table, terms: readonly Term[]) {
  const needs = terms.flatMap(({ ways }) => ways.flat())
  const prefixes = [...new Set(needs.flatMap(need => ('prefix' in need ? need.prefix : [])))]
  const read = await Promise.all(
    prefixes.map(async prefix => [prefix, await namesFrom(table, prefix, maxNames + 1)] as const),
  )
  return {
    byPrefix: new Map(read.map(([prefix, names]) => [prefix, names.slice(0, maxNames)])),
    cut: read.some(([, names]) => names.length > maxNames),
  }
}

const lookUp = ({ ways }: Term, names: Map<string, string[]>): Looked => ({
  ways: ways.map(needs => needs.map(need => tokensOf(need, names))),
})

function tokensOf(need: Need, names: Map<string, string[]>): string[] {
  if ('token' in need) return [need.token]
  if ('digits' in need) return [tokenOf.number(need.digits)]
  return (names.get(need.prefix) ?? []).map(tokenOf.name)
}

/** For each term that can be looked up without frequent words, what to read; the most telling first, within the bound. */
function chooseLists(looked: Looked[], rarity: Rarity): string[][] {
  const choices = looked.flatMap(term => listsOf(term, rarity) ?? [])
  choices.sort((a, b) => a.seen - b.seen || a.tokens.length - b.tokens.length)
  const chosen: string[][] = []
  let lists = 0
  for (const { tokens } of choices) {
    lists += tokens.length
    if (chosen.length > 0 && lists > maxLists) break
    chosen.push(tokens)
  }
  return chosen
}

/** The rarest need of each way; undefined when a way has none but frequent words. */
function listsOf({ ways }: Looked, rarity: Rarity): { tokens: string[]; seen: number }[] | undefined {
  const bySeldomness = rarestFirst(rarity)
  const rarest = ways.map(needs => needs.filter(tokens => !tokens.some(rarity.isFrequent)).sort(byFirst)[0])
  if (rarest.some(tokens => tokens === undefined)) return undefined
  const tokens = [...new Set(rarest.flatMap(found => found ?? []))]
  return [{ tokens, seen: Math.max(0, ...tokens.map(rarity.seen)) }]

  function byFirst(a: string[], b: string[]): number {
    return a.length - b.length || bySeldomness(a[0] ?? '', b[0] ?? '')
  }
}

type Window = Parameters<SearchIndex['candidates']>[1]

/** All terms' postings side by side; the shortest list that is whole, else the one that reaches back furthest, is the answer. */
async function readLists(table: Table, looked: Looked[], chosen: string[][], window: Window): Promise<Candidates> {
  const isOnly = looked.length === 1
  const limit = isOnly ? window.hits + spare : Math.min(200, Math.max(60, window.hits * perHit))
  const read = await Promise.all(
    chosen.map(async tokens => {
      const lists = await Promise.all(tokens.map(token => readPlaces(table, searchKeys.token(token), limit, window)))
      return merge(
        lists.map(items => ({ items, places: items.map(searchKeys.parsePlace) })),
        limit,
        limit,
      )
    }),
  )
  return read.reduce((best, other) => (tells(other, best) ? other : best))
}

function tells(a: Candidates, b: Candidates): boolean {
  if (a.horizon && b.horizon) return newestFirst(a.horizon, b.horizon) > 0
  return a.horizon === undefined && (b.horizon !== undefined || a.found.length < b.found.length)
}

/** Among all contacts, the newest whose signatures may hold the terms. */
async function scan(table: Table, looked: Looked[], window: Window): Promise<Candidates> {
  const lists = await Promise.all(
    Array.from({ length: shards }, async (_, shard) => {
      const items = await readPlaces(table, searchKeys.shard(shard), scannedPerShard, window)
      return { items, places: items.filter(item => mayMeet(item, looked)).map(searchKeys.parsePlace) }
    }),
  )
  return merge(lists, scannedPerShard, window.hits + spare)
}

function mayMeet(item: Item, looked: Looked[]): boolean {
  const signature = signatureIn(item)
  const holds = (tokens: string[]) => tokens.some(token => mayHold(signature, token))
  return looked.every(({ ways }) => ways.some(needs => needs.every(holds)))
}

const readPlaces = (table: Table, pk: string, limit: number, { before }: Window): Promise<Item[]> =>
  table.query({ pk, limit, newestFirst: true, ...(before && { to: searchKeys.before(before.sortAt, before.entryId) }) })

/** Newest first, each contact once, down to where the first of the lists that are not whole ends. */
function merge(lists: { items: Item[]; places: ContactAt[] }[], limit: number, atMost: number): Candidates {
  const ends = lists.flatMap(({ items }) => (items.length < limit ? [] : endOf(items)))
  const horizon = ends.sort(newestFirst)[0]
  const byPlace = new Map(lists.flatMap(({ places }) => places).map(at => [JSON.stringify(at), at]))
  const found = [...byPlace.values()]
    .filter(at => horizon === undefined || newestFirst(positionAt(at), horizon) <= 0)
    .sort((a, b) => newestFirst(positionAt(a), positionAt(b)))
  const last = found[atMost - 1]
  if (found.length <= atMost || last === undefined) return { found, ...(horizon && { horizon }) }
  const end = positionAt(last)
  return { found: found.filter(at => newestFirst(positionAt(at), end) <= 0), horizon: end }
}

const positionAt = ({ contactId, place }: ContactAt): Position => ({ sortAt: place.sortAt, entryId: contactId })

function endOf(items: Item[]): Position[] {
  const last = items.at(-1)
  return last === undefined ? [] : [positionAt(searchKeys.parsePlace(last))]
}
