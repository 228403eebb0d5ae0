import { describe, expect, test } from 'vitest'
import { phoneIdentifier } from '../../../core/channels/phone/phone-number.ts'

describe('the number that names a caller', () => {
  test.each([
    ['+442079460123', 'GB', '+442079460123'],
    ['020 7946 0123', 'GB', '+442079460123'],
    ['+44 (0)20 7946 0123', 'US', '+442079460123'],
    ['(202) 555-0123', 'US', '+12025550123'],
    ['011442079460123', 'US', '+442079460123'],
    ['912345678', 'PT', '+351912345678'],
    ['+12025550123', 'ZZ', '+12025550123'],
  ])('%s in %s is %s', (text, region, value) => {
    expect(phoneIdentifier(text, region)).toEqual({ type: 'phone', value })
  })

  test.each([
    ['', 'GB'],
    ['105', 'GB'],
    ['0207946XXXX', 'GB'],
    ['Anonymous', 'GB'],
    ['+266696687', 'GB'],
    ['+86282452253', 'GB'],
    ['+17378742833', 'US'],
    ['7378742833', 'US'],
    ['+11111111111', 'US'],
    ['999999999999999999', 'GB'],
    ['my number is 020 7946 0123', 'GB'],
    ['020 7946 0123', 'ZZ'],
  ])('%s in %s names nobody', (text, region) => {
    expect(phoneIdentifier(text, region)).toBeUndefined()
  })
})
