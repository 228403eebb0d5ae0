import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonLimits, readJson } from '../../core/payload/json.ts'

const read = (text: string) => readJson(new TextEncoder().encode(text))

describe('JSON from a payload', () => {
  test('is what JSON.parse reads, for every value without long numbers', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), value => {
        const text = JSON.stringify(value)
        fc.pre(!/\d{16}/.test(text))
        expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps every digit of an id, and leaves fractions and strings alone', () => {
    const ids = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(ids, id => {
        const digits = String(id).replace('-', '').length
        const value = digits >= 16 ? String(id) : Number(id)
        expect(read(`{"id":${id},"text":"${id}"}`)).toEqual({ ok: true, value: { id: value, text: String(id) } })
      }),
    )
    expect(read('[0.12345678901234567, 1e30]')).toEqual({ ok: true, value: [Number('0.12345678901234567'), 1e30] })
  })

  test('never throws, whatever the bytes', () => {
    const almost = fc.array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '1234567890123456', 'a', '-', '.'))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          almost.map(parts => new TextEncoder().encode(parts.join(''))),
        ),
        bytes => {
          expect(readJson(bytes)).toHaveProperty('ok')
        },
      ),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['too deep', '['.repeat(jsonLimits.depth + 1) + ']'.repeat(jsonLimits.depth + 1)],
    ['far too deep', '['.repeat(1_000_000)],
    ['too many values', `[${'0,'.repeat(jsonLimits.values)}0]`],
    ['too large', `"${'x'.repeat(jsonLimits.bytes)}"`],
    ['cut off', '{"a":"b'],
    ['empty', ''],
  ])('refuses what is %s', (_, text) => {
    expect(read(text)).toMatchObject({ ok: false })
  })

  test('reads what is just deep enough', () => {
    expect(read('['.repeat(jsonLimits.depth) + ']'.repeat(jsonLimits.depth))).toMatchObject({ ok: true })
  })
})
