import type { Contact } from '../../contact/contact.ts'
import type { Source } from '../../source/source.ts'
import type { Reply } from '../reply.ts'

/** What a mail is made of: the reply, how its source writes, and what it answers, where that is known. */
export type Written = {
  reply: Reply
  source: Source
  answered: Contact | undefined
  /** What tokens of replies are signed with. */
  tokenKey: Uint8Array
}
