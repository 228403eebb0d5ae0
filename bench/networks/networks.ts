import type { SourceSecrets } from '../../core/webhook/source-secrets.ts'
import { startConnect } from './connect.ts'
import type { Loopback, Taken } from './loopback.ts'
import { type MetaAccount, startMeta } from './meta.ts'
import { startTwilio } from './twilio.ts'
import { startX } from './x.ts'

export type Accounts = { x: string; facebook: string; instagram: string; whatsapp: string }

/** Stand-ins for every network, and the secrets that send answers there. */
export type Networks = {
  x: Loopback
  meta: Loopback
  twilio: Loopback
  connect: Loopback
  /** The secrets of the sources as they were, with what answering through the stand-ins needs. */
  secretsWith: (secrets: SourceSecrets) => SourceSecrets
  close: () => Promise<void>
}

const accountSid = 'AC00000000000000000000000000000001'

/** Starts all of them on free ports of 127.0.0.1. `onSent` is told of each message that one of them took. */
export async function startNetworks(
  own: Accounts,
  authToken: string,
  onSent?: (taken: Taken) => void,
): Promise<Networks> {
  const told = onSent ? { onSent } : {}
  const accounts = (['facebook', 'instagram', 'whatsapp'] as const).map(
    (network): MetaAccount => ({ network, id: own[network], token: `token of ${network}` }),
  )
  const x = await startX({ userId: own.x, token: 'token of x', ...told })
  const meta = await startMeta({ accounts, ...told })
  const twilio = await startTwilio({ accountSid, authToken, ...told })
  const connect = await startConnect(told)
  const tokens = Object.fromEntries(accounts.map(({ id, token }) => [id, token]))
  return {
    ...{ x, meta, twilio, connect },
    secretsWith: secrets => ({
      ...secrets,
      ...(secrets.x && { x: { ...secrets.x, userToken: 'token of x', userId: own.x, apiUrl: x.url } }),
      ...(secrets.meta && { meta: { ...secrets.meta, tokens, apiUrl: meta.url } }),
      twilio: {
        authToken,
        accountSid,
        callerNumber: '+442079460999',
        agentNumber: '+442079460800',
        apiUrl: twilio.url,
      },
    }),
    close: async () => {
      await Promise.all([x.close(), meta.close(), twilio.close(), connect.close()])
    },
  }
}
