import * as z from 'zod'
import type { Sent } from '../../../core/reply/sender.ts'
import { rateLimited, refused, tokenRefused } from '../http/outcome.ts'
import type { Answered } from '../http/request.ts'
import { xName } from './api.ts'

/** What X's API calls a problem; `detail` tells what its `type`, mostly about:blank, does not. */
const problemSchema = z.object({
  type: z.string().catch(''),
  title: z.string().catch(''),
  detail: z.string().catch(''),
})

/** A refusal for the same words that we posted before: our own first try may be what they repeat. */
export const duplicate = refused(
  'duplicate',
  'X already has these words from us in answer to that. Look there whether the customer has them, or change a word.',
)

/**
 * X's refusals. 429 gives the time in x-rate-limit-reset (epoch seconds). Nothing is known of 5xx.
 * https://docs.x.com/x-api/fundamentals/response-codes-and-errors
 * https://docs.x.com/x-api/fundamentals/rate-limits
 */
export function xRefusal({ status, headers, body }: Answered, now: number): Sent | undefined {
  const problem = problemSchema.catch({ type: '', title: '', detail: '' }).parse(body)
  if (status === 429) return rateLimited(xName, secondsUntilReset(headers, now))
  if (status === 401) return tokenRefused(xName)
  if (status === 403) return forbidden(problem)
  if (status === 404) return targetGone
  if (status === 400) return badRequest(problem.detail)
  return undefined
}

/** The usual window of X is a quarter of an hour: asked again after a minute where it does not say how much is left. */
function secondsUntilReset(headers: Headers, now: number): number {
  const reset = Number(headers.get('x-rate-limit-reset') ?? Number.NaN)
  return Number.isFinite(reset) ? reset - now / 1000 : 60
}

const targetGone = refused(
  'target-gone',
  'The post was deleted or is no longer visible to us. Answer by direct message, or on another channel.',
)

const badRequest = (detail: string): Sent | undefined => (/deleted|not visible/i.test(detail) ? targetGone : undefined)

/** What X says in its words only, most particular first. */
const reasons: [RegExp, Sent][] = [
  [/duplicate|already said/i, duplicate],
  [/deleted|not visible/i, targetGone],
  [
    /(direct message|\bdm\b|send messages? to)/i,
    refused(
      'messages-closed',
      'The customer takes no direct messages from us. Ask in public for a message to us, or choose another channel.',
    ),
  ],
  [
    /repl(y|ies|ied)/i,
    refused(
      'reply-not-permitted',
      'X does not let us answer this post: its author limits who may, or never mentioned us. Send a direct message instead.',
    ),
  ],
  [
    /suspended|locked/i,
    refused('account-locked', 'X has locked our account. An operator unlocks it at x.com; then press “try again”.'),
  ],
]

const forbidden = ({ type, title, detail }: z.infer<typeof problemSchema>): Sent => {
  const known = reasons.find(([words]) => words.test(detail))?.[1]
  if (known !== undefined) return known
  if (/client-forbidden|unsupported-authentication|oauth1-permissions/.test(`${type} ${title}`))
    return refused(
      'no-permission',
      'Our app at X may not write. An operator gives it “Read and write and Direct message” and makes new tokens.',
    )
  return refused('forbidden', 'X did not allow it. Look at the post there, or choose another channel.')
}
