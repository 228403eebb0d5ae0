import type { Heard, HeardStore } from './heard.ts'
import { type Source, sourceOfDoor } from './source.ts'
import type { SourceStore } from './source-store.ts'

/** A source as the list shows it: what stands in for one that nobody configured, once something came from it. */
export type ListedSource = Source & { configured: boolean; heard: Heard | undefined }

type Stores = { sources: Pick<SourceStore, 'list'>; heard: Pick<HeardStore, 'list' | 'read'> }

/** Sources that are configured, and those that something came from, in the order of their ids, after the id `after`. */
export async function listSources({ sources, heard }: Stores, limit: number, after?: string): Promise<ListedSource[]> {
  const [configured, noted] = await Promise.all([sources.list(limit, after), heard.list(limit, after)])
  const known = new Map(noted.map(one => [one.id, one]))
  const unset = noted.filter(({ id }) => configured.every(source => source.id !== id))
  const all = [
    ...configured.map(source => ({ ...source, configured: true })),
    ...unset.map(({ id }) => ({ ...sourceOfDoor(id), configured: false })),
  ]
  const listed = all.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit)
  return Promise.all(
    listed.map(async source => ({ ...source, heard: known.get(source.id) ?? (await heard.read(source.id)) })),
  )
}
