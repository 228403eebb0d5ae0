import { type ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Sender, Sent } from '../../../core/reply/sender.ts'
import { isSent, type ProviderAccess, readSecrets } from '../access.ts'
import { notConnected, rateLimited, refused, unclear, unreached } from '../http/outcome.ts'
import { wasNeverSent } from '../http/request.ts'

const name = 'Amazon Connect'

/**
 * An outbound call of Amazon Connect's: it calls the customer, and the flow puts the call in a queue, from where an agent
 * takes it. The reply's id is the ClientToken: asked again while that call goes on, Connect answers with the same contact.
 * The client is made with one attempt: trying again is the outbox's.
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundVoiceContact.html
 */
export const connectSender = (access: Pick<ProviderAccess, 'secrets' | 'raw'>, client: ConnectClient): Sender => ({
  idempotent: true,
  send: async reply => {
    const secrets = await readSecrets(access)
    if (isSent(secrets)) return secrets
    const { instanceArn, contactFlowId, queueId, callerNumber } = secrets.connect ?? {}
    const instanceId = secrets.connect?.instanceId ?? instanceArn?.split('/').at(-1)
    if (!instanceId || !contactFlowId) return notConnected(name, 'instanceArn or contactFlowId')
    const command = new StartOutboundVoiceContactCommand({
      ...{ InstanceId: instanceId, ContactFlowId: contactFlowId, ClientToken: reply.id },
      DestinationPhoneNumber: reply.route.to[0]?.identifier.value ?? '',
      ...(queueId && { QueueId: queueId }),
      ...(callerNumber && { SourcePhoneNumber: callerNumber }),
      Attributes: attributesOf(reply),
    })
    return client.send(command).then(({ ContactId }) => started(ContactId, instanceArn), refusal)
  },
})

/** What the flow can show the agent who takes the call: our ids only. */
const attributesOf = ({ id, conversation }: Reply): Record<string, string> => ({ reply: id, conversation })

const started = (providerId: string | undefined, account: string | undefined): Sent =>
  providerId === undefined ? unclear(name) : { outcome: 'sent', providerId, ...(account && { account }) }

/** Connect allows two such calls a second. https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html */
function refusal(error: unknown): Sent {
  const what = error instanceof Error ? error.name : ''
  switch (what) {
    case 'TooManyRequestsException':
    case 'ThrottlingException':
    case 'LimitExceededException':
      return rateLimited(name, 5)
    case 'DestinationNotAllowedException':
      return refused(
        'destination-not-allowed',
        `${name} may not call this number. An operator allows its country; or write instead.`,
      )
    case 'OutboundContactNotPermittedException':
      return refused('not-reachable', `${name} does not permit this call. Write instead.`)
    case 'InvalidParameterException':
    case 'InvalidRequestException':
      return refused('no-number', 'This number cannot be called. Check it with the customer, or write instead.')
    case 'ResourceNotFoundException':
    case 'AccessDeniedException':
      return refused(
        'no-permission',
        `${name} does not know our flow, or lets us not use it. An operator checks it (runbook, “Tokens for answering”).`,
      )
    default:
      return wasNeverSent(error) ? unreached(name) : unclear(name)
  }
}
