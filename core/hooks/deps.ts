import type { AutomationStore } from '../automation/store.ts'
import type { ConversationStore } from '../conversation/store.ts'
import type { ReplyStore } from '../reply/store.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Trouble } from './delivery.ts'
import type { Hook } from './hook.ts'
import type { HookStore } from './store.ts'

/** What is sent: the bytes that are signed, and the headers that say so. */
export type Post = { url: string; body: Uint8Array; headers: Record<string, string> }

/** What came of it: a status, or why there is none. `ms` is how long it took. */
export type Posted = { ms: number } & ({ status: number } | { trouble: Trouble })

/** What bodies are read from. */
export type BodyDeps = {
  timeline: Pick<TimelineStore, 'readContact'>
  conversations: Pick<ConversationStore, 'read'>
  replies: Pick<ReplyStore, 'read'>
  automations: Pick<AutomationStore, 'readFirings'>
}

/** What making deliveries needs. `later` puts one into the queue, kept back for so many seconds (900 at most). */
export type TellDeps = {
  store: Pick<HookStore, 'create' | 'read' | 'hooks'>
  later: (ids: string[], seconds: number) => Promise<void>
  /** RFC 3339 UTC, ms. */
  now: () => string
}

/** What telling other systems needs. */
export type HookDeps = TellDeps &
  BodyDeps & {
    store: HookStore
    /** Those that are active; a change may be seen half a minute late. */
    active: () => Promise<readonly Hook[]>
    /** Never throws for what the other side does or does not do. */
    post: (post: Post) => Promise<Posted>
    /** Tells operators that a webhook was switched off. */
    notice: (hook: string) => void
  }
