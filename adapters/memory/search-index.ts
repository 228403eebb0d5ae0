import { type Document, documentOf } from '../../core/search/document.ts'
import { matches } from '../../core/search/query.ts'
import type { ContactAt, SearchIndex } from '../../core/search/search-index.ts'
import { newestFirst, type Position } from '../../core/timeline/entry.ts'

/** Looks at every contact it was ever told of: small, slow and plainly right. */
export function memorySearchIndex(): SearchIndex {
  const kept = new Map<string, { at: ContactAt; document: Document }>()
  return {
    refresh: async (at, read) => {
      const entry = await read()
      if (entry) kept.set(JSON.stringify(at), { at, document: documentOf(entry.state) })
      else kept.delete(JSON.stringify(at))
    },
    candidates: async (terms, { before, hits }) => {
      const found = [...kept.values()]
        .filter(({ at, document }) => matches(document, terms) && isBefore(positionAt(at), before))
        .map(({ at }) => at)
        .sort((a, b) => newestFirst(positionAt(a), positionAt(b)))
      const last = found[hits - 1]
      if (found.length <= hits || last === undefined) return { found }
      const end = positionAt(last)
      return { found: found.filter(at => newestFirst(positionAt(at), end) <= 0), horizon: end }
    },
  }
}

const isBefore = (position: Position, before: Position | undefined): boolean =>
  before === undefined || newestFirst(before, position) < 0

const positionAt = ({ contactId, place }: ContactAt): Position => ({ sortAt: place.sortAt, entryId: contactId })
