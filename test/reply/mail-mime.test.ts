import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { email } from '../../core/channels/email/channel.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { replyTokenIn } from '../../core/reply/reply-token.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'
import { answer, mail, party, question, route, tokenKey } from './mail-letters.ts'

const postal = (bytes: Uint8Array) => PostalMime.parse(bytes)

/** How the customer's own system reads the mail: one that has this very product. */
const theirs: Source = { ...defaultSource('inbox', 'mail'), ownIdentifiers: [party('alice@example.net').identifier] }

async function asReceived(bytes: Uint8Array, source = theirs): Promise<Contact> {
  const format = email.formats.find(({ name }) => name === 'mail')
  const rawRef = { object: 'payloads/mail/inbox/one', offset: 0, length: bytes.length }
  const [finding] = (await format?.parse({ bytes, receivedAt: '2026-05-08T13:00:01.000Z', rawRef }, source)) ?? []
  if (finding?.type !== 'contact') throw new Error('the mail is no contact')
  return finding.contact
}

const pdf = { name: 'Größe & Maß.pdf', mediaType: 'application/pdf', bytes: Uint8Array.from([0, 255, 13, 10, 46]) }

describe('a mail that is sent and read again', () => {
  test('our own parser finds the words, the thread, the author and the token, and not what was quoted', async () => {
    const { bytes } = await mail()
    const read = await asReceived(bytes)
    expect(read).toMatchObject({
      from: { identifier: { value: 'help@example.com' }, name: 'Larkfield' },
      ...{ direction: 'inbound', subject: 'Re: Where is my order?', text: 'It leaves today.\n\nSorry for the wait.' },
      ...{ occurredAt: '2026-05-08T13:00:00.000Z', attachments: [] },
      thread: { inReplyTo: 'question@example.net' },
    })
    expect(read.automatic).toBeUndefined()
    expect(replyTokenIn(tokenKey, read)).toBe(answer.id)
  })

  const languages = [
    'en',
    'de',
    'fr',
    'es',
    'it',
    'pt',
    'nl',
    'pl',
    'cs',
    'sv',
    'da',
    'nb',
    'fi',
    'tr',
    'ru',
    'ja',
    'zh',
    'ko',
  ]
  test.each(languages)('what is quoted in %s is known as quoted, in both forms', async language => {
    const { bytes, text } = await mail({ reply: { language } })
    expect((await asReceived(bytes)).text).toBe('It leaves today.\n\nSorry for the wait.')
    const htmlOnly = new TextEncoder().encode(text.replace(/text\/plain/g, 'application/x-other'))
    expect((await asReceived(htmlOnly)).text).toContain('It leaves today.')
    expect((await asReceived(htmlOnly)).text).not.toContain('It has not arrived')
  })

  test('another parser finds both forms, every field and the files', async () => {
    const { bytes } = await mail({ reply: { by: 'throughline' } }, [
      pdf,
      { ...pdf, name: 'b', bytes: new Uint8Array() },
    ])
    const read = await postal(bytes)
    expect(read).toMatchObject({
      ...{ from: { address: 'help@example.com', name: 'Larkfield' }, subject: 'Re: Where is my order?' },
      ...{ inReplyTo: '<question@example.net>', to: [{ address: 'alice@example.net', name: 'Alice Example' }] },
      attachments: [{ filename: pdf.name, mimeType: 'application/pdf', disposition: 'attachment' }, { filename: 'b' }],
    })
    expect(read.text).toContain('It leaves today.\n\nSorry for the wait.')
    expect(read.html).toContain('It leaves today.<br><br>Sorry for the wait.')
    expect(read.references).toBe(`<start@example.net> <question@example.net> ${read.messageId}`)
    expect(read.replyTo?.[0]?.address).toBe(`help+${read.messageId?.slice(1, -1)}`)
    expect(read.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-replied')
    expect(
      read.attachments.map(({ content }) => (typeof content === 'string' ? content : [...new Uint8Array(content)])),
    ).toEqual([[...pdf.bytes], []])
  })

  test('a customer who answers from elsewhere, to where the mail says, brings the token back', async () => {
    const { bytes } = await mail()
    const { replyTo } = await postal(bytes)
    const back = `From: alice@elsewhere.example\r\nTo: ${replyTo?.[0]?.address}\r\n\r\nThanks`
    const ours: Source = { ...defaultSource('support', 'mail'), ownIdentifiers: [party('help@example.com').identifier] }
    const read = await asReceived(new TextEncoder().encode(back), ours)
    expect(read).toMatchObject({ direction: 'inbound', to: [], text: 'Thanks' })
    expect(replyTokenIn(tokenKey, read)).toBe(answer.id)
  })

  test('a mail within a mail goes as plain bytes', async () => {
    const file = { name: 'theirs.eml', mediaType: 'message/rfc822', bytes: new TextEncoder().encode('Subject: a\n\nb') }
    const [read] = (await postal((await mail({}, [file])).bytes)).attachments
    expect(read).toMatchObject({ filename: 'theirs.eml', mimeType: 'application/octet-stream' })
  })
})

const unicode = fc.string({ unit: 'binary', maxLength: 60 })

/** What is left of a text on one line, to compare with. */
const letters = (text: string | undefined): string => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '')

describe('whatever people write', () => {
  test('every text arrives, in both forms', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 2000 }).map(text => text.normalize())
    await fc.assert(
      fc.asyncProperty(texts, async text => {
        const read = await postal((await mail({ reply: { content: { text, attachments: [] } } })).bytes)
        expect(letters(read.text)).toBe(letters(`${text}${read.text?.slice(read.text.indexOf('On 8 May 2026'))}`))
      }),
      { numRuns: 60 },
    )
  })

  test('every subject and name arrives on one line', async () => {
    await fc.assert(
      fc.asyncProperty(unicode, unicode, async (subject, name) => {
        const to = [party('alice@example.net', name)]
        const content = { ...answer.content, subject }
        const { bytes, fields } = await mail({
          reply: { content, route: { ...route, to } },
          source: { displayName: name },
        })
        const read = await postal(bytes)
        const known = ['From', 'To', 'Reply-To', 'In-Reply-To', 'References', 'Subject', 'Message-ID', 'Date']
        expect(fields.map(field => field.split(':')[0]).sort()).toEqual(
          [...known, 'MIME-Version', 'Content-Type'].sort(),
        )
        expect(read.to?.map(({ address }) => address)).toEqual(['alice@example.net'])
        expect(read.from?.address).toBe('help@example.com')
        expect(`${read.subject}${read.from?.name}`).not.toMatch(/[\r\n\0]/)
      }),
      { numRuns: 100 },
    )
  })

  test('names keep their letters', async () => {
    for (const name of ['Größe & Co. "GmbH"', '株式会社テスト', 'مريم', 'O’Neil, Ann <x>', '👩‍👩‍👧‍👦 Family', '\\"']) {
      const read = await postal(
        (await mail({ reply: { route: { ...route, to: [party('alice@example.net', name)] } } })).bytes,
      )
      expect(read.to?.[0]).toMatchObject({ name, address: 'alice@example.net' })
    }
  })
})

describe('no text becomes a field, a recipient or a part', () => {
  const bad = 'x\r\nBcc: mallory@example.org\r\n\r\n<script>\n\rX-Bad: 1'
  const bcc = `alice@example.net\r\nBcc: mallory@example.org`
  const fieldsOf = async (...args: Parameters<typeof mail>) => (await mail(...args)).fields.join('\n')

  test.each([
    ['subject', { reply: { content: { ...answer.content, subject: bad } } }],
    ['subject of the answered', { answered: { ...question, subject: bad } }],
    ['name of a recipient', { reply: { route: { ...route, to: [party('alice@example.net', bad)] } } }],
    ['name of a copy', { reply: { route: { ...route, cc: [party('carol@example.net', bad)] } } }],
    ['address of a copy', { reply: { route: { ...route, cc: [party(bcc)] } } }],
    ['name of the company', { source: { displayName: bad } }],
    ['brand', { source: { brand: bad } }],
    ['what it answers', { reply: { route: { ...route, inReplyTo: `a@b>\r\nBcc: mallory@example.org` } } }],
    ['what it follows', { reply: { route: { ...route, references: [`a@b>\r\nBcc: mallory@example.org`] } } }],
    ['language', { reply: { language: 'en"\r\nBcc: m' } }],
    ['text', { reply: { content: { text: bad, attachments: [] } } }],
    ['quoted text', { answered: { ...question, text: bad } }],
    ['name of the customer', { answered: { ...question, from: { ...question.from, name: bad } } }],
  ])('%s', async (_what, parts) => {
    const fields = await fieldsOf(parts)
    expect(fields).not.toMatch(/^(?:bcc|x-bad)/im)
    const read = await postal((await mail(parts)).bytes)
    expect(read.bcc ?? []).toEqual([])
    expect(read.headers.map(({ key }) => key)).not.toContain('x-bad')
  })

  test.each([
    ['name', { ...pdf, name: `a.pdf"\r\nX-Bad: 1\r\n\r\n--x` }],
    ['type', { ...pdf, mediaType: `application/pdf"\r\nX-Bad: 1\r\n\r\n--x` }],
    ['type of several parts', { ...pdf, mediaType: 'multipart/mixed; boundary=x' }],
    ['content', { ...pdf, bytes: new TextEncoder().encode('\r\n--x\r\nX-Bad: 1\r\n') }],
  ])('%s of a file', async (_what, file) => {
    const { bytes, text } = await mail({}, [file])
    expect(text).not.toMatch(/^x-bad/im)
    const read = await postal(bytes)
    expect(read.attachments).toHaveLength(1)
    expect(read.attachments[0]?.mimeType).toMatch(/^application\/(?:pdf|octet-stream)$/)
  })

  test('no name of a file or address on the net is opened', async () => {
    const content = { text: 'file:///etc/passwd', html: '<img src="file:///etc/passwd">', attachments: [] }
    const { text } = await mail({ reply: { content } }, [{ ...pdf, name: '/etc/passwd' }])
    expect(text).not.toContain('root:')
    expect((await postal(new TextEncoder().encode(text))).attachments[0]?.filename).toBe('passwd')
  })

  test('lines are of 998 bytes of ASCII at most, and end as mails do', async () => {
    const { bytes, text } = await mail({
      reply: { content: { text: `${'ü'.repeat(3000)}\n${'y'.repeat(3000)}`, attachments: [] } },
    })
    expect(Math.max(...text.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(998)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(bytes.every(byte => byte < 128)).toBe(true)
  })
})
