import type { Source } from './source.ts'
import type { SourceStore } from './source-store.ts'

/** Reads sources and keeps each, also its absence, for `keepMs`: a changed source is seen after that. */
export function cachedSources(
  { read }: Pick<SourceStore, 'read'>,
  now: () => number,
  keepMs = 30_000,
): (sourceId: string) => Promise<Source | undefined> {
  const kept = new Map<string, { source: Promise<Source | undefined>; until: number }>()

  return async sourceId => {
    const known = kept.get(sourceId)
    if (known && known.until > now()) return known.source
    const source = read(sourceId)
    kept.set(sourceId, { source, until: now() + keepMs })
    source.catch(() => kept.delete(sourceId))
    return source
  }
}
