import * as z from 'zod'
import type { Sent } from '../../../core/reply/sender.ts'
import { rateLimited, refused, tokenRefused } from '../http/outcome.ts'
import type { Answered } from '../http/request.ts'

export const twilioName = 'Twilio'

const errorSchema = z.object({ code: z.number() })

const cannotCall = refused(
  'not-reachable',
  'This number cannot be called. Check it with the customer, or write instead.',
)
const notAllowed = refused(
  'destination-not-allowed',
  'Our Twilio account may not call this country or number. An operator allows it in Twilio’s voice permissions; or write instead.',
)
const ourNumber = refused(
  'own-number',
  'Twilio does not let us call from our number. An operator checks callerNumber and agentNumber (runbook, “Tokens for answering”).',
)

/** https://www.twilio.com/docs/api/errors */
const byCode: Record<number, Sent> = {
  ...{ 21211: cannotCall, 21214: cannotCall, 21217: cannotCall, 13223: cannotCall, 13224: cannotCall },
  ...{ 21215: notAllowed, 21216: notAllowed, 21219: notAllowed, 13227: notAllowed },
  ...{ 21210: ourNumber, 21212: ourNumber, 21213: ourNumber },
}

/** A 429 was never processed (error 20429), so it is safe to ask again, after Retry-After where it is given. */
export function twilioRefusal({ status, headers, body }: Answered): Sent | undefined {
  const code = errorSchema.catch({ code: 0 }).parse(body).code
  if (status === 429 || code === 20429) return rateLimited(twilioName, Number(headers.get('retry-after')) || 10)
  if (status === 401 || code === 20003) return tokenRefused(twilioName)
  return byCode[code]
}
