import type { Source } from './source.ts'

/** The configured sources. A source nobody configured is not stored: `defaultSource` stands in for it. */
export type SourceStore = {
  read: (sourceId: string) => Promise<Source | undefined>
  list: (limit: number, after?: string) => Promise<Source[]>
  write: (source: Source) => Promise<void>
}
