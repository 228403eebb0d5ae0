import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked, Sender } from '../../../core/reply/sender.ts'
import { isSent, type ProviderAccess, readSecrets } from '../access.ts'

/**
 * Calls go through Amazon Connect where a flow for them is set, and the reply does not answer a call of Twilio's; else
 * through Twilio. Asking Connect again under the same id is its look-up.
 */
export function phoneSender(access: ProviderAccess, twilio: Sender, connect: Sender): Sender {
  const senderOf = async ({ route }: Reply): Promise<Sender> => {
    if (route.account.startsWith('arn:')) return connect
    if (route.account.startsWith('AC')) return twilio
    const secrets = await readSecrets(access)
    return !isSent(secrets) && secrets.connect?.contactFlowId !== undefined ? connect : twilio
  }
  return {
    idempotent: false,
    send: async reply => (await senderOf(reply)).send(reply),
    look: async reply => {
      const sender = await senderOf(reply)
      return sender.look ? sender.look(reply) : askedAgain(sender, reply)
    },
  }
}

async function askedAgain(sender: Sender, reply: Reply): Promise<Looked> {
  const sent = await sender.send(reply)
  if (sent.outcome === 'sent') return { ...sent, outcome: 'found' }
  return { outcome: sent.outcome === 'refused' ? 'absent' : 'unclear' }
}
