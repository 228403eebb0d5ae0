import { afterEach, describe, expect, test } from 'vitest'
import { facebookSender, instagramSender } from '../../adapters/providers/meta/sender.ts'
import { whatsappSender } from '../../adapters/providers/meta/whatsapp.ts'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { type MetaOptions, startMeta } from '../../bench/networks/meta.ts'
import type { SourceSecrets } from '../../core/webhook/source-secrets.ts'
import { files, person, replyOn, withFile } from './replies.ts'
import { senderContract } from './sender-contract.ts'

const options: MetaOptions = {
  accounts: [
    { network: 'facebook', id: '111', token: 'token-page' },
    { network: 'instagram', id: '112', token: 'token-instagram' },
    { network: 'whatsapp', id: '114', token: 'token-whatsapp' },
  ],
}
const tokens = { 111: 'token-page', 112: 'token-instagram', 114: 'token-whatsapp' }
const app = { appSecret: 'app-secret', verifyToken: 'verify' }
type Fetch = typeof globalThis.fetch
const access = (secrets: SourceSecrets, fetch?: Fetch) => ({
  secrets: async () => secrets,
  raw: files,
  ...(fetch && { fetch }),
})
const accessTo = (apiUrl: string, fetch?: Fetch) => access({ meta: { ...app, tokens, apiUrl } }, fetch)
const accessWithout = (apiUrl: string) => access({ meta: { ...app, tokens: { 999: 'another' }, apiUrl } })

const facebook = {
  senderAt: (url: string, fetch?: Fetch) => facebookSender(accessTo(url, fetch)),
  unconnected: (url: string) => facebookSender(accessWithout(url)),
}
const instagram = {
  senderAt: (url: string, fetch?: Fetch) => instagramSender(accessTo(url, fetch)),
  unconnected: (url: string) => instagramSender(accessWithout(url)),
}
const whatsapp = {
  senderAt: (url: string, fetch?: Fetch) => whatsappSender(accessTo(url, fetch)),
  unconnected: (url: string) => whatsappSender(accessWithout(url)),
}

const alice = {
  facebook: person('facebook', '111:501'),
  instagram: person('instagram', '112:502'),
  whatsapp: person('whatsapp', '442079460111'),
}
const comment = (text: string, inReplyTo = '222_333') =>
  replyOn({ network: 'facebook', form: 'comment', account: 'facebook:111', to: [alice.facebook], inReplyTo }, text)
const message = (text: string) =>
  replyOn(
    { network: 'facebook', form: 'direct', account: 'facebook:111', to: [alice.facebook], inReplyTo: 'm_1' },
    text,
  )
const privateReply = (text: string, inReplyTo = '222_333') =>
  replyOn(
    { network: 'facebook', form: 'private-reply', account: 'facebook:111', to: [alice.facebook], inReplyTo },
    text,
  )
const underPicture = (text: string, inReplyTo = '17900') =>
  replyOn({ network: 'instagram', form: 'comment', account: 'instagram:112', to: [alice.instagram], inReplyTo }, text)
const onInstagram = (text: string) =>
  replyOn({ network: 'instagram', form: 'direct', account: 'instagram:112', to: [alice.instagram] }, text)
const onWhatsApp = (text: string, to = alice.whatsapp) =>
  replyOn({ network: 'whatsapp', form: 'direct', account: 'whatsapp:114', to: [to], inReplyTo: 'wamid.1' }, text)

const everywhere: [string, string][] = [
  ['token', 'token-refused'],
  ['permission', 'no-permission'],
]
const start = () => startMeta(options)

senderContract('comments on Facebook', {
  ...{ start, ...facebook, reply: comment, rateLimit: 'rate-limit' },
  refusals: [...everywhere, ['deleted', 'target-gone']],
})

senderContract('messages of Messenger', {
  ...{ start, ...facebook, reply: message, rateLimit: 'rate-limit' },
  refusals: [...everywhere, ['unreachable', 'not-reachable']],
})

senderContract('comments on Instagram', {
  ...{ start, ...instagram, reply: underPicture, rateLimit: 'rate-limit' },
  refusals: [...everywhere, ['deleted', 'target-gone']],
})

senderContract('messages of Instagram', {
  ...{ start, ...instagram, reply: onInstagram, rateLimit: 'rate-limit' },
  refusals: [...everywhere, ['unreachable', 'not-reachable']],
})

senderContract('messages of WhatsApp', {
  ...{ start, ...whatsapp, reply: onWhatsApp, rateLimit: 'pair rate, whatsapp' },
  refusals: [...everywhere, ['outside window, whatsapp', 'outside-window']],
})

describe('answers on networks of Meta', () => {
  let there: Loopback | undefined
  afterEach(() => there?.close())
  const started = async (more: Partial<MetaOptions> = {}) => {
    there = await startMeta({ ...options, ...more })
    return there
  }

  test('a person answers after 24 hours under the tag for it; a survey does not', async () => {
    const there = await started()
    const sender = facebook.senderAt(there.url)
    there.fault(['outside window'])
    expect((await sender.send(message('Still here to help.'))).outcome).toBe('sent')
    expect(there.attempts()).toBe(2)
    there.fault(['outside window'])
    const survey = await sender.send({ ...message('How was it?'), purpose: 'survey' })
    expect(survey).toMatchObject({ outcome: 'refused', code: 'outside-window' })
    there.fault(['outside window', 'outside window'])
    expect(await sender.send(message('After a week.'))).toMatchObject({ outcome: 'refused', code: 'outside-window' })
    expect(there.sent).toHaveLength(1)
  })

  test('an error that Meta itself calls unknown is unclear, and found', async () => {
    const there = await started()
    there.fault(['unknown'])
    const sender = facebook.senderAt(there.url)
    expect(await sender.send(comment('Hello'))).toMatchObject({ outcome: 'unclear', code: 'error-there' })
  })

  test('Meta says how long to wait', async () => {
    const there = await started()
    there.fault(['rate-limit'])
    expect(await facebook.senderAt(there.url).send(comment('Hello'))).toMatchObject({ afterSeconds: 120 })
  })

  test('a comment has one private reply, a post of a visitor too', async () => {
    const there = await started()
    const sender = facebook.senderAt(there.url)
    expect((await sender.send(privateReply('In private'))).outcome).toBe('sent')
    expect(await sender.send(privateReply('Again'))).toMatchObject({ outcome: 'refused', code: 'already-answered' })
    expect((await sender.send(privateReply('About your post', '111_444'))).outcome).toBe('sent')
    expect(there.sent.map(({ form, target }) => [form, target])).toEqual([
      ['private-reply', '222_333'],
      ['private-reply', '111_444'],
    ])
  })

  test('a comment is found on a later page', async () => {
    const there = await started({ pageSize: 4 })
    const sender = facebook.senderAt(there.url)
    for (const n of Array(10).keys()) await sender.send(comment(`Comment number ${n}.`))
    expect(await sender.look?.(comment('Comment number 1.'))).toEqual({
      outcome: 'found',
      providerId: there.sent[1]?.id,
    })
    expect(await sender.look?.(comment('Comment number 10.'))).toEqual({ outcome: 'absent' })
  })

  test('a picture without words cannot be told from another one', async () => {
    const there = await started()
    const sender = facebook.senderAt(there.url)
    const picture = withFile(message('picture'), 'image/png', '')
    await sender.send(message('In words'))
    expect(await sender.look?.(picture)).toEqual({ outcome: 'absent' })
    await sender.send(withFile(message('another picture'), 'image/png', ''))
    expect(await sender.look?.(picture)).toEqual({ outcome: 'unclear' })
  })

  test('the same words twice are not told apart', async () => {
    const there = await started()
    const sender = facebook.senderAt(there.url)
    for (const reply of [message('Thank you!'), comment('Thank you!')]) {
      await sender.send(reply)
      expect(await sender.look?.(reply)).toEqual({ outcome: 'found', providerId: there.sent.at(-1)?.id })
      await sender.send(reply)
      expect(await sender.look?.(reply)).toEqual({ outcome: 'unclear' })
    }
  })

  test('a message that Meta shows as sent to somebody else is not taken for it', async () => {
    const reply = message('Thank you!')
    const shown = {
      ...{ id: 'm_9', created_time: new Date().toISOString(), message: 'Thank you!' },
      ...{ from: { id: '111' }, to: { data: [{ id: '777' }] } },
    }
    const fetch = async () => Response.json({ data: [{ messages: { data: [shown] } }] })
    expect(await facebook.senderAt('http://127.0.0.1:9', fetch).look?.(reply)).toEqual({ outcome: 'unclear' })
  })

  test('a mention on the media of another is answered there, and cannot be looked for', async () => {
    const there = await started()
    const sender = instagram.senderAt(there.url)
    const reply = underPicture('Thank you!', 'mention:p9:c9')
    expect((await sender.send(reply)).outcome).toBe('sent')
    expect(there.sent[0]).toMatchObject({ target: 'c9', text: 'Thank you!' })
    expect(await sender.look?.(reply)).toEqual({ outcome: 'unclear' })
  })

  test('a picture goes to Messenger by itself, and to WhatsApp with its caption', async () => {
    const there = await started()
    expect((await facebook.senderAt(there.url).send(withFile(message(''), 'image/png', ''))).outcome).toBe('sent')
    expect((await whatsapp.senderAt(there.url).send(withFile(onWhatsApp('Like this')))).outcome).toBe('sent')
    expect(there.sent.map(({ text, media }) => [text, media.length])).toEqual([
      ['', 1],
      ['Like this', 1],
    ])
  })

  test('people of WhatsApp are addressed by number or by their id with us', async () => {
    const there = await started()
    const sender = whatsapp.senderAt(there.url)
    await sender.send(onWhatsApp('By number'))
    await sender.send(onWhatsApp('By id', person('whatsapp', 'US.13491208655302741918')))
    expect(there.sent.map(({ to }) => to)).toEqual(['442079460111', 'US.13491208655302741918'])
    expect(there.sent[0]).toMatchObject({ target: 'wamid.1', account: '114' })
  })

  test('an unclear message of WhatsApp stays with a person: nobody can be asked', () => {
    const sender = whatsapp.senderAt('http://127.0.0.1:9')
    expect([sender.idempotent, sender.look]).toEqual([false, undefined])
  })
})
