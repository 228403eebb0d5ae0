import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../core/signed-link/base64url.ts'
import { linkKeys, linkSecretSchema } from '../../core/signed-link/link-keys.ts'
import { type Link, readLink, writeLink } from '../../core/signed-link/signed-link.ts'

const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(bytesToHex)
const secrets = fc.record({
  key: hex(32),
  linkKeys: fc.dictionary(fc.integer({ min: 1, max: 255 }).map(String), hex(32), { maxKeys: 3 }),
})
const links: fc.Arbitrary<Link> = fc.record({
  purpose: fc.constantFrom('survey' as const, 'confirmation' as const),
  id: hex(16),
  expiresAt: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
})
const justBefore = ({ expiresAt }: Link) => new Date(expiresAt * 1000 - 1)
const keys = linkKeys({ key: 'ab'.repeat(32) })
const other = (purpose: Link['purpose']) => (purpose === 'survey' ? 'confirmation' : 'survey')

describe('a signed link', () => {
  test('says what was signed, in 52 characters that need no escaping', () => {
    fc.assert(
      fc.property(secrets, links, (secret, link) => {
        const text = writeLink(linkKeys(secret), link)
        expect(text).toMatch(/^[A-Za-z0-9_-]{52}$/)
        expect(readLink(linkKeys(secret), link.purpose, text, justBefore(link))).toEqual({ outcome: 'valid', link })
      }),
    )
  })

  test('is forged once any bit of it is another, whatever it said', () => {
    fc.assert(
      fc.property(links, fc.nat(38), fc.nat(7), (link, byte, bit) => {
        const bytes = fromBase64url(writeLink(keys, link)) ?? new Uint8Array()
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit)
        expect(readLink(keys, link.purpose, toBase64url(bytes), justBefore(link))).toEqual({ outcome: 'forged' })
      }),
      { numRuns: 500 },
    )
  })

  test('is forged under another key, also where the number is the same', () => {
    fc.assert(
      fc.property(links, hex(32), (link, key) => {
        expect(readLink(linkKeys({ key }), link.purpose, writeLink(keys, link), justBefore(link))).toEqual({
          outcome: 'forged',
        })
      }),
    )
  })

  test('is told apart when it is for something else, and when its time is over', () => {
    fc.assert(
      fc.property(links, link => {
        const text = writeLink(keys, link)
        const at = new Date(link.expiresAt * 1000)
        expect(readLink(keys, link.purpose, text, at)).toEqual({ outcome: 'expired', link })
        expect(readLink(keys, other(link.purpose), text, at)).toEqual({ outcome: 'wrong-purpose', link })
      }),
    )
  })

  test('is never valid for what people and scanners make of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        expect(readLink(keys, 'survey', text, new Date(0))).toEqual({ outcome: 'forged' })
      }),
    )
    const text = writeLink(keys, { purpose: 'survey', id: '0'.repeat(32), expiresAt: 10 })
    for (const altered of [`${text}=`, `${text} `, text.slice(0, -1), `${text}A`, text.toLowerCase()]) {
      expect(readLink(keys, 'survey', altered, new Date(0)), altered).toEqual({ outcome: 'forged' })
    }
  })
})

describe('keys of links', () => {
  const link: Link = { purpose: 'survey', id: '12'.repeat(16), expiresAt: 1000 }
  const old = { key: 'ab'.repeat(32) }
  const rotated = { ...old, linkKeys: { 7: 'cd'.repeat(32) } }

  test('a new one signs, and what the old one signed stays valid', () => {
    expect(readLink(linkKeys(rotated), 'survey', writeLink(linkKeys(old), link), new Date(0)).outcome).toBe('valid')
    expect(writeLink(linkKeys(rotated), link)).not.toBe(writeLink(linkKeys(old), link))
    expect(readLink(linkKeys(old), 'survey', writeLink(linkKeys(rotated), link), new Date(0)).outcome).toBe('forged')
  })

  test.each(['0', '01', '256', '-1', 'a'])('none has the number %s', number => {
    expect(linkSecretSchema.safeParse({ ...old, linkKeys: { [number]: 'cd'.repeat(32) } }).success).toBe(false)
  })
})

test('base64url of RFC 4648 section 10, read back; spare bits must be zero', () => {
  const vectors = { f: 'Zg', fo: 'Zm8', foo: 'Zm9v', foob: 'Zm9vYg', fooba: 'Zm9vYmE', foobar: 'Zm9vYmFy' }
  for (const [text, encoded] of Object.entries(vectors)) {
    expect(toBase64url(new TextEncoder().encode(text))).toBe(encoded)
    expect(fromBase64url(encoded)).toEqual(new TextEncoder().encode(text))
  }
  expect([fromBase64url('Zh'), fromBase64url('Zg=='), fromBase64url('Z')]).toEqual([undefined, undefined, undefined])
})
