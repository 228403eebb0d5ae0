import { ConnectClient } from '@aws-sdk/client-connect'
import { afterEach, describe, expect, test } from 'vitest'
import { connectSender } from '../../adapters/providers/connect/sender.ts'
import { phoneSender } from '../../adapters/providers/phone/sender.ts'
import { twilioSender } from '../../adapters/providers/twilio/sender.ts'
import { startConnect } from '../../bench/networks/connect.ts'
import { startTwilio, type TwilioOptions } from '../../bench/networks/twilio.ts'
import type { Reply } from '../../core/reply/reply.ts'
import type { Sent } from '../../core/reply/sender.ts'
import { afterTry } from '../../core/reply/transitions.ts'
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

/** Calls for one reply come from a number of their own. */
const callTo = (text: string) => {
  const last = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 90, 7) + 10
  const route = { network: 'phone' as const, form: 'call' as const, to: [person('phone', '+442079460123')] }
  return replyOn({ ...route, account: `+4420794609${last}` }, text)
}

const calling = (customer: string): Reply => {
  const reply = callTo('call')
  return {
    ...reply,
    id: customer.slice(1).padStart(32, '0'),
    route: { ...reply.route, to: [person('phone', customer)] },
  }
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

  test('the call of another customer between the same lines is not taken for ours', async () => {
    const there = await startTwilio(account)
    const sender = twilioAt(there.url)
    const [alice, bob] = [callTo('call'), calling('+442079460124')]
    there.fault(['error'])
    expect((await sender.send(alice)).outcome).toBe('unclear')
    expect((await sender.send(bob)).outcome).toBe('sent')
    expect(await sender.look?.(alice)).toEqual({ outcome: 'absent' })
    expect(await sender.look?.(bob)).toMatchObject({ outcome: 'found', providerId: there.sent[0]?.id })
    await there.close()
  })

  test('a later call to the same customer is not taken for ours', async () => {
    const there = await startTwilio(account)
    const sender = twilioAt(there.url)
    const reply = callTo('call')
    const earlier = (seconds: number) => new Date(Date.parse(reply.sendAt) - seconds * 1000).toISOString()
    await sender.send(reply)
    const doubted = { ...reply, sendAt: earlier(40), doubt: { since: earlier(30), looks: 0 } }
    expect(await sender.look?.(doubted)).toEqual({ outcome: 'unclear' })
    expect(await sender.look?.({ ...doubted, doubt: { since: earlier(0), looks: 0 } })).toMatchObject({
      ...{ outcome: 'found', providerId: there.sent[0]?.id },
    })
    await there.close()
  })

  test('a call that nobody of ours has picked up yet may be to anybody', async () => {
    const there = await startTwilio({ ...account, unanswered: ['+442079460124'] })
    const sender = twilioAt(there.url)
    await sender.send(calling('+442079460124'))
    expect(await sender.look?.(callTo('call'))).toEqual({ outcome: 'unclear' })
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
    const { twilio, aws, phoneWith, close } = await bothProviders()
    const sender = phoneWith({ connect })
    expect((await sender.send(callTo('through Connect'))).outcome).toBe('sent')
    const answer = callTo('through Twilio')
    expect((await sender.send({ ...answer, route: { ...answer.route, account: accountSid } })).outcome).toBe('sent')
    expect([aws.sent.length, twilio.sent.length]).toEqual([1, 1])
    await close()
  })

  test('looking for a call of Connect’s places none, and stays unclear', async () => {
    const { twilio, aws, phoneWith, close } = await bothProviders()
    const sender = phoneWith({ connect })
    for (const fault of ['taken, error', 'error']) {
      aws.fault([fault])
      const reply = callTo(fault)
      const tried = inDoubt(reply, await sender.send(reply))
      const asked = aws.attempts()
      expect(await sender.look?.(tried)).toEqual({ outcome: 'unclear' })
      expect(await phoneWith({}).look?.(tried)).toEqual({ outcome: 'unclear' })
      expect(aws.attempts()).toBe(asked)
    }
    expect([aws.sent.length, twilio.attempts()]).toEqual([1, 0])
    await close()
  })

  test('a call that was tried through Twilio is looked for there, whatever is configured by then', async () => {
    const { twilio, aws, phoneWith, close } = await bothProviders()
    twilio.fault(['taken, error', 'error'])
    const [reply, lost] = [callTo('tried through Twilio'), callTo('never taken')]
    const tried = inDoubt(reply, await phoneWith({}).send(reply))
    const triedInVain = inDoubt(lost, await phoneWith({}).send(lost))
    const sender = phoneWith({ connect })
    expect(await sender.look?.(tried)).toMatchObject({ outcome: 'found', providerId: twilio.sent[0]?.id })
    expect(await sender.look?.(triedInVain)).toEqual({ outcome: 'absent' })
    expect(aws.attempts()).toBe(0)
    await close()
  })

  test('where nobody can say through whom it was tried, nobody is called and it stays unclear', async () => {
    const { twilio, aws, phoneWith, close } = await bothProviders()
    const reply = callTo('a worker died')
    expect(await phoneWith({ connect }).look?.(reply)).toEqual({ outcome: 'unclear' })
    expect(await phoneWith({}).look?.(reply)).toEqual({ outcome: 'unclear' })
    expect([aws.attempts(), twilio.attempts()]).toEqual([0, 0])
    await close()
  })
})

/** Both stand-ins, and senders over them with these secrets beside Twilio's. */
async function bothProviders() {
  const [twilio, aws] = [await startTwilio(account), await startConnect()]
  const client = clientAt(aws.url)
  const phoneWith = (more: SourceSecrets) => {
    const all = access({ ...more, twilio: { authToken: 'the-token', accountSid, ...numbers, apiUrl: twilio.url } })
    return phoneSender(all, twilioSender(all), connectSender(all, client))
  }
  const close = async () => {
    await Promise.all([twilio.close(), aws.close()])
  }
  return { twilio, aws, phoneWith, close }
}

/** As the outbox keeps a reply after a try of which nobody knows. */
function inDoubt(reply: Reply, tried: Sent): Reply {
  if (tried.outcome !== 'unclear') throw new Error(`it was ${tried.outcome}`)
  return afterTry(
    reply,
    tried,
    { idempotent: false, send: async () => tried, look: async () => ({ outcome: 'unclear' }) },
    reply.sendAt,
  )
}
