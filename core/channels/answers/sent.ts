import type { Contact, Party } from '../../contact/contact.ts'
import type { Identifier } from '../../contact/identifier.ts'
import { contactFinding, setAside } from '../../payload/findings.ts'
import { type Reply, replySchema } from '../../reply/reply.ts'
import { sentContactId } from '../../reply/sent-contact-id.ts'
import type { Source } from '../../source/source.ts'
import type { Finding, Format, Payload } from '../channel.ts'

/**
 * A reply that a provider took, as send-reply stored it. Its contact has the id that the provider's own echo of it gets,
 * and is the part of it that we know ourselves: what it answers, in which conversation, and who wrote it.
 */
export const sent: Format = {
  name: 'sent',
  sourceKind: 'contacts',
  parse: async (payload, source) => [readSent(payload, source)],
}

function readSent(payload: Payload, source: Source): Finding {
  const reply = replyIn(payload.bytes)
  if (reply === undefined) return setAside('It is no reply in a form that this version knows.')
  return contactFinding(sentContact(reply, payload, source))
}

function replyIn(bytes: Uint8Array): Reply | undefined {
  try {
    return replySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function sentContact(reply: Reply, { receivedAt, rawRef }: Payload, source: Source): Contact {
  const { route, content, sentAt = reply.sendAt } = reply
  return {
    ...{
      v: 1,
      id: sentContactId(reply),
      part: 'sent',
      source: route.source,
      brand: reply.brand,
      department: reply.department,
    },
    ...wayOf(reply),
    ...{ direction: 'outbound', occurredAt: sentAt, receivedAt, revision: 0 },
    ...{ from: authorOf(reply, source), to: [...route.to, ...route.cc].slice(0, 50), text: content.text },
    ...(content.subject !== undefined && { subject: content.subject.slice(0, 1024) }),
    ...(reply.language !== undefined && { language: reply.language }),
    attachments: content.attachments.map(({ object, ...file }) => ({ ...file, ref: object })),
    thread: threadOf(reply),
    ...(reply.answers !== undefined && { answers: reply.answers }),
    ...(reply.purpose === 'reply' && { agent: reply.by }),
    ...(reply.providerId !== undefined && { provider: { account: route.account, id: reply.providerId } }),
    ...{ evidence: [], rawRef },
  }
}

function wayOf({ route: { network, form } }: Reply): Pick<Contact, 'channel' | 'kind' | 'social' | 'call'> {
  switch (form) {
    case 'mail':
      return { channel: 'email', kind: 'mail' }
    case 'post':
    case 'comment':
      return { channel: 'social', kind: 'comment', social: { network, visibility: 'public' } }
    case 'direct':
    case 'private-reply':
      return { channel: 'message', kind: 'direct', social: { network, visibility: 'private' } }
    case 'call':
      return { channel: 'phone', kind: 'call', call: { answered: false, durationSeconds: 0 } }
    default:
      return form satisfies never
  }
}

/** Networks scope ids in threads as their own parsers do, so that whoever answers comes back to the conversation. */
function threadOf({ route, providerId, id }: Reply): NonNullable<Contact['thread']> {
  const { inReplyTo, references, form, account, to } = route
  const own = form === 'mail' ? (providerId ?? id) : (inReplyTo ?? providerId ?? id)
  const whole = form === 'direct' ? `${account}:${to[0]?.identifier.value ?? ''}` : own
  return { id: whole.slice(0, 1024), ...(inReplyTo !== undefined && { inReplyTo }), references }
}

/** Our own end of it. */
function authorOf({ route, actor }: Reply, source: Source): Party {
  const own = ownIdentifier(route, source)
  return { identifier: own ?? { type: 'line', value: route.source }, name: actor.slice(0, 256) }
}

function ownIdentifier({ network, account }: Reply['route'], source: Source): Identifier | undefined {
  if (network === 'mail') return { type: 'email', value: account }
  return source.ownIdentifiers.find(({ type }) => type === (network === 'phone' ? 'phone' : network))
}
