import * as z from 'zod'
import type { Sent } from '../../../core/reply/sender.ts'
import { rateLimited, refused, tokenRefused } from '../http/outcome.ts'
import type { Answered } from '../http/request.ts'

export const twilioName = 'Twilio'

const errorSchema = z.object({ code: z.number() })

const notAllowed = refused(
  'destination-not-allowed',
  'Our Twilio account may not call there. An operator allows it in Twilio’s voice permissions; or write instead.',
)
const ourNumber = refused(
  'own-number',
  'Twilio cannot call from callerNumber to agentNumber. An operator checks both (runbook, “Tokens for answering”).',
)

/** To and From of the call are both ours: that of the customer is dialled later. https://www.twilio.com/docs/api/errors */
const byCode: Record<number, Sent> = {
  ...{ 21210: ourNumber, 21211: ourNumber, 21212: ourNumber, 21214: ourNumber },
  ...{ 21215: notAllowed, 21216: notAllowed, 21219: notAllowed },
}

/** A 429 was never processed (error 20429), so it is safe to ask again, after Retry-After where it is given. */
export function twilioRefusal({ status, headers, body }: Answered): Sent | undefined {
  const code = errorSchema.catch({ code: 0 }).parse(body).code
  if (status === 429 || code === 20429) return rateLimited(twilioName, Number(headers.get('retry-after')) || 10)
  if (status === 401 || code === 20003) return tokenRefused(twilioName)
  return byCode[code]
}
