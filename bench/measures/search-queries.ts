import type { ContactState } from '../../core/contact/contact-state.ts'
import { viewContact } from '../../core/contact/view.ts'
import { documentOf } from '../../core/search/document.ts'
import { textOf } from '../../core/search/occurrences.ts'

/** What people type, by kind, taken from contacts that are there; the same for the same contacts. */
export function queryKinds(states: ContactState[], each: number): { name: string; typed: string[] }[] {
  const picked = (offset: number): ContactState[] =>
    Array.from({ length: 40 * each }, (_, at) => states[(at * 7919 + offset * 104_729) % states.length]).flatMap(
      state => state ?? [],
    )
  const kind = (name: string, offset: number, type: (state: ContactState) => string | undefined) => ({
    name,
    typed: picked(offset)
      .flatMap(state => type(state) ?? [])
      .slice(0, each),
  })
  const some = (state: ContactState, prefix: string, least = 0): string | undefined =>
    [...documentOf(state).tokens]
      .map(token => (token.startsWith(prefix) ? textOf(token) : ''))
      .find(text => text.length > least)
  const partyName = (state: ContactState): string | undefined => viewContact(state).from.name
  return [
    kind('a reference', 1, state => some(state, 'r:', 5)),
    kind('a telephone number', 2, state => documentOf(state).numbers.find(number => number.length > 9)),
    kind('an address', 3, state => some(state, 'i:email')?.slice('email:'.length)),
    kind('a full name', 4, partyName),
    kind('how a name begins', 5, state => partyName(state)?.slice(0, 4)),
    kind('a word', 6, state => some(state, 'w:', 7)),
    kind('three words of one contact', 7, state => wordsOf(state, 3)),
    kind('two frequent words', 8, state => (viewContact(state).text.length > 100 ? 'order refund' : undefined)),
    kind('a word that is nowhere', 9, () => 'unicornish'),
  ]
}

function wordsOf(state: ContactState, count: number): string | undefined {
  const words = [...documentOf(state).tokens].filter(token => token.startsWith('w:') && token.length > 7)
  return words.length < count ? undefined : words.slice(-count).map(textOf).join(' ')
}
