import { describe, expect, test } from 'vitest'
import { readCommand } from '../../bench/world/command.ts'
import { ownIdentifiers } from '../../bench/world/company.ts'
import { settingsOf, type WorldOptions } from '../../bench/world/options.ts'
import { world } from '../../bench/world/world.ts'

describe('options that make no world are refused with what is wrong', () => {
  test.each<[string, WorldOptions, RegExp]>([
    ['no contacts', { contacts: 0 }, /contacts: .*>=1/],
    ['part of a contact', { contacts: 1.5 }, /contacts: .*int/],
    ['too many', { contacts: 5_000_001 }, /contacts: .*5000000/],
    ['half a day', { contacts: 10, days: 0.5 }, /days: .*>=1/],
    ['a share above one half', { contacts: 10, late: 0.7 }, /late: .*0\.5/],
    ['nobody anywhere', { contacts: 10, countries: [] }, /countries: /],
    ['a mailbox that is none', { contacts: 10, mailbox: 'support' }, /mailbox: /],
    ['a day that is none', { contacts: 10, start: 'Monday' }, /start: /],
  ])('%s', (_, options, message) => {
    expect(() => world(options)).toThrow(message)
  })

  test('an option that does not exist', () => {
    const options = { contacts: 10, colour: 'red' }
    expect(() => world(options)).toThrow(/colour/)
  })

  test('more people than there are invented numbers', () => {
    expect(() => world({ contacts: 10, people: 250_000, countries: ['ES'] })).toThrow(/fewer people/)
  })
})

describe('the mailbox', () => {
  const mailboxes = (options: WorldOptions): string[] =>
    ownIdentifiers(settingsOf(options)).flatMap(({ type, value }) => (type === 'email' ? [value] : []))

  test('is that of a stack nobody has set up, unless told', () => {
    expect(new Set(mailboxes({ contacts: 10 }))).toEqual(new Set(['support@localhost']))
    expect(new Set(mailboxes({ contacts: 10, mailbox: 'brands' })).size).toBe(2)
  })
})

describe('the command line', () => {
  test('gives options', () => {
    const { options, stats, json } = command('--contacts 3000 --seed 1 --days 30 --countries de,ES --stats')
    expect(options).toEqual({ contacts: 3000, seed: 1, days: 30, countries: ['DE', 'ES'] })
    expect({ stats, json }).toEqual({ stats: true, json: false })
  })

  test.each([
    ['--seed 1', /--contacts 3000/],
    ['--contacts 10 --countries DE,XX', /nobody from XX/],
    ['--contacts 10 --colour red', /colour/],
  ])('%s is refused', (line, message) => {
    expect(() => command(line)).toThrow(message)
  })

  test('a number that is none is refused by name', () => {
    expect(() => world(command('--contacts many').options)).toThrow(/contacts: /)
  })

  function command(line: string) {
    const read = readCommand(line.split(' '))
    if (read === 'help') throw new Error('help was not asked for')
    return read
  }
})
