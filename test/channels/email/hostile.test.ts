import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { email } from '../../../core/channels/email/channel.ts'
import { contactSchema } from '../../../core/contact/contact.ts'
import { fromAlice, read } from './mails.ts'

const folder = join(import.meta.dirname, '../../fixtures/email')
const fixtures = readdirSync(folder)
  .filter(name => /\.(?:eml|mbox)$/.test(name))
  .map(name => readFileSync(join(folder, name)))

/** Whatever the bytes: one finding, in the normal form, and not larger than a contact may be. */
async function isRead(bytes: string | Uint8Array): Promise<void> {
  for (const { name } of email.formats) {
    const finding = await read(bytes, name)
    if (finding.type === 'contact') expect(contactSchema.safeParse(finding.contact).error).toBeUndefined()
    else expect('reason' in finding && finding.reason).toMatch(/\.$/)
    expect(JSON.stringify(finding).length).toBeLessThan(400_000)
  }
}

describe('any bytes are read', () => {
  test('random ones', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), isRead), { numRuns: 300 })
  })

  test('text that is almost a mail', async () => {
    const unit = fc.constantFrom(
      ...[
        'From: ',
        'To: ',
        'Content-Type: ',
        'multipart/mixed; boundary=b',
        'text/html',
        '--b',
        '--b--',
        '\n',
        '\r\n',
        '\r',
      ],
      ...[
        'Content-Transfer-Encoding: base64',
        '=?utf-8?B?',
        '?=',
        'AAAA',
        '=',
        '<',
        '>',
        '@',
        '"',
        '(',
        ',',
        ';',
        ':',
        ' ',
      ],
      ...['a@b.c', 'charset=utf-7', 'message/rfc822', '\u0000', 'é', '+44 20 7946 0958', '> ', 'wrote:', '-- '],
    )
    await fc.assert(fc.asyncProperty(fc.string({ unit, maxLength: 200 }), isRead), { numRuns: 500 })
  })

  test('mails cut off, overwritten, and put together', async () => {
    const fixture = fc.constantFrom(...fixtures)
    await fc.assert(
      fc.asyncProperty(
        fixture,
        fixture,
        fc.nat(),
        fc.nat(),
        fc.uint8Array({ maxLength: 8 }),
        async (one, other, a, b, noise) => {
          const head = one.subarray(0, a % (one.length + 1))
          await isRead(head)
          await isRead(Buffer.concat([head, noise, one.subarray(b % one.length)]))
          await isRead(Buffer.concat([head, noise, other.subarray(b % other.length)]))
        },
      ),
      { numRuns: 300 },
    )
  })
})

const many = (text: string, count: number): string => text.repeat(count)
const html = (body: string) => fromAlice(body, 'Content-Type: text/html')
const encoded = (body: string, encoding: string) => fromAlice(body, `Content-Transfer-Encoding: ${encoding}`)
const inCharset = (body: string, charset: string) => fromAlice(body, `Content-Type: text/plain; charset=${charset}`)
const multipart = (body: string) => fromAlice(body, 'Content-Type: multipart/mixed; boundary=b')
const nested = (levels: number): string =>
  fromAlice(
    Array.from({ length: levels }, (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n`).join(
      '\n',
    ),
    'Content-Type: multipart/mixed; boundary=b0',
  )

/**
 * Mails made to cost much. Each ends within the time that vitest allows a test, where a reader that is quadratic, or
 * keeps what it should not, runs for minutes or out of memory.
 */
const bombs: [name: string, mail: () => string][] = [
  ['100,000 fields', () => `${many('X-A: b\n', 100_000)}${fromAlice('hi')}`],
  ['a field of 2 MB', () => fromAlice('hi', `Subject: ${many('a', 2e6)}`)],
  ['a field of 100,000 lines', () => fromAlice('hi', `Subject: a${many('\n b', 100_000)}`)],
  ['a field of carriage returns', () => fromAlice('hi', `Subject: ${many('\r', 1e6)}`)],
  ['5 million empty lines', () => fromAlice(many('\n', 5e6))],
  ['a line of 10 MB', () => fromAlice(many('a', 10e6))],
  ['a line of 10 MB of base64', () => encoded(many('QUJD', 2.5e6), 'base64')],
  ['quoted-printable that shrinks', () => encoded(many('=\n', 2e6), 'quoted-printable')],
  ['quoted-printable that never ends', () => encoded(many('=  ', 2e6), 'quoted-printable')],
  ['100,000 parts', () => multipart(many('--b\nContent-Transfer-Encoding: quoted-printable\n\nx\n', 100_000))],
  ['5,000 levels', () => nested(5_000)],
  ['levels with one boundary', () => multipart(many('--b\nContent-Type: multipart/mixed; boundary=b\n\n', 20_000))],
  ['lines of hyphens', () => multipart(many('--\n', 2e6))],
  ['RFC 2231 in 20,000 pieces', () => fromAlice('hi', `Content-Type: a/b;${many(' name*0*=%41%42;', 20_000)}`)],
  ['parameters in quotes', () => fromAlice('hi', `Content-Type: a/b; name="${many('\\"', 100_000)}`)],
  ['nested comments', () => fromAlice('hi', `Cc: ${many('(', 60_000)}`, `Content-Type: a/b ${many('(', 60_000)}`)],
  ['100,000 recipients', () => fromAlice('hi', `Cc: ${many('a@b.example, ', 100_000)}`)],
  ['names without addresses', () => fromAlice('hi', `Cc: ${many('a, ', 30_000)}`, `Bcc: ${many('"a" ', 30_000)}`)],
  ['encoded words', () => fromAlice('hi', `Subject: ${many('=?utf-8?q?a?= ', 20_000)}${many('=?a?b?', 20_000)}`)],
  ['references', () => fromAlice('hi', `References: ${many('<a@b> ', 20_000)}${many('<', 60_000)}`)],
  ['introductions', () => fromAlice(`hello\n${many('On 1 May 2026 at 10:00, a@b.example.\n', 20_000)}wrote:`)],
  ['header blocks', () => fromAlice(many('From: a@b.example\nDate: x\n', 20_000))],
  ['signatures', () => fromAlice(`hello\n${many('--\n', 50_000)}`)],
  ['closings', () => fromAlice(`${many('thanks ', 10_000)}\n${many('Kind regards\n', 50_000)}`)],
  ['phone numbers', () => fromAlice(`${many('020 7946 0958 ', 5_000)}${many('1-', 50_000)}`)],
  ['addresses', () => fromAlice(`${many('my mail a@b.example ', 5_000)}${many('a.', 50_000)}@`)],
  ['less-than signs', () => html(many('<', 500_000))],
  ['open tags', () => html(`${many('<a "', 100_000)}>`)],
  ['open elements', () => html(many('<div><blockquote><p>a', 30_000))],
  ['open scripts', () => html(many('<script>', 50_000))],
  ['open comments', () => html(many('<!--', 100_000))],
  ['attributes', () => html(`<div ${many(' class=', 100_000)}>x`)],
  ['closing tags', () => html(`${many('<div>', 199)}${many('</p>', 100_000)}`)],
  ['entities', () => html(many('&amp', 100_000))],
  ['UTF-7', () => inCharset(`${many('+', 200_000)}${many('+AAA', 50_000)}`, 'utf-7')],
  ['HZ', () => inCharset(many('~{', 100_000), 'hz-gb-2312')],
  ['ISO-2022-KR', () => inCharset(many('\u000e', 100_000), 'iso-2022-kr')],
  ['flowed text', () => fromAlice(many('a \n', 100_000), 'Content-Type: text/plain; format=flowed')],
  [
    'a report on many',
    () => fromAlice(many('Final-Recipient: rfc822; a@b.example\n', 20_000), 'Content-Type: message/delivery-status'),
  ],
  [
    'results in quotes and comments',
    () => `Authentication-Results: ${many('(', 50_000)}${many('"', 5_000)}\nX-SES-RECEIPT: x\n${fromAlice('hi')}`,
  ],
]

describe('a mail made to cost much costs little', () => {
  test.each(bombs)('%s', async (_, mail) => {
    await isRead(mail())
  })

  test('36 KB of 8-bit text stay 36 KB of text', async () => {
    const bytes = Buffer.concat([Buffer.from(fromAlice('')), Buffer.alloc(36_000, 0xe9)])
    const finding = await read(bytes)
    expect(finding.type === 'contact' && finding.contact.text.length).toBe(36_000)
  })

  test('text beyond the limit is left out, and the contact says so', async () => {
    const finding = await read(fromAlice(many('word ', 20_000)))
    expect(finding).toMatchObject({ contact: { truncated: true } })
    expect(finding.type === 'contact' && finding.contact.text.length).toBe(65_536)
  })

  test('a mail above the limit is set aside', async () => {
    expect(await read(new Uint8Array(40 * 1024 * 1024 + 1))).toMatchObject({ type: 'set-aside' })
  })
})
