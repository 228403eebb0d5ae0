import type { Draft } from './draft.ts'

/** Drafts in the table; reads are strongly consistent. `was` is the version that was read, undefined: there is none. */
export type DraftStore = {
  /** In the order of their authors. */
  ofConversation: (conversation: string) => Promise<Draft[]>
  read: (conversation: string, author: string) => Promise<Draft | undefined>
  /** False: another version stands there, or none. */
  write: (draft: Draft, was: number | undefined) => Promise<boolean>
  /** Throws a version away. False: another one stands there; none is as good as thrown away. */
  remove: (conversation: string, author: string, was: number) => Promise<boolean>
  /** Whatever stands there goes: it was sent. */
  discard: (conversation: string, author: string) => Promise<void>
}
