import type { Sender, Senders } from '../../core/reply/sender.ts'

/** A network that no credentials are there for. */
const notConnected: Sender = {
  idempotent: true,
  send: async () => ({
    outcome: 'refused',
    code: 'not-connected',
    advice: 'This network is not connected for answering. An operator puts its token into the secret of the sources.',
  }),
}

/** The way out of each network. */
export const senders = (): Senders => ({
  mail: notConnected,
  x: notConnected,
  facebook: notConnected,
  instagram: notConnected,
  whatsapp: notConnected,
  phone: notConnected,
})
