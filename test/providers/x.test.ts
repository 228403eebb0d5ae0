import { afterEach, describe, expect, test } from 'vitest'
import { oauthHeader } from '../../adapters/providers/x/oauth.ts'
import { xSender } from '../../adapters/providers/x/sender.ts'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { startX, type XOptions } from '../../bench/networks/x.ts'
import type { Reply } from '../../core/reply/reply.ts'
import type { SourceSecrets } from '../../core/webhook/source-secrets.ts'
import { files, person, replyOn, withFile } from './replies.ts'
import { senderContract } from './sender-contract.ts'

const connected = (url: string): SourceSecrets => ({
  x: { consumerSecret: 'the-secret', userToken: 'token-100', userId: '100', apiUrl: url },
})
const senderWith = (secrets: SourceSecrets, fetch?: typeof globalThis.fetch) =>
  xSender({ secrets: async () => secrets, raw: files, ...(fetch && { fetch }) })
const senderAt = (url: string, fetch?: typeof globalThis.fetch) => senderWith(connected(url), fetch)
const unconnected = (url: string) => senderWith({ x: { consumerSecret: 'the-secret', apiUrl: url } })

const options: XOptions = { userId: '100', token: 'token-100', deleted: ['666'] }
const post = (text: string, inReplyTo = '501') => replyOn({ network: 'x', form: 'post', inReplyTo }, text)
const direct = (text: string) => replyOn({ network: 'x', form: 'direct' }, text)

senderContract('replies to posts on X', {
  start: () => startX(options),
  ...{ senderAt, unconnected, reply: post, rateLimit: 'rate-limit' },
  refusals: [
    ['token', 'token-refused'],
    ['deleted', 'target-gone'],
    ['not permitted', 'reply-not-permitted'],
    ['duplicate', 'duplicate'],
  ],
})

senderContract('direct messages on X', {
  start: () => startX(options),
  ...{ senderAt, unconnected, reply: direct, rateLimit: 'rate-limit' },
  refusals: [
    ['token', 'token-refused'],
    ['messages closed', 'messages-closed'],
  ],
})

/** As if the reply had become due so many milliseconds later. */
const later = (reply: Reply, ms: number): Reply => ({
  ...reply,
  sendAt: new Date(Date.parse(reply.sendAt) + ms).toISOString(),
})

describe('answers on X', () => {
  let there: Loopback | undefined
  afterEach(() => there?.close())
  const start = async (more: Partial<XOptions> = {}) => {
    there = await startX({ ...options, ...more })
    return { there, sender: senderAt(there.url) }
  }

  test('wait until the time that X names', async () => {
    const { there, sender } = await start()
    there.fault(['rate-limit'])
    const sent = await sender.send(post('An answer.'))
    expect(sent.outcome === 'later' && sent.afterSeconds).toBeGreaterThan(100)
    expect(sent.outcome === 'later' && sent.afterSeconds).toBeLessThanOrEqual(120)
  })

  test('that X has already, from our own unclear try, are sent and not duplicates', async () => {
    const { there, sender } = await start()
    there.fault(['taken, error'])
    const reply = post('Only once, please: https://example.com/a')
    expect((await sender.send(reply)).outcome).toBe('unclear')
    expect(await sender.send(reply)).toEqual({ outcome: 'sent', providerId: there.sent[0]?.id })
    expect(there.sent).toHaveLength(1)
  })

  test('are found on a later page of what we posted', async () => {
    const { there, sender } = await start({ pageSize: 1 })
    const reply = post('The one that is looked for.')
    await sender.send(reply)
    for (const n of Array(12).keys()) await sender.send(post(`Answer number ${n}.`, `9${n}`))
    expect(await sender.look?.(reply)).toEqual({ outcome: 'found', providerId: there.sent[0]?.id })
    for (const n of Array(24).keys()) await sender.send(post(`Further answer number ${n}.`, `8${n}`))
    expect(await sender.look?.(reply)).toEqual({ outcome: 'unclear' })
  })

  test('in the same words twice since then are not told apart; what is older is not taken for it', async () => {
    const { there, sender } = await start()
    const reply = direct('Thank you!')
    await sender.send(reply)
    expect(await sender.look?.(later(reply, 60_000))).toEqual({ outcome: 'absent' })
    expect(await sender.look?.(later(reply, 3_000))).toEqual({ outcome: 'unclear' })
    expect(await sender.look?.(reply)).toEqual({ outcome: 'found', providerId: there.sent[0]?.id })
    await sender.send(direct('Thank you!'))
    expect(await sender.look?.(reply)).toEqual({ outcome: 'unclear' })
  })

  test('without words cannot be told from another picture', async () => {
    const { sender } = await start()
    const picture = withFile(direct('picture'), 'image/png', '')
    expect(await sender.look?.(picture)).toEqual({ outcome: 'absent' })
    await sender.send(picture)
    expect(await sender.look?.(picture)).toEqual({ outcome: 'unclear' })
  })

  test('of another account than that of the user token are not sent in its name', async () => {
    const { there, sender } = await start()
    const elsewhere = replyOn({ network: 'x', form: 'direct', account: 'x:200' }, 'In the wrong name')
    const sent = await sender.send(elsewhere)
    expect(sent).toMatchObject({ outcome: 'refused', code: 'not-connected', advice: expect.stringContaining('userId') })
    const nobodys = senderWith({ x: { consumerSecret: 'the-secret', userToken: 'token-100', apiUrl: there.url } })
    expect(await nobodys.send(direct('In whose name?'))).toMatchObject({ code: 'not-connected' })
    expect(there.attempts()).toBe(0)
  })

  test('to another post in the same words are not taken for it', async () => {
    const { there, sender } = await start()
    await sender.send(post('Sorry to hear that!', '777'))
    expect(await sender.look?.(post('Sorry to hear that!', '778'))).toEqual({ outcome: 'absent' })
    expect(there.sent[0]).toMatchObject({ target: '777' })
  })

  test('with pictures: they are uploaded, and found again', async () => {
    const { there, sender } = await start()
    there.fault(['taken, reset'])
    const reply = withFile(post('Like this'))
    expect((await sender.send(reply)).outcome).toBe('unclear')
    expect(there.sent[0]?.media).toHaveLength(1)
    expect(await sender.look?.(reply)).toEqual({ outcome: 'found', providerId: there.sent[0]?.id })
    expect((await sender.send(withFile(direct('Like that')))).outcome).toBe('sent')
  })

  test('that break a rule are refused before anything is sent', async () => {
    const { there, sender } = await start()
    const long = await sender.send(post('a'.repeat(281)))
    expect(long).toMatchObject({ outcome: 'refused', code: 'rule-length' })
    expect(await sender.send(withFile(post('A film'), 'video/mp4'))).toMatchObject({ code: 'rule-media-type' })
    expect(await sender.send(replyOn({ network: 'x', form: 'post' }, 'To nobody'))).toMatchObject({ code: 'no-target' })
    expect(there.attempts()).toBe(0)
  })

  test('whose file is gone say so', async () => {
    const { there, sender } = await start()
    const reply = withFile(post('Look'))
    const gone = {
      ...reply.content.attachments[0],
      name: 'gone.png',
      mediaType: 'image/png',
      bytes: 1,
      object: 'files/gone',
    }
    const sent = await sender.send({ ...reply, content: { text: 'Look', attachments: [gone] } })
    expect(sent).toMatchObject({ outcome: 'refused', code: 'file-gone' })
    expect(there.attempts()).toBe(0)
  })

  test('of an account with a token of its own are signed by OAuth 1.0a', async () => {
    const { there } = await start()
    const users = { 100: { token: '100-abc', secret: 'token-secret' } }
    const x = { consumerSecret: 'the-secret', consumerKey: 'the-key', users, apiUrl: there.url }
    const sent = await senderWith({ x }).send(post('Signed.'))
    expect(sent.outcome).toBe('sent')
    const stranger = replyOn({ network: 'x', form: 'direct', account: 'x:999', to: [person('x', '1')] }, 'Hi')
    expect(await senderWith({ x }).send(stranger)).toMatchObject({ code: 'not-connected' })
  })
})

test("an OAuth 1.0a signature is that of X's own example", () => {
  const keys = {
    consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
    consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
    token: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
    tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
  }
  const status = encodeURIComponent('Hello Ladies + Gentlemen, a signed OAuth request!')
  const url = `https://api.twitter.com/1.1/statuses/update.json?include_entities=true&status=${status}`
  const signed = { method: 'POST', url, nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg', timestamp: 1318622958 }
  expect(oauthHeader(keys, signed, () => 0)).toContain('oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"')
})
