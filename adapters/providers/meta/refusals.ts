import * as z from 'zod'
import type { Sent } from '../../../core/reply/sender.ts'
import { rateLimited, refused, tokenRefused } from '../http/outcome.ts'
import type { Answered } from '../http/request.ts'

const errorSchema = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().optional() }) })

/** What a refusal of Meta's says, in one word. */
export type MetaReason = keyof typeof advice | 'rate-limit' | 'token-refused' | 'unclear'

/**
 * Error codes, and subcodes where they say more.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 * https://developers.facebook.com/docs/messenger-platform/error-codes
 * https://developers.facebook.com/docs/graph-api/reference/page/messages (551, 10900, 10903, 230)
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 * 1, 2 and WhatsApp's 131000 are "unknown" or "retry later": Meta itself tells of messages that were sent all the same.
 */
const byCode: Record<number, MetaReason> = {
  ...{ 1: 'unclear', 2: 'unclear', 131000: 'unclear' },
  ...{ 4: 'rate-limit', 17: 'rate-limit', 32: 'rate-limit', 341: 'rate-limit', 613: 'rate-limit' },
  ...{ 80001: 'rate-limit', 80002: 'rate-limit', 80006: 'rate-limit', 80007: 'rate-limit' },
  ...{ 130429: 'rate-limit', 131048: 'rate-limit', 131056: 'rate-limit', 131016: 'rate-limit', 133004: 'rate-limit' },
  ...{ 0: 'token-refused', 102: 'token-refused', 190: 'token-refused', 467: 'token-refused' },
  ...{ 3: 'no-permission', 10: 'no-permission', 131005: 'no-permission', 131031: 'blocked' },
  ...{ 368: 'blocked', 2022: 'blocked', 130497: 'blocked', 506: 'duplicate', 10900: 'already-answered' },
  ...{ 551: 'not-reachable', 230: 'not-reachable', 131026: 'not-reachable', 131030: 'not-reachable' },
  ...{ 10903: 'target-gone', 33: 'target-gone', 10904: 'messages-closed' },
  ...{ 470: 'outside-window', 131047: 'outside-window', 131062: 'not-reachable' },
}

const bySubcode: Record<number, MetaReason> = {
  ...{ 2018278: 'outside-window', 2018065: 'outside-window', 2018109: 'outside-window' },
  ...{ 2018001: 'not-reachable', 2018108: 'not-reachable', 2534022: 'outside-window' },
  ...{ 33: 'target-gone', 1446036: 'duplicate' },
}

/** What somebody who answers customers can do. None of it quotes what Meta wrote. */
const advice = {
  'no-permission':
    'Our app may not do this there. An operator gives it the permission (runbook, “Tokens for answering”).',
  blocked:
    'Meta has limited what our account may send. An operator looks at the account’s quality page; choose another channel.',
  duplicate: 'The same words stand there already. Look whether the customer has them, or change a word.',
  'already-answered':
    'This comment already had its one private reply. Look in the inbox of the account; go on when the customer writes back.',
  'not-reachable':
    'The customer cannot be reached there: they blocked us, left, or take no messages. Choose another channel.',
  'messages-closed':
    'Messages are switched off for our account. An operator switches them on; answer in public meanwhile.',
  'target-gone':
    'What this answers was deleted, or is no longer visible to us. Send a message, or choose another channel.',
  'outside-window':
    'The customer wrote too long ago for an answer there (24 hours, for a person 7 days on Messenger and Instagram). Choose another channel, or wait for their next message.',
  'not-accepted': 'It was not accepted in this form. Change the answer, or send it on another channel.',
} as const

/** Undefined for what is no error of Meta's. */
export function reasonOf({ body }: Answered): MetaReason | undefined {
  const parsed = errorSchema.safeParse(body)
  if (!parsed.success) return undefined
  const { code, error_subcode: subcode = 0 } = parsed.data.error
  const known = bySubcode[subcode] ?? byCode[code]
  if (known !== undefined) return known
  return code >= 200 && code < 300 ? 'no-permission' : 'not-accepted'
}

/** An answer of 5xx that names no reason that is for sure says nothing. */
export function metaRefusal(name: string, answer: Answered): Sent | undefined {
  const reason = reasonOf(answer)
  switch (reason) {
    case undefined:
      return answer.status === 429 ? rateLimited(name, 60) : undefined
    case 'rate-limit':
      return rateLimited(name, waitOf(answer))
    case 'token-refused':
      return tokenRefused(name)
    case 'unclear':
      return {
        outcome: 'unclear',
        code: 'error-there',
        advice: `${name} had an error and may have sent it all the same. Look there, then say here whether it is there.`,
      }
    case 'not-accepted':
      return answer.status >= 500 ? undefined : refused(reason, `${name}: ${advice[reason]}`)
    default:
      return refused(reason, `${name}: ${advice[reason]}`)
  }
}

const usageSchema = z.record(z.string(), z.array(z.object({ estimated_time_to_regain_access: z.number() })))

/**
 * Seconds until we may ask again: the longest that X-Business-Use-Case-Usage names (in minutes), else one minute.
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
function waitOf({ headers }: Answered): number {
  const usage = usageSchema.safeParse(readUsage(headers.get('x-business-use-case-usage')))
  const waits = usage.success ? Object.values(usage.data).flat() : []
  const minutes = Math.max(0, ...waits.map(({ estimated_time_to_regain_access }) => estimated_time_to_regain_access))
  return minutes > 0 ? minutes * 60 : 60
}

function readUsage(header: string | null): unknown {
  try {
    return JSON.parse(header ?? 'null')
  } catch {
    return undefined
  }
}
