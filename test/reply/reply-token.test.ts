import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base32, fromBase32 } from '../../core/reply/base32.ts'
import {
  messageIdIn,
  repliedBy,
  replyAddress,
  replyMessageId,
  replyTokenIn,
  replyTokenKey,
  signReply,
} from '../../core/reply/reply-token.ts'

const key = replyTokenKey('1'.repeat(64))
const replyIds = fc.stringMatching(/^[0-9a-f]{32}$/)
const letters = 'abcdefghijklmnopqrstuvwxyz234567'

const bearing = (...references: string[]) => ({ to: [], thread: { id: 'one@example.com', references } })
const sentTo = (value: string) => ({ to: [{ identifier: { type: 'email' as const, value } }] })

test('a token tells its reply, and fits behind a mailbox whatever case it comes back in', () => {
  fc.assert(
    fc.property(replyIds, id => {
      const token = signReply(key, id)
      expect(token).toMatch(/^[a-z2-7]{42}$/)
      expect(repliedBy(key, token)).toBe(id)
      expect(replyTokenIn(key, bearing(replyMessageId(token.toUpperCase(), 'example.com')))).toBe(id)
      expect(replyTokenIn(key, sentTo(replyAddress('support@example.com', token) ?? ''))).toBe(id)
    }),
  )
})

test('a token with any other letter, or of another key, is nothing', () => {
  fc.assert(
    fc.property(replyIds, fc.nat(41), fc.integer({ min: 1, max: 31 }), (id, at, by) => {
      const token = signReply(key, id)
      const letter = letters.charAt((letters.indexOf(token.charAt(at)) + by) % 32)
      expect(repliedBy(key, token.slice(0, at) + letter + token.slice(at + 1))).toBeUndefined()
      expect(repliedBy(replyTokenKey('2'.repeat(64)), token)).toBeUndefined()
    }),
  )
})

test('other texts are nothing', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(repliedBy(key, text)).toBeUndefined()
      expect(replyTokenIn(key, bearing(text, `r.${text}@example.com`))).toBeUndefined()
    }),
  )
})

test('of several that a mail refers to, the nearest counts', () => {
  const [first, second] = ['a'.repeat(32), 'b'.repeat(32)]
  const ids = [first, second].map(id => replyMessageId(signReply(key, id), 'example.com'))
  expect(replyTokenIn(key, bearing(...ids))).toBe(second)
  expect(replyTokenIn(key, { to: [], thread: { id: 'x', inReplyTo: ids[0] ?? '', references: ids } })).toBe(first)
})

test('a mail to the plus address refers to the Message-ID of the reply', () => {
  const token = signReply(key, 'c'.repeat(32))
  const address = replyAddress('support@example.com', token) ?? ''
  expect(messageIdIn(address)).toBe(replyMessageId(token, 'example.com'))
  expect(messageIdIn('support@example.com')).toBeUndefined()
  expect(messageIdIn('support+news@example.com')).toBeUndefined()
})

test('a mailbox with a long name has no plus address: a local part has at most 64 octets', () => {
  const token = signReply(key, 'd'.repeat(32))
  expect(replyAddress(`${'a'.repeat(19)}@example.com`, token)?.indexOf('@')).toBe(64)
  expect(replyAddress(`${'a'.repeat(20)}@example.com`, token)).toBeUndefined()
})

test('base 32 gives back what it was given', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
      expect(fromBase32(base32(bytes))).toEqual(bytes)
    }),
  )
  expect(base32(new TextEncoder().encode('foobar'))).toBe('mzxw6ytboi')
  expect(fromBase32('a1')).toBeUndefined()
})
