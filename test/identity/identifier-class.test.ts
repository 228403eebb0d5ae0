import { describe, expect, it } from 'vitest'
import type { Identifier } from '../../core/contact/identifier.ts'
import { identifierClass } from '../../core/identity/identifier-class.ts'

const classOf = (type: Identifier['type'], value: string) => identifierClass({ type, value })

describe('identifiers that name nobody', () => {
  it.each(['+266696687', '+7378742833', '+7378742883', '+17378742833', '+2562533', '+8656696', '+86282452253'])(
    'blocks the word number %s',
    value => expect(classOf('phone', value)).toBe('blocked'),
  )
  it.each(['anonymous', 'Restricted', 'unknown', '+44000', '1', '+4400000000000', '+1234567890', '+15555555555'])(
    'blocks the caller id %s',
    value => expect(classOf('phone', value)).toBe('blocked'),
  )
  it.each([
    'noreply@example.com',
    'no-reply@example.com',
    'no_reply+42@example.com',
    'donotreply@example.com',
    'do-not-reply@example.com',
    'mailer-daemon@example.com',
    'bounces+alice=example.org@example.com',
    'anonymous@anonymous.invalid',
    'alice',
    '@example.com',
  ])('blocks the address %s', value => expect(classOf('email', value)).toBe('blocked'))
  it.each(['0', 'null', 'unknown', 'N/A'])('blocks the account %s', value => {
    expect(classOf('account', value)).toBe('blocked')
    expect(classOf('x', value)).toBe('blocked')
  })
})

describe('identifiers that may name a person', () => {
  it.each([
    ['phone', '+442079460000'],
    ['phone', '+447700900123'],
    ['phone', '+12025550123'],
    ['email', 'alice@example.com'],
    ['email', 'norepl@example.com'],
    ['email', 'noreplyton@example.com'],
    ['email', 'info@example.com'],
    ['x', '1234567890'],
    ['account', 'C-1'],
  ] as const)('lets %s:%s be a person', (type, value) => expect(classOf(type, value)).toBe('personal'))

  it('takes a line for shared, and the own identifiers for own', () => {
    expect(classOf('line', 'support')).toBe('shared')
    const own = { type: 'email', value: 'support@example.com' } as const
    expect(identifierClass(own, [own])).toBe('own')
  })
})
