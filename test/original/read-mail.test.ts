import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostOriginal } from '../../core/original/original.ts'
import { pictureType } from '../../core/original/picture.ts'
import { readMail, readMailPart } from '../../core/original/read-mail.ts'
import { fullMail, mailBytes, png } from './mails.ts'

const header = ['From: alice@example.com', 'Subject: x', 'MIME-Version: 1.0']
const text = new TextDecoder()
const empty = new Uint8Array()

describe('the original of a mail', () => {
  test('is its markup and its text as they came, and what came along by path, name and size', () => {
    const { html, text: plain, cut, parts } = readMail(fullMail)
    expect(html).toContain('<p>Where is <b>my</b> order?</p>')
    expect(html).toContain('https://tracker.example/1.gif')
    expect(plain).toBe('Where is my order?\n\n> We sent it.')
    expect(cut).toBe(false)
    expect(parts).toEqual([
      {
        id: '1.2',
        name: 'logo.png',
        mediaType: 'image/png',
        bytes: png.length,
        inline: true,
        contentId: 'logo@example.com',
      },
      { id: '2', name: 'invoice.pdf', mediaType: 'application/pdf', bytes: 19, inline: false },
    ])
  })

  test('of plain text has no markup', () => {
    expect(readMail(mailBytes(...header, '', '<b>words</b>'))).toEqual({ text: '<b>words</b>', cut: false, parts: [] })
  })

  test('keeps plain text between markup as text', () => {
    const type = 'Content-Type: multipart/mixed; boundary=m'
    const parts = ['--m', 'Content-Type: text/html', '', '<p>one</p>', '--m', '', '<script>two</script>', '--m--']
    const { html } = readMail(mailBytes(...header, type, '', ...parts))
    expect(html).toContain('<p>one</p>')
    expect(html).toContain('<pre>&lt;script&gt;two&lt;/script&gt;')
  })

  test('is cut, and says so, where it is longer than an answer takes', () => {
    const long = 'a'.repeat(mostOriginal.htmlBytes + 1)
    const { html, cut } = readMail(mailBytes(...header, 'Content-Type: text/html', '', long))
    expect(html).toHaveLength(mostOriginal.htmlBytes)
    expect(cut).toBe(true)
  })

  test('is read from any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        for (const { id, bytes: size } of readMail(bytes).parts) {
          expect(readMailPart(bytes, id, 0)?.content).toHaveLength(Math.min(size, mostOriginal.sliceBytes))
        }
      }),
    )
  })
})

describe('a part', () => {
  test('is its decoded bytes', () => {
    expect(text.decode(readMailPart(fullMail, '2', 0)?.content)).toBe('%PDF-1.7 an invoice')
    expect(readMailPart(fullMail, '1.2', 0)?.content).toEqual(new Uint8Array(png))
  })

  test('comes in pieces that together are the whole', () => {
    const whole = Buffer.alloc(mostOriginal.sliceBytes + 1000, 'every byte in its place ')
    const lines = whole.toString('base64').match(/.{1,76}/g) ?? []
    const type = ['Content-Type: application/zip; name=a.zip', 'Content-Transfer-Encoding: base64']
    const mail = mailBytes(...header, ...type, '', ...lines)
    const first = readMailPart(mail, '1', 0)
    const second = readMailPart(mail, '1', mostOriginal.sliceBytes)
    expect(first).toMatchObject({ bytes: whole.length, offset: 0 })
    expect(whole.equals(Buffer.concat([first?.content ?? empty, second?.content ?? empty]))).toBe(true)
  })

  test.each(['1', '1.1', '1.1.1', '3', ''])('that is text, or is not there, is none: %s', id => {
    expect(readMailPart(fullMail, id, 0)).toBeUndefined()
  })

  test('behind its end is empty', () => {
    expect(readMailPart(fullMail, '2', 5000)?.content).toHaveLength(0)
  })
})

describe('a picture is one by its bytes', () => {
  const of = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

  test.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ])('%j', (bytes, type) => expect(pictureType(of(bytes))).toBe(type))

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    '<!doctype html>',
    '%PDF-1.7',
    'PNG',
    '',
    'RIFF\0\0\0\0WAVE',
  ])('%j is none', bytes => expect(pictureType(of(bytes))).toBeUndefined())
})
