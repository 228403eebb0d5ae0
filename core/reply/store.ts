import type { EventEntry } from '../timeline/entry.ts'
import type { Reply } from './reply.ts'

/** Replies in the table; reads are strongly consistent. */
export type ReplyStore = {
  /** False: a reply of this id is there already. */
  create: (reply: Reply) => Promise<boolean>
  read: (id: string) => Promise<Reply | undefined>
  /** Writes `next`, which bears the version after `was`, with what the timeline tells of it. False: somebody was faster. */
  change: (next: Reply, was: Reply, events: EventEntry[]) => Promise<boolean>
  /** Those of a conversation, newest first. */
  ofConversation: (conversation: string, limit: number) => Promise<Reply[]>
}
