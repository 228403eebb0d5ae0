import { isWord } from '../../core/search/occurrences.ts'
import { type Frequencies, isSampled, learn, noFrequencies } from '../../core/search/rarity.ts'
import { searchKeys } from './keys.ts'
import { frequenciesItem, readFrequencies } from './search-items.ts'
import type { Table } from './table.ts'

type Kept = Frequencies & { version: number }

/** Consistent: a word that is no longer posted is known to be frequent by whoever asks from then on. */
export async function loadFrequencies(table: Table): Promise<Kept> {
  const item = await table.get(searchKeys.frequencies, true)
  return item ? readFrequencies(item) : { ...noFrequencies, version: 0 }
}

/** Counts the words of a contact, if it belongs to the sample. Of two at once one counts: it is an estimate. */
export async function learnWords(
  table: Table,
  contactId: string,
  tokens: ReadonlySet<string>,
  known: Kept,
): Promise<Kept | undefined> {
  if (!isSampled(contactId, known)) return undefined
  const { version, ...fresh } = await loadFrequencies(table)
  const learnt = { ...learn(fresh, [...tokens].filter(isWord)), version: version + 1 }
  const { written } = await table.put(frequenciesItem(learnt, learnt.version), version === 0 ? 'absent' : { version })
  return written ? learnt : undefined
}
