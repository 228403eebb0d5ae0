import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Contact } from '../contact/contact.ts'
import { detailOf } from '../contact/subaddress.ts'
import { equalText } from '../signature/compare.ts'
import { base32, fromBase32 } from './base32.ts'

/**
 * A reply's id and a signature of it, 42 of a-z2-7: whoever bears it was shown that reply. The signature is cut to 80
 * bits (RFC 2104 section 5 asks for that at least), because a mailbox, `+r.` and the token must fit into the 64 octets
 * of a local part (RFC 5321 section 4.5.3.1.1).
 */
const idBytes = 16
const macBytes = 10
const token = /^[a-z2-7]{42}$/
const longestLocalPart = 64

/** The key of tokens, made of the deployment's identity key (64 hexadecimal digits), which signs nothing itself. */
export const replyTokenKey = (identityKey: string): Uint8Array =>
  hmac(sha256, hexToBytes(identityKey), utf8ToBytes('throughline reply token 1'))

/** `replyId` is 32 hexadecimal digits. */
export function signReply(key: Uint8Array, replyId: string): string {
  const id = hexToBytes(replyId)
  return base32(concatBytes(id, hmac(sha256, key, id).subarray(0, macBytes)))
}

/** The id of the reply that a token was signed for; undefined for every other text. */
export function repliedBy(key: Uint8Array, text: string): string | undefined {
  const bytes = token.test(text) ? fromBase32(text) : undefined
  if (bytes === undefined) return undefined
  const id = bytesToHex(bytes.subarray(0, idBytes))
  return equalText(signReply(key, id), text) ? id : undefined
}

/** The Message-ID, without its angle brackets, that a mail bears which brings a reply. */
export const replyMessageId = (signed: string, domain: string): string => `r.${signed}@${domain}`

/** Where to answer a reply: the mailbox with the token behind a plus sign; undefined when that is too long. */
export function replyAddress(mailbox: string, signed: string): string | undefined {
  const at = mailbox.lastIndexOf('@')
  const local = `${mailbox.slice(0, at)}+r.${signed}`
  return local.length <= longestLocalPart ? `${local}${mailbox.slice(at)}` : undefined
}

/** The Message-ID of the reply that a mail to this address answers: both bear its token. Whether it is signed is not asked. */
export function messageIdIn(address: string): string | undefined {
  const signed = /^r\.([a-z2-7]{42})$/.exec(detailOf(address) ?? '')?.[1]
  return signed === undefined ? undefined : replyMessageId(signed, address.slice(address.lastIndexOf('@') + 1))
}

const bearing = /^r\.([a-z2-7]{42})@/i
const mostTried = 20

/** What looks like tokens in what a contact refers to, or in an address it was sent to, the nearest first. */
export function tokensIn({ thread, to }: Pick<Contact, 'thread' | 'to'>): string[] {
  const addressed = to.flatMap(({ identifier }) => messageIdIn(identifier.value) ?? [])
  const referred = [thread?.inReplyTo ?? '', ...(thread?.references ?? []).toReversed()]
  const borne = [...addressed, ...referred].flatMap(id => bearing.exec(id)?.[1]?.toLowerCase() ?? [])
  return borne.slice(0, mostTried)
}

/** The id of the reply whose signed token a contact bears, in what it refers to or in an address it was sent to. */
export function replyTokenIn(key: Uint8Array, contact: Pick<Contact, 'thread' | 'to'>): string | undefined {
  for (const text of tokensIn(contact)) {
    const id = repliedBy(key, text)
    if (id !== undefined) return id
  }
  return undefined
}
