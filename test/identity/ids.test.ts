import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { streamName } from '../../core/contact/stream.ts'
import { firstBirth, identityIds } from '../../core/identity/ids.ts'
import { parseStream } from '../../core/identity/member.ts'
import { identifiers, streams } from './world.ts'

const key = '0123456789abcdef'.repeat(4)
const ids = identityIds(key)
const streamArb = fc.constantFrom(...streams)

/** RFC 4648 base32 by way of a text of bits. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{5}/g) ?? []
  return groups.map(group => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(Number.parseInt(group, 2))).join('')
}

it('makes a customer id of HMAC-SHA256 over the stream name', () => {
  fc.assert(
    fc.property(streamArb, stream => {
      const expected = base32(createHmac('sha256', Buffer.from(key, 'hex')).update(stream).digest()).slice(0, 26)
      expect(ids.customer(stream)).toBe(`cus_${expected}`)
    }),
  )
})

it('depends on the key of the deployment', () => {
  const other = identityIds('f'.repeat(64))
  for (const stream of streams) expect(other.customer(stream)).not.toBe(ids.customer(stream))
})

it('gives one link id to a pair and a rule, whatever its order, and holds the first end in it', () => {
  fc.assert(
    fc.property(streamArb, streamArb, (a, b) => {
      const id = ids.link(a, b, 'signature')
      expect(id).toMatch(/^lnk_[a-z2-7]{42}$/)
      expect(ids.link(b, a, 'signature')).toBe(id)
      expect(ids.link(a, b, 'said')).not.toBe(id)
      expect(firstBirth(id)).toBe(ids.customer(a < b ? a : b))
      expect(firstBirth(ids.cannotLink(b, a))).toBe(firstBirth(id))
    }),
  )
})

it('never gives two streams one id: epochs of a recycled number are two people', () => {
  expect(new Set(streams.map(ids.customer)).size).toBe(streams.length)
})

it('reads a stream name back into what it names', () => {
  for (const identifier of identifiers) expect(parseStream(streamName(identifier))).toEqual({ identifier, epoch: 0 })
  const phone = { type: 'phone', value: '+442079460000' } as const
  expect(parseStream(streamName(phone, 2))).toEqual({ identifier: phone, epoch: 2 })
  expect(() => parseStream('pigeon:12')).toThrow('not the name of a stream')
})
