import { emailIdentifier } from '../channels/email/addresses.ts'
import type { Contact } from '../contact/contact.ts'
import type { Reply } from '../reply/reply.ts'
import { replyTokenIn, tokensIn } from '../reply/reply-token.ts'
import type { ReplyStore } from '../reply/store.ts'

export type AnsweredReplies = {
  replies: Pick<ReplyStore, 'read'>
  replyTokenKey: () => Promise<Uint8Array>
}

/** The reply of ours that a customer's contact answers, as the signed token in it proves; undefined for most contacts. */
export async function answeredReply(
  { replies, replyTokenKey }: AnsweredReplies,
  contact: Contact,
): Promise<Reply | undefined> {
  if (contact.direction !== 'inbound' || tokensIn(contact).length === 0) return undefined
  const id = replyTokenIn(await replyTokenKey(), contact)
  return id === undefined ? undefined : replies.read(id)
}

const mostReferences = 100

/** The contact, which refers to the mail that the reply answered and to the reply as the provider sent it. */
export function inThreadOf({ route, providerId }: Reply, contact: Contact): Contact {
  const { id, references, ...rest } = contact.thread ?? { id: contact.id, references: [] }
  const known = [...references, route.inReplyTo, providerId].flatMap(one => one ?? [])
  const [first = '', ...later] = new Set(known)
  return { ...contact, thread: { ...rest, id, references: [first, ...later.slice(1 - mostReferences)] } }
}

/**
 * What its token shows of the author, for identity alone: who answers from another address was shown what went to the
 * first, so both are one person's, by assertion; a mail may be passed on. Where it went to several people nobody knows
 * which of them it is, and what a machine answers shows nothing.
 */
export function withTokenEvidence({ route }: Reply, contact: Contact): Contact {
  const addressed = new Set([...route.to, ...route.cc].map(({ identifier }) => identifier.value))
  const [only] = addressed
  if (contact.automatic !== undefined || only === undefined || addressed.size > 1) return contact
  if (addressed.has(contact.from.identifier.value)) return contact
  const shown = { identifier: emailIdentifier(only), tier: 'T2' as const, how: 'reply-token' }
  return { ...contact, evidence: [...contact.evidence.slice(0, 49), shown] }
}
