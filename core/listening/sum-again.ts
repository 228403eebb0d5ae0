import type { MentionCount } from './listening.ts'
import type { ListeningStore } from './store.ts'

const mostPanels = 1000
const page = 500

/**
 * Adds counts to the sums of their months that are not in them, which are those that were kept before there were sums: each
 * is delivered again, which changes nothing else. Counts may go on coming meanwhile, and doing it again does no harm.
 * Answers how many counts there are.
 */
export async function sumAgain(store: Pick<ListeningStore, 'listPanels' | 'counts' | 'keep'>): Promise<number> {
  let found = 0
  for (const { id } of await store.listPanels(mostPanels))
    for await (const counts of everyCount(store, id)) {
      await store.keep(counts)
      found += counts.length
    }
  return found
}

async function* everyCount({ counts }: Pick<ListeningStore, 'counts'>, panel: string): AsyncGenerator<MentionCount[]> {
  let after: MentionCount | undefined
  for (;;) {
    const found = await counts(panel, { from: '0000-01-01', until: '9999-12-31', limit: page, ...(after && { after }) })
    if (found.length > 0) yield found
    if (found.length < page) return
    after = found.at(-1)
  }
}
