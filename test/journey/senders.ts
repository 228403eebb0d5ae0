import { createTransport } from 'nodemailer'
import { signMeta } from '../../core/signature/meta.ts'
import { signThroughline } from '../../core/signature/throughline.ts'
import { signTwilio } from '../../core/signature/twilio.ts'
import { signX } from '../../core/signature/x.ts'
import type { RunningStack } from './running-stack.ts'

/** What comes in from outside, as its sender would send it. Each answers when the stack has acknowledged it. */
export function sendersTo(stack: RunningStack) {
  const post = async (path: string, body: string, headers: Record<string, string>): Promise<number> => {
    const response = await fetch(`${stack.url}${path}`, { method: 'POST', body, headers })
    await response.arrayBuffer()
    return response.status
  }
  const bytes = (body: string): Uint8Array => new TextEncoder().encode(body)

  return {
    mail: async (raw: string, to = 'support@localhost'): Promise<void> => {
      const transport = createTransport({ host: '127.0.0.1', port: stack.smtpPort, ignoreTLS: true })
      await transport.sendMail({ envelope: { from: 'sender@example.com', to: [to] }, raw })
      transport.close()
    },
    twilio: (parameters: Record<string, string>): Promise<number> => {
      const body = new URLSearchParams(parameters).toString()
      const url = `${stack.url}/webhooks/twilio/voice`
      const signature = signTwilio({ url, body: bytes(body) }, stack.secrets().twilio.authToken)
      return post('/webhooks/twilio/voice', body, {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
      })
    },
    x: (payload: object): Promise<number> => {
      const body = JSON.stringify(payload)
      return post('/webhooks/x', body, {
        'content-type': 'application/json',
        'x-twitter-webhooks-signature': signX(bytes(body), stack.secrets().x.consumerSecret),
      })
    },
    meta: (payload: object): Promise<number> => {
      const body = JSON.stringify(payload)
      return post('/webhooks/meta', body, {
        'content-type': 'application/json',
        'x-hub-signature-256': signMeta(bytes(body), stack.secrets().meta.appSecret),
      })
    },
    contacts: (contacts: object): Promise<number> => {
      const body = JSON.stringify(contacts)
      const secret = stack.secrets().contacts.local ?? ''
      return post('/webhooks/contacts/local', body, {
        'content-type': 'application/json',
        'x-throughline-signature': signThroughline(bytes(body), secret, new Date()),
      })
    },
  }
}
