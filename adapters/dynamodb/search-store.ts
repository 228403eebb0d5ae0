import type { SearchIndex } from '../../core/search/search-index.ts'
import { tableCandidates } from './search-candidates.ts'
import { type SearchDeps, tableRefresh } from './search-refresh.ts'

/** The index that is kept in the table itself: docs/decisions/0060-search-in-the-table.md. */
export const tableSearchIndex = (deps: SearchDeps): SearchIndex => ({
  refresh: tableRefresh(deps),
  candidates: tableCandidates(deps.table),
})
