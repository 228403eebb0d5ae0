import type { EventEntry } from '../timeline/entry.ts'
import type { Reply } from './reply.ts'

/** The newest replies of a conversation, newest first, and how often it was answered by then. */
export type Answering = { replies: Reply[]; version: number }

/** Replies in the table; reads are strongly consistent. */
export type ReplyStore = {
  ofConversation: (conversation: string, limit: number) => Promise<Answering>
  /** `version` is that of the answering that was read. False: somebody answered meanwhile, or the id is taken. */
  create: (reply: Reply, version: number) => Promise<boolean>
  read: (id: string) => Promise<Reply | undefined>
  /** Writes `next`, which bears the version after `was`, with what the timeline tells of it. False: somebody was faster. */
  change: (next: Reply, was: Reply, events: EventEntry[]) => Promise<boolean>
}
