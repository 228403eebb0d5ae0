import { ConnectClient } from '@aws-sdk/client-connect'
import { afterEach, describe, expect, test } from 'vitest'
import { connectSender } from '../../adapters/providers/connect/sender.ts'
import { phoneSender } from '../../adapters/providers/phone/sender.ts'
import { twilioSender } from '../../adapters/providers/twilio/sender.ts'
import { startConnect } from '../../bench/networks/connect.ts'
import { startTwilio, type TwilioOptions } from '../../bench/networks/twilio.ts'
import type { SourceSecrets } from '../../core/webhook/source-secrets.ts'
import { files, person, replyOn } from './replies.ts'
import { senderContract } from './sender-contract.ts'

const accountSid = `AC${'1'.repeat(32)}`
const account: TwilioOptions = { accountSid, authToken: 'the-token', pageSize: 2 }
const numbers = { callerNumber: '+442079460999', agentNumber: '+442079460800' }
type Fetch = typeof globalThis.fetch
const access = (secrets: SourceSecrets, fetch?: Fetch) => ({
  secrets: async () => secrets,
  raw: files,
  ...(fetch && { fetch }),
})

/** Calls for one reply have numbers of their own: nothing else tells one call from another at Twilio. */
const callTo = (text: string) => {
  const last = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 90, 7) + 10
  const route = { network: 'phone' as const, form: 'call' as const, to: [person('phone', '+442079460123')] }
  return replyOn({ ...route, account: `+4420794609${last}` }, text)
}

const twilioAt = (apiUrl: string, fetch?: Fetch) =>
  twilioSender(access({ twilio: { authToken: 'the-token', accountSid, ...numbers, apiUrl } }, fetch))

senderContract('calls through Twilio', {
  start: () => startTwilio(account),
  senderAt: twilioAt,
  unconnected: apiUrl => twilioSender(access({ twilio: { authToken: 'the-token', apiUrl } })),
  ...{ reply: callTo, rateLimit: 'rate-limit' },
  refusals: [
    ['token', 'token-refused'],
    ['no number', 'own-number'],
    ['not allowed', 'destination-not-allowed'],
  ],
})

const clients: ConnectClient[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy()
})

/** As dependencies make it, but for the stand-in's address, and a wait that is short and yet enough. */
function clientAt(endpoint: string): ConnectClient {
  const client = new ConnectClient({
    ...{
      endpoint,
      region: 'eu-west-2',
      maxAttempts: 1,
      requestHandler: { requestTimeout: 1000, throwOnRequestTimeout: true },
    },
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  clients.push(client)
  return client
}

const connect = { instanceId: 'instance-1', contactFlowId: 'flow-1', callerNumber: '+442079460999' }

senderContract('calls through Amazon Connect', {
  start: () => startConnect(),
  senderAt: url => connectSender(access({ connect }), clientAt(url)),
  unconnected: url => connectSender(access({ connect: { instanceId: 'instance-1' } }), clientAt(url)),
  ...{ reply: callTo, rateLimit: 'rate-limit' },
  refusals: [
    ['token', 'no-permission'],
    ['no number', 'no-number'],
    ['not allowed', 'destination-not-allowed'],
  ],
})

describe('calling out', () => {
  test('rings our own line first, then the customer, and tells us of the call', async () => {
    const there = await startTwilio(account)
    const secrets = { twilio: { authToken: 'the-token', accountSid, ...numbers, apiUrl: there.url } }
    const sender = twilioSender({ ...access(secrets), publicUrl: 'https://api.example.com' })
    expect((await sender.send(callTo('call'))).outcome).toBe('sent')
    expect(there.sent[0]).toMatchObject({ to: '+442079460123', account: accountSid })
    expect(there.sent[0]?.target).toMatch(/ \+442079460800$/)
    await there.close()
  })

  test('two calls between the same lines at once are not told apart', async () => {
    const there = await startTwilio(account)
    const sender = twilioAt(there.url)
    const reply = callTo('call')
    await sender.send(reply)
    expect((await sender.look?.(reply))?.outcome).toBe('found')
    await sender.send(reply)
    expect(await sender.look?.(reply)).toEqual({ outcome: 'unclear' })
    await there.close()
  })

  test('needs a number', async () => {
    const reply = replyOn({ network: 'phone', form: 'call', to: [person('line', 'line-1')] }, 'call')
    expect(await twilioAt('http://127.0.0.1:9').send(reply)).toMatchObject({ outcome: 'refused', code: 'no-number' })
  })

  test('goes through Connect where a flow is set, through Twilio for calls of Twilio’s', async () => {
    const [twilio, aws] = [await startTwilio(account), await startConnect()]
    const secrets = { connect, twilio: { authToken: 'the-token', accountSid, ...numbers, apiUrl: twilio.url } }
    const sender = phoneSender(
      access(secrets),
      twilioSender(access(secrets)),
      connectSender(access(secrets), clientAt(aws.url)),
    )
    aws.fault(['taken, silence'])
    const reply = callTo('through Connect')
    expect((await sender.send(reply)).outcome).toBe('unclear')
    expect(await sender.look?.(reply)).toEqual({ outcome: 'found', providerId: aws.sent[0]?.id })
    const answer = callTo('through Twilio')
    expect((await sender.send({ ...answer, route: { ...answer.route, account: accountSid } })).outcome).toBe('sent')
    expect([aws.sent.length, twilio.sent.length]).toEqual([1, 1])
    await Promise.all([twilio.close(), aws.close()])
  })
})
