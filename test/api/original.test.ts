import { beforeEach, describe, expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { payloadName } from '../../core/raw/object-name.ts'
import { remove } from '../../core/timeline/remove.ts'
import { fullMail, mailBytes, png } from '../original/mails.ts'
import { replyOn } from '../providers/replies.ts'
import { mail } from '../timeline/contacts.ts'
import { makeStack, marketing, operator, type Stack } from './stack.ts'

const objectOf = (format: string) => payloadName(format, 'support', 1_772_355_605_000, 'a'.repeat(32))

let stack: Stack
beforeEach(() => {
  stack = makeStack()
})

/** A contact that was read from these bytes, which lie in the bucket. */
async function stored(format: string, bytes: Uint8Array, differing: Partial<Contact> = {}): Promise<string> {
  const object = objectOf(format)
  await stack.raw.write(object, bytes)
  const contact = mail('order', { rawRef: { object, offset: 0, length: bytes.length }, ...differing })
  await stack.receive(contact)
  return `/v1/contacts/${contact.id}`
}

describe('the original of a mail', () => {
  test.each(['mail', 'mail-ses', 'eml'])('that came as %s is shown as it came', async format => {
    const path = await stored(format, fullMail)
    const { status, body } = await stack.call('GET', `${path}/original`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      html: expect.stringContaining('<b>my</b>'),
      text: 'Where is my order?\n\n> We sent it.',
      cut: false,
      parts: [
        { id: '1.2', name: 'logo.png', inline: true, contentId: 'logo@example.com' },
        { id: '2', name: 'invoice.pdf', mediaType: 'application/pdf', bytes: 19, inline: false },
      ],
    })
  })

  test('is cut out of the file that it came in', async () => {
    const row = mailBytes('From alice@example.com Sun Mar  1 09:00:00 2026', 'Subject: x', '', '>From here it is mine')
    const file = Buffer.concat([mailBytes('From bob@example.com', 'Subject: secret', '', 'not hers', ''), row])
    const object = 'files/mbox/support/an-import'
    await stack.raw.write(object, file)
    const rawRef = { object, offset: file.length - row.length, length: row.length }
    const path = await stored('mail', fullMail, { rawRef })
    const { body } = await stack.call('GET', `${path}/original`)
    expect(body).toEqual({ text: 'From here it is mine', cut: false, parts: [] })
  })

  test('is a read of its customer in the audit, and so is each part', async () => {
    const path = await stored('mail', fullMail)
    const customer = await stack.customerOf({ type: 'email', value: 'alice@example.com' })
    stack.audited.length = 0
    await stack.call('GET', `${path}/original`)
    await stack.call('GET', `${path}/parts/2`)
    const contact = path.split('/').at(-1)
    expect(stack.audited).toMatchObject([
      { customer, action: 'original.read', detail: { contact } },
      { customer, action: 'original.read', detail: { contact, part: '2' } },
    ])
  })

  test.each([marketing, operator, ['marketing', 'personal-data']])('is not for %s', async (...groups) => {
    const path = await stored('mail', fullMail)
    expect((await stack.call('GET', `${path}/original`, { groups })).status).toBe(403)
    expect((await stack.call('GET', `${path}/parts/2`, { groups })).status).toBe(403)
    expect(stack.audited).toEqual([])
  })
})

describe('a part', () => {
  test('is bytes in JSON, with its kind only where the bytes are a picture', async () => {
    const path = await stored('mail', fullMail)
    const picture = await stack.call('GET', `${path}/parts/1.2`)
    expect(picture.headers['content-type']).toBe('application/json')
    expect(picture.body).toMatchObject({ picture: 'image/png', content: png.toString('base64'), offset: 0 })
    const invoice = await stack.call('GET', `${path}/parts/2`)
    expect(Buffer.from(`${invoice.body.content}`, 'base64').toString()).toBe('%PDF-1.7 an invoice')
    expect(invoice.body).not.toHaveProperty('picture')
    expect(invoice.body).not.toHaveProperty('next')
  })

  test('that calls itself a picture and is a page is no picture', async () => {
    const lies = mailBytes(
      'Subject: x',
      'MIME-Version: 1.0',
      'Content-Type: image/png; name=a.png',
      '',
      '<svg onload=x()>',
    )
    const { body } = await stack.call('GET', `${await stored('mail', lies)}/parts/1`)
    expect(body).toMatchObject({ name: 'a.png' })
    expect(body).not.toHaveProperty('picture')
  })

  test('of 9 MB comes in pieces, each within what a function may answer', async () => {
    const whole = Buffer.alloc(9_000_000, 'a file of some size, ')
    const lines = whole.toString('base64').match(/.{1,76}/g) ?? []
    const header = ['Subject: x', 'MIME-Version: 1.0', 'Content-Type: application/zip; name=a.zip']
    const path = await stored('mail', mailBytes(...header, 'Content-Transfer-Encoding: base64', '', lines.join('\n')))
    const pieces: Buffer[] = []
    let next: unknown = 0
    while (next !== undefined) {
      const { body } = await stack.call('GET', `${path}/parts/1?offset=${next}`)
      expect(JSON.stringify(body).length).toBeLessThan(6_000_000)
      pieces.push(Buffer.from(`${body.content}`, 'base64'))
      next = body.next
    }
    expect(pieces.length).toBe(3)
    expect(Buffer.concat(pieces).equals(whole)).toBe(true)
  })

  test.each(['7', '1.1.1', 'file-1'])('that is not there is not found: %s', async part => {
    const { status } = await stack.call('GET', `${await stored('mail', fullMail)}/parts/${part}`)
    expect(status).toBe(404)
  })

  test.each(['..', 'a', '1.', '%2e%2e%2f1'])('%s is no id of a part', async part => {
    const { status } = await stack.call('GET', `${await stored('mail', fullMail)}/parts/${part}`)
    expect(status).toBe(422)
  })
})

describe('an answer of ours', () => {
  const sent = { ...replyOn({ network: 'mail', form: 'mail' }, 'It is on its way.') }
  const withFiles = (object: string) => {
    const attachments = [{ name: 'label.pdf', mediaType: 'application/pdf', bytes: 5, object }]
    return new TextEncoder().encode(JSON.stringify({ ...sent, content: { ...sent.content, attachments } }))
  }

  test('is what we sent, with its files', async () => {
    const object = `attachments/${'f'.repeat(32)}/label.pdf`
    await stack.raw.write(object, new TextEncoder().encode('label'))
    const path = await stored('sent', withFiles(object), { direction: 'outbound' })
    expect((await stack.call('GET', `${path}/original`)).body).toMatchObject({
      text: 'It is on its way.',
      parts: [{ id: 'file-1', name: 'label.pdf', bytes: 5 }],
    })
    const { body } = await stack.call('GET', `${path}/parts/file-1`)
    expect(Buffer.from(`${body.content}`, 'base64').toString()).toBe('label')
  })

  test('leads to no object but its files', async () => {
    await stack.raw.write(objectOf('mail'), fullMail)
    const path = await stored('sent', withFiles(objectOf('mail')), { direction: 'outbound' })
    expect((await stack.call('GET', `${path}/parts/file-1`)).status).toBe(404)
  })
})

describe('there is nothing to show, and it says why,', () => {
  const detailOf = async (path: string) => {
    const { status, body } = await stack.call('GET', `${path}/original`)
    expect(status).toBe(404)
    return `${body.detail}`
  }

  test('of an id that nobody has', async () => {
    expect(await detailOf('/v1/contacts/nobody')).toContain('No contact')
  })

  test('of a contact that its author deleted, though the payload is kept still', async () => {
    const path = await stored('mail', fullMail)
    const id = path.split('/').at(-1) ?? ''
    await remove(stack.deps.timeline, { contactId: id, deletedAt: '2026-03-03T00:00:00.000Z' })
    expect(await detailOf(path)).toContain('deleted')
    expect((await stack.call('GET', `${path}/parts/2`)).status).toBe(404)
  })

  test('of what came another way than by mail', async () => {
    expect(await detailOf(await stored('meta', new TextEncoder().encode('{}')))).toContain('Only mails')
  })

  test('of a payload that is not kept any more', async () => {
    const rawRef = { object: payloadName('mail', 'support', 1, 'b'.repeat(32)), offset: 0, length: 10 }
    expect(await detailOf(await stored('mail', fullMail, { rawRef }))).toContain('not kept')
  })
})
