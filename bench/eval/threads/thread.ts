import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { canonical } from '../../../core/contact/canonical.ts'

/** What somebody wrote or said in a thread. `id` is the tweet's id or the place of the turn; `at` is RFC 3339. */
export type Turn = { id: string; at: string; author: string; inbound: boolean; text: string }

/** A real conversation of one customer with a company, oldest first. */
export type Thread = { channel: 'mention' | 'direct'; turns: readonly Turn[] }

/** Names a thread without telling anything of it: SHA-256 of who said what, in order. */
export const threadHash = ({ turns }: Thread): string =>
  bytesToHex(
    sha256(
      new TextEncoder().encode(canonical(turns.map(({ id, author, inbound, text }) => [id, author, inbound, text]))),
    ),
  )
