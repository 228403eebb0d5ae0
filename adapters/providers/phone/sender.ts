import type { Reply } from '../../../core/reply/reply.ts'
import type { Looked, Sender, Sent } from '../../../core/reply/sender.ts'
import { isSent, type ProviderAccess, readSecrets } from '../access.ts'

type Way = 'twilio' | 'connect'

/**
 * Calls go through Amazon Connect where a flow for them is set, and the reply does not answer a call of Twilio's; else
 * through Twilio. What is configured may change between a try and the look for it, so that an unclear try says in its
 * code through whom it went. Looking never calls anybody: Connect can only be asked by calling, so there it stays unclear.
 */
export function phoneSender(access: ProviderAccess, twilio: Sender, connect: Sender): Sender {
  const senders = { twilio, connect }
  return {
    idempotent: false,
    send: async reply => {
      const way = wayOfAccount(reply) ?? (await configuredWay(access))
      return marked(await senders[way].send(reply), way)
    },
    look: async reply => {
      const way = wayOfAccount(reply) ?? triedWay(reply)
      return (way && (await senders[way].look?.(reply))) ?? unclear
    },
  }
}

const unclear: Looked = { outcome: 'unclear' }

/** The account of a provider's says whose it is; a number of ours does not. */
function wayOfAccount({ route: { account } }: Reply): Way | undefined {
  if (account.startsWith('arn:')) return 'connect'
  return account.startsWith('AC') ? 'twilio' : undefined
}

async function configuredWay(access: ProviderAccess): Promise<Way> {
  const secrets = await readSecrets(access)
  return !isSent(secrets) && secrets.connect?.contactFlowId !== undefined ? 'connect' : 'twilio'
}

const codes = { twilio: 'no-answer-twilio', connect: 'no-answer-connect' } as const

const marked = (sent: Sent, way: Way): Sent => (sent.outcome === 'unclear' ? { ...sent, code: codes[way] } : sent)

/** Undefined after a worker died: it left no word of whom it had asked. */
function triedWay({ trouble }: Reply): Way | undefined {
  if (trouble?.code === codes.twilio) return 'twilio'
  return trouble?.code === codes.connect ? 'connect' : undefined
}
