import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactSchema } from '../../../core/contact/contact.ts'
import { contact, formatNamed, fromAlice, payloadOf, support } from './mails.ts'

const body = fc.stringMatching(/^[ -~\n]{0,200}$/)
const trace = fc.array(
  fc.constantFrom(
    'Received: from a.example (a.example [192.0.2.1]) by b.example; Wed, 6 May 2026 10:00:00 +0000',
    'Delivered-To: support@localhost',
    'X-Original-To: help@localhost',
    'Return-Path: <alice@example.com>',
    'DKIM-Signature: v=1; a=rsa-sha256; d=example.com;\n b=AAAA',
    'X-Spam-Status: No, score=-1',
    'Authentication-Results: mx.example; spf=pass',
    'ARC-Seal: i=1; a=rsa-sha256',
  ),
  { minLength: 1, maxLength: 6 },
)
const identified = ['Message-ID: <one@example.com>', 'Date: Wed, 6 May 2026 10:00:00 +0000', 'Subject: Hello']
const anonymous = ['Date: Wed, 6 May 2026 10:00:00 +0000', 'Subject: Hello']
const fields = fc.constantFrom(identified, anonymous)
const idOf = async (mail: string) => (await contact(mail)).id

describe('the id of a mail', () => {
  test('is the same whatever servers add on the way', async () => {
    await fc.assert(
      fc.asyncProperty(body, fields, trace, async (text, sent, added) => {
        const mail = fromAlice(text, ...sent)
        expect(await idOf([...added, mail].join('\n'))).toBe(await idOf(mail))
      }),
    )
  })

  test('is the same with other line ends, folds and spaces at the end', async () => {
    await fc.assert(
      fc.asyncProperty(body, fields, async (text, sent) => {
        const mail = fromAlice(text, ...sent)
        const id = await idOf(mail)
        expect(await idOf(mail.replaceAll('\n', '\r\n'))).toBe(id)
        expect(await idOf(`${mail}\n\n`)).toBe(id)
        expect(await idOf(mail.replace('May 2026 10', 'May 2026\n 10'))).toBe(id)
      }),
    )
  })

  test('differs where From, Date or Message-ID do, and without one where the words do', async () => {
    const ids = await Promise.all(
      [
        fromAlice('a', ...identified),
        fromAlice('a', ...identified).replace('alice@', 'bob@'),
        fromAlice('a', ...identified).replace('<one@', '<two@'),
        fromAlice('a', ...identified).replace('6 May', '7 May'),
        fromAlice('a', ...anonymous),
        fromAlice('b', ...anonymous),
        fromAlice('a', ...anonymous).replace('Hello', 'Goodbye'),
      ].map(idOf),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(await idOf(fromAlice('b', ...identified))).toBe(ids[0])
  })

  test('is another one in another mailbox', async () => {
    const mail = fromAlice('a', ...identified)
    expect((await contact(mail, 'mail', { ...support, id: 'sales' })).id).not.toBe(await idOf(mail))
  })

  test('counts identical rows of a file only where the mail has no id of its own', async () => {
    const parse = async (mail: string, ordinal: number) => {
      const [finding] = await formatNamed('mbox').parse({ ...payloadOf(mail), ordinal }, support)
      return finding?.type === 'contact' ? finding.contact.id : undefined
    }
    const [named, nameless] = [fromAlice('a', ...identified), fromAlice('a', ...anonymous)]
    expect(await parse(named, 1)).toBe(await parse(named, 0))
    expect(await parse(nameless, 1)).not.toBe(await parse(nameless, 0))
    expect(await parse(nameless, 0)).toBe(await idOf(nameless))
  })
})

const require = createRequire(import.meta.url)
const MailComposer: new (mail: object) => { compile: () => { build: () => Promise<Buffer> } } =
  require('nodemailer/lib/mail-composer')

describe('what another program composes is read back', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'abc äöü éà 漢字 あい привет 👍 €.,!?'),
    minLength: 1,
    maxLength: 80,
  })
  const phrase = words.map(text => text.trim()).filter(text => /\p{L}/u.test(text))
  const files = fc.array(fc.record({ filename: phrase, content: fc.uint8Array({ maxLength: 300 }) }), { maxLength: 3 })

  test('subject, name, text and attachments', async () => {
    await fc.assert(
      fc.asyncProperty(phrase, phrase, phrase, files, async (subject, name, text, attached) => {
        const attachments = attached.map(file => ({ ...file, content: Buffer.from(file.content) }))
        const from = { name, address: 'alice@example.com' }
        const mail = { from, to: 'support@localhost', subject, text, html: `<p>${text}</p>`, attachments }
        const found = await contact(await new MailComposer(mail).compile().build())
        const spaced = (value: string | undefined) => value?.replace(/\s+/g, ' ').trim()
        expect(spaced(found.subject)).toBe(spaced(subject))
        expect(spaced(found.from.name)).toBe(spaced(name))
        expect(spaced(found.text)).toBe(spaced(text))
        expect(found.attachments.map(({ bytes }) => bytes)).toEqual(attached.map(({ content }) => content.length))
        expect(contactSchema.parse(found)).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })
})
