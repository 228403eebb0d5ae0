import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailDate } from '../../../core/channels/email/dates.ts'

test.each([
  ['Wed, 6 May 2026 10:11:58 +0100', '2026-05-06T09:11:58.000Z'],
  ['6 May 2026 10:11 +0000', '2026-05-06T10:11:00.000Z'],
  ['Wed, 06 May 2026 10:11:58 -0730 (somewhere)', '2026-05-06T17:41:58.000Z'],
  ['Wed, 6 May 2026 10:11:58 GMT', '2026-05-06T10:11:58.000Z'],
  ['Wed, 6 May 2026 10:11:58 EST', '2026-05-06T15:11:58.000Z'],
  ['Wed, 6 May 2026 10:11:58 CEST', '2026-05-06T08:11:58.000Z'],
  ['Wed, 6 May 2026 10:11:58 -0000', '2026-05-06T10:11:58.000Z'],
  ['Wed, 6 May 2026 10:11:58', '2026-05-06T10:11:58.000Z'],
  ['Wed May  6 10:11:58 2026', '2026-05-06T10:11:58.000Z'],
  ['Wed May  6 10:11:58 +0200 2026', '2026-05-06T08:11:58.000Z'],
  ['From alice@example.com Wed May  6 10:11:58 2026', '2026-05-06T10:11:58.000Z'],
  ['2026-05-06T10:11:58+02:00', '2026-05-06T08:11:58.000Z'],
  ['2026-05-06 10:11:58', '2026-05-06T10:11:58.000Z'],
  ['06-May-26 10:11:58 +0000', '2026-05-06T10:11:58.000Z'],
  ['6 May 99 10:11:58 +0000', '1999-05-06T10:11:58.000Z'],
  ['6 May 126 10:11:58 +0000', '2026-05-06T10:11:58.000Z'],
  ['Mi, 6 Mai 2026 10:11:58 +0200', '2026-05-06T08:11:58.000Z'],
  ['Wed, 6 May 2026 2:11:58 PM +0000', '2026-05-06T14:11:58.000Z'],
  ['Wed, 6 May 2026 23:59:60 +0000', '2026-05-06T23:59:59.000Z'],
  ['Fri, 6 May 2044 10:11:58 +0000', '2044-05-06T10:11:58.000Z'],
])('%s', (field, instant) => {
  expect(mailDate(field)).toBe(instant)
})

test.each([
  undefined,
  '',
  'yesterday',
  '31 Feb 2026 10:00:00 +0000',
  '1 Jan 1970 00:00:00 +0000',
  '6 May 2026 25:00:00 +0000',
  '6 Foo 2026 10:00:00 +0000',
  '0 May 2026 10:00:00 +0000',
  '6 May 9999 10:00:00 +0000',
])('%s is no time of a mail', field => {
  expect(mailDate(field)).toBeUndefined()
})

test('every time of these years is read back, in every zone', () => {
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const two = (value: number) => String(value).padStart(2, '0')
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1991, 0, 1) / 1000, max: Date.UTC(2199, 0, 1) / 1000 }),
      fc.integer({ min: -47, max: 47 }),
      (seconds, quarters) => {
        const local = new Date((seconds + quarters * 900) * 1000)
        const zone = `${quarters < 0 ? '-' : '+'}${two(Math.floor(Math.abs(quarters) / 4))}${two((Math.abs(quarters) % 4) * 15)}`
        const day = `${days[local.getUTCDay()]}, ${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`
        const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(':')
        expect(mailDate(`${day} ${time} ${zone}`)).toBe(new Date(seconds * 1000).toISOString())
      },
    ),
  )
})
