import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signTwilio, verifyTwilio } from '../../core/signature/twilio.ts'
import { bit, body, flip, secret } from './flipped-bit.ts'

const url = 'https://example.com/webhooks/twilio/voice'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const nothing = new Uint8Array(0)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('X-Twilio-Signature', () => {
  test('covers the URL and the sorted parameters of the form', () => {
    const request = {
      url: `${url}?foo=1&bar=2`,
      body: bytesOf('To=%2B18005551212&From=%2B12025550123&CallSid=CA1&Digits=1234'),
    }
    const signed = `${request.url}CallSidCA1Digits1234From+12025550123To+18005551212`
    expect(signTwilio(request, '12345')).toBe(createHmac('sha1', '12345').update(signed).digest('base64'))
  })

  test('sorts names by code unit, keeps empty values, and counts equal values of a name once', () => {
    const request = { url, body: bytesOf('b=2&B=1&a=&b=1&b=2') }
    expect(signTwilio(request, 'k')).toBe(createHmac('sha1', 'k').update(`${url}B1ab1b2`).digest('base64'))
  })

  const form = fc
    .array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { minLength: 1 })
    .map(pairs => bytesOf(new URLSearchParams(pairs).toString()))

  test('accepts what was signed; one more letter of the URL or another key is refused', () => {
    fc.assert(
      fc.property(form, secret, (bytes, key) => {
        const request = { url, body: bytes }
        const signature = signTwilio(request, key)
        expect(verifyTwilio(request, signature, key)).toBe(true)
        expect(verifyTwilio({ ...request, url: `${url}/` }, signature, key)).toBe(false)
        expect(verifyTwilio(request, signature, `${key}!`)).toBe(false)
      }),
    )
  })

  test('one changed value of the form is refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), secret, (value, other, key) => {
        fc.pre(value.toWellFormed() !== other.toWellFormed())
        const request = (text: string) => ({ url, body: bytesOf(new URLSearchParams({ From: text }).toString()) })
        expect(verifyTwilio(request(other), signTwilio(request(value), key), key)).toBe(false)
      }),
    )
  })

  test('a GET is covered by its query', () => {
    const request = { url: `${url}?CallSid=CA1&CallStatus=ringing`, body: nothing }
    const signature = signTwilio(request, 'k')
    expect(verifyTwilio(request, signature, 'k')).toBe(true)
    expect(verifyTwilio({ ...request, url: request.url.replace('ringing', 'completed') }, signature, 'k')).toBe(false)
  })

  test('a body that is no form is covered by its hash in the URL', () => {
    fc.assert(
      fc.property(body, secret, bit, (bytes, key, at) => {
        const request = { url: `${url}?a=1&bodySHA256=${hashOf(bytes)}`, body: bytes }
        const signature = signTwilio(request, key)
        expect(verifyTwilio(request, signature, key)).toBe(true)
        expect(verifyTwilio({ ...request, body: flip(bytes, at) }, signature, key)).toBe(false)
      }),
    )
  })

  test('the default port may be written or not; another port may not be left out', () => {
    const request = { url, body: nothing }
    expect(verifyTwilio({ ...request, url: url.replace('.com', '.com:443') }, signTwilio(request, 'k'), 'k')).toBe(true)
    const local = { url: 'http://127.0.0.1:4000/webhooks/twilio/voice', body: nothing }
    expect(verifyTwilio(local, signTwilio(local, 'k'), 'k')).toBe(true)
    expect(verifyTwilio({ ...local, url: local.url.replace(':4000', '') }, signTwilio(local, 'k'), 'k')).toBe(false)
  })

  test('no signature, no key: refused', () => {
    const request = { url, body: nothing }
    for (const signature of [undefined, '', 'AAAA']) expect(verifyTwilio(request, signature, 'k')).toBe(false)
    expect(verifyTwilio(request, signTwilio(request, ''), '')).toBe(false)
  })
})
