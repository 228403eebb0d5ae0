import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, instantOfRfc2822, instantOfRfc3339, secondsLater } from '../../core/payload/instant.ts'

const times = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2100, 0, 1) })

describe('instants', () => {
  test('RFC 2822 as JavaScript and Twilio write it', () => {
    fc.assert(
      fc.property(times, ms => {
        const whole = Math.floor(ms / 1000) * 1000
        expect(instantOfRfc2822(new Date(whole).toUTCString())).toBe(new Date(whole).toISOString())
      }),
    )
    expect(instantOfRfc2822('Fri, 02 Nov 2018 10:52:29 +0100')).toBe('2018-11-02T09:52:29.000Z')
  })

  test.each(['', 'Thurs, 2 March 2026', 'Fri, 31 Feb 2026 10:00:00 +0000', 'Fri, 02 Nov 1018 10:52:29 +0000', '2026'])(
    '%j is no RFC 2822 time',
    text => {
      expect(instantOfRfc2822(text)).toBeUndefined()
    },
  )

  test.each([
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00:00.123456+02:00', '2026-03-02T08:00:00.123Z'],
    ['2026-03-02T10:00:00', undefined],
    ['2026-13-02T10:00:00Z', undefined],
  ])('RFC 3339 %s', (text, expected) => {
    expect(instantOfRfc3339(text)).toBe(expected)
  })

  test('out of bounds there is none, and moving there changes nothing', () => {
    for (const ms of [0, Number.NaN, Number.POSITIVE_INFINITY, -1, 1e18]) expect(instantOf(ms)).toBeUndefined()
    expect(secondsLater('1990-01-01T00:00:00.000Z', -1)).toBe('1990-01-01T00:00:00.000Z')
    expect(secondsLater('2026-03-02T10:00:00.000Z', -9)).toBe('2026-03-02T09:59:51.000Z')
  })
})
