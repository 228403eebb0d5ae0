import type { ConsentStore } from '../consent/store.ts'
import type { Source } from '../source/source.ts'
import type { ReplyContent } from './content.ts'
import type { Reply } from './reply.ts'
import type { SituationDeps } from './situation.ts'
import type { Aim } from './target.ts'

/** An answer that somebody wants to give. `id` makes it one however often it is asked for. */
export type Ask = Aim & {
  id: string
  conversation: string
  purpose: Reply['purpose']
  by: { subject: string; actor: string }
  content: ReplyContent
  language?: string | undefined
  /** Seconds in which it may be undone. */
  undoSeconds: number
  /** The id or the time of the newest entry that the writer had seen; what came later is pointed out. */
  seen?: string | undefined
  /** Objections that the writer has read and does not share. */
  waive: readonly string[]
}

export type AcceptDeps = SituationDeps & {
  consent: Pick<ConsentStore, 'read' | 'readDefaults'>
  /** A source, or the default that stands in for one that nobody configured. */
  readSource: (id: string) => Promise<Source>
  /** RFC 3339 UTC, ms. */
  now: () => string
}
