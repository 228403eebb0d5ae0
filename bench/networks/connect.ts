import * as z from 'zod'
import {
  type Answer,
  type Asked,
  type Handled,
  type Ledger,
  type Loopback,
  ledgerOf,
  startLoopback,
  type Taken,
} from './loopback.ts'

export type ConnectOptions = { onSent?: (taken: Taken) => void }

const awsError = (status: number, name: string): Answer => ({
  ...{ status, headers: { 'x-amzn-errortype': name }, body: { Message: name } },
})

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundVoiceContact.html#API_StartOutboundVoiceContact_Errors */
const refusals = {
  'rate-limit': () => awsError(429, 'TooManyRequestsException'),
  'not allowed': () => awsError(403, 'DestinationNotAllowedException'),
  'no number': () => awsError(400, 'InvalidParameterException'),
  token: () => awsError(403, 'AccessDeniedException'),
} satisfies Record<string, () => Answer>

const requestSchema = z.object({ ClientToken: z.string(), DestinationPhoneNumber: z.string(), InstanceId: z.string() })

/** A stand-in for Amazon Connect: a call under a ClientToken that it knows is the call that it began. */
export function startConnect(options: ConnectOptions = {}): Promise<Loopback> {
  const ledger = ledgerOf('connect', options.onSent)
  const calls = new Map<string, string>()
  const handle = (asked: Asked): Handled =>
    asked.path === '/contact/outbound-voice'
      ? { kind: 'send', take: () => call(ledger, calls, asked) }
      : { kind: 'refuse', answer: awsError(404, 'ResourceNotFoundException') }
  return startLoopback(ledger.sent, { handle, refusals, error: awsError(500, 'InternalServiceException') })
}

function call(ledger: Ledger, calls: Map<string, string>, asked: Asked): Answer {
  const { ClientToken, DestinationPhoneNumber: to, InstanceId: account } = requestSchema.parse(asked.json())
  const known = calls.get(ClientToken)
  const id = known ?? `contact-${ledger.newId()}`
  calls.set(ClientToken, id)
  if (known === undefined) ledger.keep(id, { account, form: 'call', to, text: '', media: [] })
  return { status: 200, body: { ContactId: id } }
}
