import type { Reply } from '../../../core/reply/reply.ts'
import type { Sent } from '../../../core/reply/sender.ts'
import { isSent, type ProviderAccess, readSecrets } from '../access.ts'
import { notConnected, refused } from '../http/outcome.ts'
import { type Call, callWithin } from '../http/request.ts'
import { twilioName } from './refusals.ts'

/** Between whom a reply calls, and Twilio's API for it. */
export type Line = {
  accountSid: string
  caller: string
  agent: string
  customer: string
  base: string
  headers: Record<string, string>
  call: Call
}

const e164 = /^\+[1-9]\d{6,14}$/

/** The route's account is our number, or the account of the call that is answered; secrets fill in what it does not say. */
export async function lineOf(access: ProviderAccess, { route }: Reply): Promise<Line | Sent> {
  const secrets = await readSecrets(access)
  if (isSent(secrets)) return secrets
  const { authToken, accountSid, callerNumber, agentNumber, apiUrl = 'https://api.twilio.com' } = secrets.twilio ?? {}
  const caller = e164.test(route.account) ? route.account : callerNumber
  if (!authToken || !accountSid || !caller || !agentNumber)
    return notConnected(twilioName, 'accountSid, callerNumber or agentNumber')
  const customer = route.to[0]?.identifier.value ?? ''
  if (!e164.test(customer))
    return refused('no-number', 'There is no phone number of the customer to call. Ask for one, or write.')
  const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` }
  return { accountSid, caller, agent: agentNumber, customer, base: apiUrl, headers, call: callWithin(access) }
}

export const callsPath = ({ accountSid }: Line): string =>
  `/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Calls.json`
