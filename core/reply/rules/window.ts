import type { Network, Reply, ReplyForm } from '../reply.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * Until when (RFC 3339 UTC, ms) an answer may be sent, counted from what the customer wrote last: a message for `direct`,
 * the comment itself for `private-reply`. Undefined: at any time. Where the customer never wrote, it is over already.
 * - Messenger and Instagram: 24 hours; a person (not a survey or an automatic answer) may answer for 7 days, under the tag
 *   HUMAN_AGENT. https://developers.facebook.com/docs/messenger-platform/reference/send-api
 * - A private reply, once, within 7 days. https://developers.facebook.com/docs/messenger-platform/discovery/private-replies
 * - WhatsApp: 24 hours, afterwards approved templates only (error 131047).
 *   https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export function windowOf(
  network: Network,
  form: ReplyForm,
  lastInboundAt: string | undefined,
  purpose: Reply['purpose'] = 'reply',
): string | undefined {
  const length = windowLength(network, form, purpose)
  if (length === undefined) return undefined
  return new Date(lastInboundAt === undefined ? 0 : Date.parse(lastInboundAt) + length).toISOString()
}

function windowLength(network: Network, form: ReplyForm, purpose: Reply['purpose']): number | undefined {
  switch (network) {
    case 'facebook':
    case 'instagram':
      if (form === 'private-reply') return 7 * day
      if (form !== 'direct') return undefined
      return purpose === 'reply' ? 7 * day : day
    case 'whatsapp':
      return day
    case 'mail':
    case 'x':
    case 'phone':
      return undefined
    default:
      return network satisfies never
  }
}
