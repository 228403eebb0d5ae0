import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailAddress, parseAddresses } from '../../../core/channels/email/addresses.ts'

describe('an address has one form', () => {
  test.each([
    ['Alice@Example.COM', 'alice@example.com'],
    [' <alice@example.com> ', 'alice@example.com'],
    ['mailto:alice@example.com', 'alice@example.com'],
    ["'alice@example.com'", 'alice@example.com'],
    ['alice+shop@example.com', 'alice+shop@example.com'],
    ['alice@example.com.', 'alice@example.com'],
    ['"alice"@example.com', 'alice@example.com'],
    ['alice@bücher.example', 'alice@xn--bcher-kva.example'],
    ['alice@xn--bcher-kva.example', 'alice@xn--bcher-kva.example'],
    ['alice@BÜCHER.example', 'alice@xn--bcher-kva.example'],
    ['josé@example.com', 'josé@example.com'],
    ['jose\u0301@example.com', 'josé@example.com'],
    ['support@localhost', 'support@localhost'],
    ["o'hara@example.com", "o'hara@example.com"],
  ])('%s', (written, address) => {
    expect(emailAddress(written)).toBe(address)
  })

  test.each([
    '',
    'alice',
    '@example.com',
    'alice@',
    'alice@exa mple.com',
    'alice bob@example.com',
    'alice@example.com/path',
    'alice@-example-.com',
    `${'a'.repeat(65)}@example.com`,
    `alice@${'a'.repeat(64)}.com`,
    'alice@example..com',
    'alice@[192.0.2.1]',
    'alice\u0000@example.com',
  ])('%j is none', written => {
    expect(emailAddress(written)).toBeUndefined()
  })

  test('of an address is the address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), written => {
        const address = emailAddress(written)
        if (address !== undefined) expect(emailAddress(address)).toBe(address)
      }),
    )
  })
})

describe('address fields', () => {
  const alice = { address: 'alice@example.com', name: 'Alice' }
  const bob = { address: 'bob@example.org' }
  test.each([
    ['Alice <alice@example.com>', [alice]],
    ['"Alice" <alice@example.com>, bob@example.org', [alice, bob]],
    ['alice@example.com (Alice)', [alice]],
    ['=?utf-8?Q?Alice?= <alice@example.com>', [alice]],
    ['Friends: Alice <alice@example.com>, <bob@example.org>;', [alice, bob]],
    ['undisclosed-recipients:;', []],
    ['Doe, Jane <jane@example.com>', [{ address: 'jane@example.com', name: 'Doe, Jane' }]],
    ['"Doe, Jane" <jane@example.com>', [{ address: 'jane@example.com', name: 'Doe, Jane' }]],
    ['"say \\"hi\\"" <alice@example.com>', [{ address: 'alice@example.com', name: 'say "hi"' }]],
    ["'Alice' <alice@example.com>; bob@example.org", [alice, bob]],
    ['alice@example.com <alice@example.com>', [{ address: 'alice@example.com' }]],
    ['Alice <alice@example.com', [alice]],
    ['=?utf-8?Q?Alice_=3Calice=40example=2Ecom=3E?=', [alice]],
    ['Alice (a comment (nested)) <alice@example.com>', [alice]],
    ['<>', []],
    ['nobody', []],
  ])('%s', (field, mailboxes) => {
    expect(parseAddresses(field)).toEqual(mailboxes)
  })

  test('of any text are few, and in the one form', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a@.<>(),;:" \\=?é'), maxLength: 300 }), field => {
        const found = parseAddresses(field)
        expect(found.length).toBeLessThanOrEqual(50)
        for (const { address } of found) expect(emailAddress(address)).toBe(address)
      }),
      { numRuns: 1000 },
    )
  })
})
