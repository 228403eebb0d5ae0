import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantInZone, readWallClock } from '../../../core/channels/phone/wall-clock.ts'

const instants = (text: string, zone: string) => readWallClock(text).map(wall => instantInZone(wall, zone))

describe('times on the wall', () => {
  test.each([
    ['2026-03-01 09:00:00', 'Europe/London', ['2026-03-01T09:00:00.000Z']],
    ['2026-07-01 09:00:00', 'Europe/London', ['2026-07-01T08:00:00.000Z']],
    ['2026-07-01 09:00:00', 'Asia/Kathmandu', ['2026-07-01T03:15:00.000Z']],
    ['1/9/2017 16:33:01', 'Etc/UTC', ['2017-09-01T16:33:01.000Z', '2017-01-09T16:33:01.000Z']],
    ['31/12/26 23:59', 'Etc/UTC', ['2026-12-31T23:59:00.000Z']],
    ['2026-02-30 10:00:00', 'Etc/UTC', []],
    ['yesterday', 'Etc/UTC', []],
    ['2026-03-01 09:00:00', 'Europe/Atlantis', [undefined]],
  ])('%s in %s', (text, zone, expected) => {
    expect(instants(text, zone)).toEqual(expected)
  })

  test('an hour that comes twice is its first passing; one that is skipped moves on', () => {
    expect(instants('2026-10-25 01:30:00', 'Europe/London')).toEqual(['2026-10-25T00:30:00.000Z'])
    expect(instants('2026-03-29 01:30:00', 'Europe/London')).toEqual(['2026-03-29T01:30:00.000Z'])
  })

  test('agrees with the zone rules of the platform', () => {
    const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
    const time = fc
      .integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2035, 0, 1) })
      .map(ms => Math.floor(ms / 1000) * 1000)
    fc.assert(
      fc.property(time, zone, (ms, timeZone) => {
        const shown = new Date(ms).toLocaleString('sv-SE', { timeZone })
        const [read] = instants(shown, timeZone)
        expect(new Date(read ?? 0).toLocaleString('sv-SE', { timeZone })).toBe(shown)
      }),
    )
  })
})
