import { keptReads } from '../reading/kept-reads.ts'
import type { Source } from './source.ts'
import type { SourceStore } from './source-store.ts'

/** Reads sources and keeps each, also its absence, for `keepMs`: a changed source is seen after that. */
export const cachedSources = (
  { read }: Pick<SourceStore, 'read'>,
  now: () => number,
  keepMs?: number,
): ((sourceId: string) => Promise<Source | undefined>) => keptReads(read, now, keepMs)
