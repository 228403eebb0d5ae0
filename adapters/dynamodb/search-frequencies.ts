import { isWord } from '../../core/search/occurrences.ts'
import { type Frequencies, isSampled, learn, noFrequencies } from '../../core/search/rarity.ts'
import { searchKeys } from './keys.ts'
import { frequenciesItem, readFrequencies } from './search-items.ts'
import type { Table } from './table.ts'

type Known = Frequencies & { version: number }

/** Consistent: a word that is no longer posted is known to be frequent by whoever asks from then on. */
export async function loadFrequencies(table: Table): Promise<Known> {
  const item = await table.get(searchKeys.frequencies, true)
  return item ? readFrequencies(item) : { ...noFrequencies, version: 0 }
}

/** For this long a worker ranks words by what it read. */
const keepMs = 60_000
/** What one worker saw of the sample is written together: the item is charged by its size. */
const together = 8

/** The frequencies as one worker knows them, to which it adds what it sees. `now` is epoch milliseconds. */
export function frequenciesKeeper(table: Table, now: () => number) {
  let kept: { known: Known; until: number } | undefined
  const seen: string[][] = []
  const keep = (known: Known): Known => {
    kept = { known, until: now() + keepMs }
    return known
  }
  const get = async (): Promise<Known> => (kept && kept.until > now() ? kept.known : keep(await loadFrequencies(table)))
  return {
    get,
    /** Counts the words of a contact, if it belongs to the sample. What gets lost when a worker ends is no loss to an estimate. */
    see: async (contactId: string, tokens: ReadonlySet<string>): Promise<void> => {
      if (!isSampled(contactId, await get())) return
      seen.push([...tokens].filter(isWord))
      if (seen.length < together) return
      const learnt = await write(table, seen.splice(0))
      if (learnt) keep(learnt)
    },
  }
}

/** Of two that write at once one counts. */
async function write(table: Table, seen: string[][]): Promise<Known | undefined> {
  const { version, ...fresh } = await loadFrequencies(table)
  const learnt = { ...seen.reduce(learn, fresh), version: version + 1 }
  const { written } = await table.put(frequenciesItem(learnt, learnt.version), version === 0 ? 'absent' : { version })
  return written ? learnt : undefined
}
