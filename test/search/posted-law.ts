import { expect } from 'vitest'
import { readFrequencies, readKept } from '../../adapters/dynamodb/search-items.ts'
import type { Item } from '../../adapters/dynamodb/table.ts'
import type { Change } from '../../core/change/change.ts'
import { documentOf } from '../../core/search/document.ts'
import { isName, textOf } from '../../core/search/occurrences.ts'
import { signatureOf } from '../../core/search/postings.ts'
import { noFrequencies, rarityOf } from '../../core/search/rarity.ts'
import type { TimelineStore } from '../../core/timeline/timeline-store.ts'

type Timeline = Pick<TimelineStore, 'readContact'>
type Tokens = Map<string, string[]>

/**
 * That an index which was told of these changes, and whose items are all of these, holds what is in the timeline: a
 * contact is posted under nothing that it does not hold, and under all that it holds but frequent words. Those may be
 * posted or not: when a word became frequent is an estimate, which a crash or a race may put off. What is listed of a
 * contact is what is posted, nobody is at it any more, and the names are those that somebody bears. Texts have at most
 * 40 words.
 */
export async function expectPosted(items: Item[], timeline: Timeline, changes: Change[]): Promise<void> {
  const tokens = await tokensByPlace(timeline, changes)
  const postings = postingsByPlace(items)
  const { isFrequent } = rarityIn(items)
  const rare = (some: string[]): string[] => some.filter(token => !isFrequent(token))
  const kept = new Map(itemsOf(items, /^W#all#/).map(item => [item.sk, readKept(item)]))

  const held = [...new Set([...kept.keys(), ...postings.keys()])].map(place => {
    const posted = postings.get(place) ?? []
    const alien = posted.filter(token => !tokens.get(place)?.includes(token))
    const { posted: listed, signature, until } = kept.get(place) ?? {}
    return [place, { posted: rare(posted), alien, listed, signature, until }] as const
  })
  const wanted = [...tokens].map(([place, all]) => {
    const listed = postings.get(place) ?? []
    return [place, { posted: rare(all), alien: [], listed, signature: signatureOf(all) }] as const
  })
  expect(Object.fromEntries(held)).toEqual(Object.fromEntries(wanted))
  expect(namesListed(items)).toEqual(namesPosted(postings))
}

const itemsOf = (items: Item[], partition: RegExp): Item[] => items.filter(({ pk }) => partition.test(pk))

function rarityIn(items: Item[]) {
  const [frequencies] = itemsOf(items, /^W#frequencies$/)
  return rarityOf(frequencies ? readFrequencies(frequencies) : noFrequencies)
}

function postingsByPlace(items: Item[]): Tokens {
  const postings: Tokens = new Map()
  for (const { pk, sk } of itemsOf(items, /^W#[a-z]:/))
    postings.set(sk, [...(postings.get(sk) ?? []), pk.slice('W#'.length)].sort())
  return postings
}

/** Of the places that changed, those where something lies that is found. */
async function tokensByPlace(timeline: Timeline, changes: Change[]): Promise<Tokens> {
  const found: Tokens = new Map()
  for (const change of changes) {
    if (change.type !== 'contact') continue
    const { contactId, stream, sortAt } = change
    const entry = await timeline.readContact(contactId, { stream, sortAt })
    const tokens = entry ? [...documentOf(entry.state).tokens].sort() : []
    if (tokens.length > 0) found.set(`${sortAt}#${contactId}#${stream}`, tokens)
  }
  return found
}

const namesListed = (items: Item[]): string[] =>
  itemsOf(items, /^W#names#/)
    .map(({ sk }) => sk)
    .sort()

const namesPosted = (postings: Tokens): string[] =>
  [...new Set([...postings.values()].flat().filter(isName).map(textOf))].sort()
