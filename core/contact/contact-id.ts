import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The id of a contact: a pure function of what the provider sent, so that a redelivery meets its own key.
 * `account` is the source account at the provider (the receiving mailbox's source, the AccountSid, the Page), `original`
 * the provider's ORIGINAL id (X: the first of edit_history_tweet_ids; Asterisk: linkedid; mail: Message-ID, From, Date).
 * Both are length-prefixed before hashing, so no two different lists of parts give the same text.
 */
export function contactId(account: string, ...original: string[]): string {
  const text = [account, ...original].map(part => `${part.length}:${part}`).join('')
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)
}
