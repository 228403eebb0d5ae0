import { ConnectClient } from '@aws-sdk/client-connect'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { networkSenders } from '../../adapters/providers/network-senders.ts'
import { echoOf } from '../../bench/networks/echoes.ts'
import type { Taken } from '../../bench/networks/loopback.ts'
import { type Networks, startNetworks } from '../../bench/networks/networks.ts'
import type { Format } from '../../core/channels/channel.ts'
import { twilioVoice } from '../../core/channels/phone/twilio-voice.ts'
import { meta } from '../../core/channels/social/meta.ts'
import { x } from '../../core/channels/social/x.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import type { Reply } from '../../core/reply/reply.ts'
import type { Source } from '../../core/source/source.ts'
import { metaSource, onlyContact, payloadOf, phoneSource, reasonsIn, xSource } from '../channels/payloads.ts'
import { files, person, replyOn } from './replies.ts'

const own = { x: '100', facebook: '111', instagram: '112', whatsapp: '114' }
const alice = {
  x: person('x', '2001'),
  facebook: person('facebook', '111:501'),
  instagram: person('instagram', '112:502'),
}
const route = (network: 'x' | 'facebook' | 'instagram', form: Reply['route']['form'], inReplyTo: string) =>
  replyOn(
    { network, form, account: `${network}:${own[network]}`, to: [alice[network]], inReplyTo },
    `${network} ${form}`,
  )

const answers: [Reply, Format, Source][] = [
  [route('x', 'post', '501'), x, xSource],
  [route('x', 'direct', '502'), x, xSource],
  [route('facebook', 'comment', '222_333'), meta, metaSource],
  [route('facebook', 'direct', 'm_1'), meta, metaSource],
  [route('facebook', 'private-reply', '222_334'), meta, metaSource],
  [route('instagram', 'comment', '17900'), meta, metaSource],
  [route('instagram', 'direct', 'm_2'), meta, metaSource],
]

describe('what was sent', () => {
  const client = new ConnectClient({ region: 'eu-west-2', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
  const took: Taken[] = []
  let networks: Networks
  beforeEach(async () => {
    networks = await startNetworks(own, 'the-token', taken => took.push(taken))
  })
  afterEach(() => networks.close())
  const senders = () => {
    const secrets = networks.secretsWith({ x: { consumerSecret: 'x' }, meta: { appSecret: 'a', verifyToken: 'v' } })
    return networkSenders({ secrets: async () => secrets, raw: files }, client)
  }
  const echo = () => {
    const [taken] = took.splice(0)
    return (taken && echoOf(taken)?.body) ?? ''
  }

  test.each(answers)('meets its echo: %#', async (reply, format, source) => {
    const { network } = reply.route
    const sent = network === 'mail' ? undefined : await senders()[network].send(reply)
    const providerId = sent?.outcome === 'sent' ? sent.providerId : ''
    const contact = await onlyContact(format.parse(payloadOf(echo()), source))
    expect(contact).toMatchObject({ direction: 'outbound', text: reply.content.text })
    expect(contact.id).toBe(contactId(reply.route.account, providerId))
    expect(contact.provider).toEqual({ account: reply.route.account, id: providerId })
  })

  test('through WhatsApp has no echo, only news of its way', async () => {
    const to = [person('whatsapp', '442079460111')]
    const reply = replyOn({ network: 'whatsapp', form: 'direct', account: 'whatsapp:114', to }, 'Hello')
    expect((await senders().whatsapp.send(reply)).outcome).toBe('sent')
    expect(reasonsIn(await meta.parse(payloadOf(echo()), metaSource))[0]).toMatch(/^not-a-contact/)
  })

  test('as a call is the call that Twilio tells of', async () => {
    const to = [person('phone', '+442079460123')]
    const sent = await senders().phone.send(replyOn({ network: 'phone', form: 'call', to }, 'call'))
    const contact = await onlyContact(twilioVoice.parse(payloadOf(echo()), phoneSource))
    expect(contact.direction).toBe('outbound')
    expect(sent).toEqual({ outcome: 'sent', providerId: contact.provider?.id, account: contact.provider?.account })
  })
})
