import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalBytes } from '../../core/signature/compare.ts'
import { metaChallenge, signMeta, verifyMeta } from '../../core/signature/meta.ts'
import { signThroughline, verifyThroughline } from '../../core/signature/throughline.ts'
import { signX, verifyX, xResponseToken } from '../../core/signature/x.ts'
import { bit, body, flip, secret } from './flipped-bit.ts'

describe('Meta', () => {
  test('signs as node:crypto does', () => {
    fc.assert(
      fc.property(body, secret, (bytes, key) => {
        expect(signMeta(bytes, key)).toBe(`sha256=${createHmac('sha256', key).update(bytes).digest('hex')}`)
      }),
    )
  })

  test('accepts what was signed, and refuses one flipped bit of body or key', () => {
    fc.assert(
      fc.property(body, secret, bit, (bytes, key, at) => {
        const signature = signMeta(bytes, key)
        expect(verifyMeta(bytes, signature, key)).toBe(true)
        expect(verifyMeta(flip(bytes, at), signature, key)).toBe(false)
        expect(verifyMeta(bytes, signature, `${key}!`)).toBe(false)
      }),
    )
  })

  test('refuses a signature that is missing, foreign or cut, and an empty key', () => {
    const bytes = new TextEncoder().encode('{}')
    for (const signature of [undefined, '', 'sha256=', signMeta(bytes, 'k').slice(0, -1), 'sha1=abc']) {
      expect(verifyMeta(bytes, signature, 'k')).toBe(false)
    }
    expect(verifyMeta(bytes, signMeta(bytes, ''), '')).toBe(false)
  })

  test('the challenge is answered only to our own token, and only with a word', () => {
    const query = (more: Record<string, string>) =>
      new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': 't', 'hub.challenge': '1158201444', ...more })
    expect(metaChallenge(query({}), 't')).toBe('1158201444')
    expect(metaChallenge(query({}), 'other')).toBeUndefined()
    expect(metaChallenge(query({ 'hub.mode': 'unsubscribe' }), 't')).toBeUndefined()
    expect(metaChallenge(query({ 'hub.challenge': '<script>' }), 't')).toBeUndefined()
    expect(metaChallenge(query({ 'hub.verify_token': '' }), '')).toBeUndefined()
    expect(metaChallenge(new URLSearchParams(), 't')).toBeUndefined()
  })
})

describe('X', () => {
  test('signs as node:crypto does, and answers the CRC the same way', () => {
    fc.assert(
      fc.property(body, secret, (bytes, key) => {
        expect(signX(bytes, key)).toBe(`sha256=${createHmac('sha256', key).update(bytes).digest('base64')}`)
      }),
    )
    const token = '9b4507b3-9040-4669-9ca3-6b94edb50553'
    expect(xResponseToken(token, 'k')).toBe(`sha256=${createHmac('sha256', 'k').update(token).digest('base64')}`)
  })

  test('accepts what was signed, and refuses one flipped bit of body or signature', () => {
    fc.assert(
      fc.property(body, secret, bit, (bytes, key, at) => {
        const signature = signX(bytes, key)
        expect(verifyX(bytes, signature, key)).toBe(true)
        expect(verifyX(flip(bytes, at), signature, key)).toBe(false)
        expect(verifyX(bytes, signature.toLowerCase() === signature ? '' : signature.toLowerCase(), key)).toBe(false)
      }),
    )
    expect(verifyX(new Uint8Array(1), undefined, 'k')).toBe(false)
  })
})

describe('our own', () => {
  const at = new Date('2026-03-02T12:00:00.000Z')
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)

  test('accepts what was signed within five minutes, either way', () => {
    const bytes = new TextEncoder().encode('[]')
    const signature = signThroughline(bytes, 'k', at)
    for (const seconds of [-300, 0, 299, 300])
      expect(verifyThroughline(bytes, signature, 'k', later(seconds))).toBe(true)
    for (const seconds of [-301, 301, 86_400])
      expect(verifyThroughline(bytes, signature, 'k', later(seconds))).toBe(false)
  })

  test('refuses one flipped bit, another time and another key', () => {
    fc.assert(
      fc.property(body, secret, bit, (bytes, key, flipped) => {
        const signature = signThroughline(bytes, key, at)
        expect(verifyThroughline(bytes, signature, key, at)).toBe(true)
        expect(verifyThroughline(flip(bytes, flipped), signature, key, at)).toBe(false)
        expect(verifyThroughline(bytes, signature, `${key}!`, at)).toBe(false)
        expect(verifyThroughline(bytes, signature.replace(/t=\d/, 't=2'), key, at)).toBe(false)
      }),
    )
  })

  test('refuses what is of another form', () => {
    const bytes = new Uint8Array(1)
    const signature = signThroughline(bytes, 'k', at)
    for (const other of [
      undefined,
      '',
      't=1',
      signature.slice(0, -1),
      `${signature}0`,
      signature.replace('v1', 'v0'),
    ]) {
      expect(verifyThroughline(bytes, other, 'k', at)).toBe(false)
    }
    expect(verifyThroughline(bytes, signThroughline(bytes, '', at), '', at)).toBe(false)
  })
})

test('bytes are equal when all of them are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), bit, (bytes, at) => {
      expect(equalBytes(bytes, Uint8Array.from(bytes))).toBe(true)
      expect(equalBytes(bytes, flip(bytes, at))).toBe(false)
      expect(equalBytes(bytes, bytes.slice(1))).toBe(false)
    }),
  )
})
