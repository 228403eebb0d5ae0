import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../core/channels/email/mime/charset.ts'
import { decodeWords } from '../../../core/channels/email/mime/encoded-words.ts'
import { readHeader } from '../../../core/channels/email/mime/header-block.ts'
import { readStructured } from '../../../core/channels/email/mime/header-params.ts'
import { leaves, readParts } from '../../../core/channels/email/mime/parts.ts'
import { decodeBody, decodedLength } from '../../../core/channels/email/mime/transfer-encoding.ts'
import { contact, fromAlice } from './mails.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

describe('header sections', () => {
  const fieldsOf = (text: string) => {
    const bytes = latin1(text)
    return readHeader(bytes, 0, bytes.length).fields.map(({ name, value }) => `${name}=${value}`)
  }
  test.each([
    ['A: 1\nB: 2\n\nbody', ['a=1', 'b=2']],
    ['A: 1\r\nB: 2\r\n\r\nbody', ['a=1', 'b=2']],
    ['A: 1\r\r\nB: 2\r\r\n\r\r\nC: 3', ['a=1', 'b=2']],
    ['A: 1\n 2\n\t3\n\nbody', ['a=1 2\t3']],
    ['A : 1\n\n', ['a=1']],
    ['A:1\nA:2\n\n', ['a=1', 'a=2']],
    ['\n\nA: 1\n\nB: 2', ['a=1']],
    ['From alice Wed May  6 10:00:00 2026\nA: 1\n\n', ['a=1']],
    ['>From alice Wed May  6 10:00:00 2026\nA: 1\n\n', ['a=1']],
    ['A: 1\nthis is no field\nSubject: 2\n\n', ['a=1', 'subject=2']],
    ['A: 1\nthis is the body\n\nSubject: 2\n\n', ['a=1']],
    ['A: 1', ['a=1']],
    ['', []],
    ['A: gr\xfcn\n\n', ['a=grün']],
    ['A: gr\xc3\xbcn\n\n', ['a=grün']],
  ])('%j', (text, fields) => {
    expect(fieldsOf(text)).toEqual(fields)
  })
})

describe('Content-Type and Content-Disposition', () => {
  const paramsOf = (field: string) => Object.fromEntries(readStructured(field).params)
  test.each([
    ['text/plain; charset=utf-8', { charset: 'utf-8' }],
    ['text/plain ; charset = "utf-8" (a comment)', { charset: 'utf-8' }],
    ['a/b; name="a;b\\"c"', { name: 'a;b"c' }],
    ['a/b; name=Invoice(1).pdf', { name: 'Invoice(1).pdf' }],
    ["a/b; name*=utf-8''%e2%82%ac%20rates", { name: '€ rates' }],
    ["a/b; name*=iso-8859-1'en'%A3%20rates", { name: '£ rates' }],
    ["a/b; name*0*=utf-8''%e2%82; name*1*=%ac; name*2=.pdf", { name: '€.pdf' }],
    ['a/b; name*0=one; name*1=two', { name: 'onetwo' }],
    ["a/b; name=old.pdf; name*=utf-8''new.pdf", { name: 'new.pdf' }],
    ['a/b; name=first; name=second', { name: 'first' }],
    ['a/b; flag; name=x', { flag: '', name: 'x' }],
    ['a/b; name="never closed', { name: 'never closed' }],
    ['a/b; =x', {}],
    ['a/b', {}],
  ])('%s', (field, params) => {
    expect(paramsOf(field)).toEqual(params)
  })

  test('the value is in lower case, without a comment', () => {
    expect(readStructured('Text/HTML (as usual); a=b').value).toBe('text/html')
  })
})

describe('encoded words', () => {
  test.each([
    ['=?utf-8?Q?caf=C3=A9_au_lait?=', 'café au lait'],
    ['=?utf-8?B?Y2Fmw6k=?=', 'café'],
    ['=?ISO-8859-1?q?caf=E9?= now', 'café now'],
    ['=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
    ['=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=', 'ab'],
    ['=?utf-8?Q?a?= b =?utf-8?Q?c?=', 'a b c'],
    ['=?utf-8*en?Q?caf=C3=A9?=', 'café'],
    ['=?unknown?Q?caf=C3=A9?=', 'café'],
    ['=?utf-8?X?a?=', '=?utf-8?X?a?='],
    ['=?utf-8?Q?never closed', '=?utf-8?Q?never closed'],
    ['no word', 'no word'],
  ])('%j', (text, decoded) => {
    expect(decodeWords(text)).toBe(decoded)
  })

  test('a character that is cut between two words is whole', () => {
    expect(decodeWords('=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC?=')).toBe('€')
  })
})

describe('charsets', () => {
  test.each([
    ['utf-8', 'caf\xc3\xa9', 'café'],
    ['"UTF8"', 'caf\xc3\xa9', 'café'],
    ['', 'caf\xc3\xa9', 'café'],
    ['', 'caf\xe9', 'café'],
    ['us-ascii', 'caf\xc3\xa9', 'café'],
    ['utf-8', 'caf\xe9', 'café'],
    ['iso-8859-1', 'caf\xc3\xa9', 'café'],
    ['iso-8859-1', '\x80 5', '€ 5'],
    ['iso-8859-15', '\xa4', '€'],
    ['windows-1251', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['win-1251', '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['cp932', '\x83c\x81[\x83\x8b', 'ツール'],
    ['gb2312', '\xc4\xe3\xba\xc3', '你好'],
    ['hz-gb-2312', '~{Dc:C~}', '你好'],
    ['big5', '\xa7A\xa6n', '你好'],
    ['ks_c_5601-1987', '\xbe\xc8\xb3\xe7', '안녕'],
    ['iso-2022-kr', '\x1b$)C\x0e>H3g\x0f', '안녕'],
    ['iso-2022-jp', '\x1b$B$3$s\x1b(B', 'こん'],
    ['us-ascii', '\x1b$B$3$s\x1b(B', 'こん'],
    ['utf-7', 'caf+AOk- +- 1', 'café + 1'],
    ['unicode-1-1-utf-7', '+IKw-', '€'],
    ['utf-16le', 'h\x00i\x00', 'hi'],
    ['no-such-charset', 'caf\xe9', 'café'],
    ['utf-8; format=flowed', 'a', 'a'],
  ])('%s %j', (label, bytes, text) => {
    expect(decodeText(latin1(bytes), label)).toBe(text)
  })

  test('UTF-8 that was cut in the middle of a character stays UTF-8', () => {
    expect(decodeText(latin1('caf\xc3\xa9 \xe2\x82'), 'utf-8')).toBe('café ')
  })

  test('UTF-8 is read back under every label that it is found with', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('utf-8', '', 'us-ascii', 'iso-8859-1'),
        (text, label) => {
          // ESC makes text ISO-2022-JP; a BOM at the beginning is no text.
          fc.pre(!text.includes('\u001b') && !text.startsWith('\ufeff') && text.isWellFormed())
          expect(decodeText(bytesOf(text), label)).toBe(text)
        },
      ),
    )
  })
})

describe('transfer encodings', () => {
  const decode = (text: string, encoding: 'base64' | 'quoted-printable', most = 1000) =>
    new TextDecoder().decode(decodeBody(bytesOf(text), 0, text.length, encoding, most))
  test.each([
    ['base64', 'aGVsbG8=', 'hello'],
    ['base64', 'aGVs\r\nbG8=\r\n', 'hello'],
    ['base64', 'aGVs*bG8', 'hello'],
    ['base64', 'aGU=bGxv', 'hello'],
    ['quoted-printable', 'a=3Db', 'a=b'],
    ['quoted-printable', 'a=\nb', 'ab'],
    ['quoted-printable', 'a=  \r\nb', 'ab'],
    ['quoted-printable', 'a=3db=3', 'a=b=3'],
    ['quoted-printable', 'a=b', 'a=b'],
    ['quoted-printable', 'a=', 'a'],
  ] as const)('%s %j', (encoding, text, decoded) => {
    expect(decode(text, encoding)).toBe(decoded)
    expect(decodedLength(bytesOf(text), 0, text.length, encoding)).toBe(decoded.length)
  })

  test('base64 of any bytes is those bytes, of the measured length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(400), (content, most) => {
        const encoded = bytesOf(Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n'))
        expect(decodedLength(encoded, 0, encoded.length, 'base64')).toBe(content.length)
        expect(decodeBody(encoded, 0, encoded.length, 'base64', most)).toEqual(content.subarray(0, most))
      }),
    )
  })
})

describe('parts', () => {
  const tree = (text: string) =>
    leaves(readParts(bytesOf(text))).map(
      part => `${part.path} ${part.type.value} ${text.slice(part.start, part.end).trim()}`,
    )
  const multipart = (kind: string, boundary: string, ...parts: string[]) =>
    `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${parts.map(part => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`

  test('are numbered as IMAP numbers them', () => {
    const inner = multipart('alternative', 'i', '\nplain', 'Content-Type: text/html\n\nhtml')
    expect(tree(multipart('mixed', 'o', inner, 'Content-Type: a/b\n\nfile'))).toEqual([
      '1.1 text/plain plain',
      '1.2 text/html html',
      '2 a/b file',
    ])
    expect(tree('Subject: x\n\nbody')).toEqual(['1 text/plain body'])
  })

  test.each([
    [
      'an inner boundary that continues the outer one',
      multipart('mixed', 'a', multipart('mixed', 'ab', '\n1', '\n2'), '\n3'),
      ['1.1 text/plain 1', '1.2 text/plain 2', '2 text/plain 3'],
    ],
    ['no end', 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\n1\n--b\n\n2', ['1 text/plain 1', '2 text/plain 2']],
    [
      'a boundary that occurs nowhere',
      'Content-Type: multipart/mixed; boundary=x\n\n--b\n\n1\n--b--',
      ['1 text/plain 1'],
    ],
    ['no boundary', 'Content-Type: multipart/mixed\n\n--b\n\n1\n--b--', ['1 text/plain 1']],
    [
      'text before and behind',
      'Content-Type: multipart/mixed; boundary=b\n\nbefore\n--b\n\n1\n--b--\nbehind',
      ['1 text/plain 1'],
    ],
    [
      'blanks behind the boundary',
      'Content-Type: multipart/mixed; boundary=b\n\n--b \t\n\n1\n--b-- \n',
      ['1 text/plain 1'],
    ],
    ['a digest', multipart('digest', 'b', '\nSubject: x'), ['1 message/rfc822 Subject: x']],
    [
      'a part that begins like a header',
      multipart('mixed', 'b', '\nNote: this is text'),
      ['1 text/plain Note: this is text'],
    ],
  ])('%s', (_, text, parts) => {
    expect(tree(text)).toEqual(parts)
  })
})

describe('which part is the text', () => {
  const html = 'Content-Type: text/html\n\n<p>as <b>HTML</b></p>'
  const mixed = (...parts: string[]) =>
    fromAlice(`${parts.map(part => `--b\n${part}\n`).join('')}--b--`, 'Content-Type: multipart/mixed; boundary=b')
  const alternative = (...parts: string[]) => mixed(...parts).replace('mixed', 'alternative')
  test.each([
    ['plain before HTML', alternative('\nas plain', html), 'as plain', 0],
    ['HTML where plain is empty', alternative('\n\n', html), 'as HTML', 0],
    ['HTML where plain only points to it', alternative('\nPlease use an HTML viewer.', html), 'as HTML', 0],
    ['several texts, one below the other', mixed('\none', '\ntwo'), 'one\n\ntwo', 0],
    ['no text file', mixed('\none', 'Content-Type: text/plain; name=a.txt\n\ntwo'), 'one', 1],
    [
      'a text file where there is no other text',
      mixed('Content-Type: text/plain; name=a.txt\n\ntwo', 'Content-Type: a/b\n\nx'),
      'two',
      1,
    ],
    ['no attached text', mixed('\none', 'Content-Disposition: attachment\n\ntwo'), 'one', 1],
    ['no forwarded message', mixed('\none', 'Content-Type: message/rfc822\n\nSubject: x\n\ntwo'), 'one', 1],
    [
      'what was signed',
      mixed('\none', 'Content-Type: application/pgp-signature\n\nx').replace('mixed', 'signed'),
      'one',
      1,
    ],
    ['HTML that says it is plain', fromAlice('<html><body>one</body></html>'), 'one', 0],
    ['an unknown type that is none', fromAlice('one', 'Content-Type: plain'), 'one', 0],
    ['nothing of a mail that is a file', fromAlice('AAAA', 'Content-Type: application/pdf'), '', 1],
    [
      'nothing of an encrypted mail',
      mixed(
        'Content-Type: application/pgp-encrypted\n\nVersion: 1',
        'Content-Type: application/octet-stream\n\nx',
      ).replace('mixed', 'encrypted'),
      '',
      2,
    ],
  ])('%s', async (_, mail, text, attachments) => {
    const found = await contact(mail)
    expect(found.text).toBe(text)
    expect(found.attachments).toHaveLength(attachments)
  })
})
