import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNamed, payloadOf, rowsOf, support } from './mails.ts'

const line = fc.constantFrom(
  'Hello',
  'From what I see',
  'From here on',
  '>From there',
  '',
  'From alice, with love',
  '> quoted',
)
const mail = fc
  .tuple(fc.nat(1000), fc.array(line, { maxLength: 8 }))
  .map(([number, lines]) => [`From: alice@example.com`, `Subject: ${number}`, '', ...lines, ''].join('\n'))

/** As mboxrd writes a mail into a file. */
const stored = (text: string): string =>
  `From alice@example.com Wed May  6 10:00:00 2026\n${text.replace(/^(>*From )/gm, '>$1')}\n`

test('what was put into an mbox file comes out, whatever the chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mail, { maxLength: 5 }), fc.integer({ min: 1, max: 200 }), async (mails, size) => {
      const file = mails.map(stored).join('')
      const rows = await rowsOf('mbox', file, size)
      expect(rows.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(mails.map(stored))
    }),
  )
})

test('rows say where they are: place in bytes and line', async () => {
  const file = [stored('Subject: a\n\none\n'), stored('Subject: b\n\ntwo\n')].join('')
  const [first, second] = await rowsOf('mbox', file, 7)
  expect(first).toMatchObject({ offset: 0, line: 1 })
  expect(second).toMatchObject({ offset: first?.length, line: 6 })
  expect((first?.length ?? 0) + (second?.length ?? 0)).toBe(file.length)
})

test('a row is read as the mail it was, with the date of its first line where it has none', async () => {
  const [row] = await rowsOf('mbox', stored('From: alice@example.com\nSubject: a\n\nFrom here on\n>From there\n'))
  const [finding] = await formatNamed('mbox').parse(payloadOf(row?.bytes ?? new Uint8Array()), support)
  expect(finding).toMatchObject({
    type: 'contact',
    contact: { text: 'From here on', occurredAt: '2026-05-06T10:00:00.000Z', subject: 'a' },
  })
})

test('mails without an empty line between them are two', async () => {
  const file =
    'From a@b.c Wed May  6 10:00:00 2026\nSubject: a\n\none\nFrom a@b.c Wed May  6 11:00:00 2026\nSubject: b\n\ntwo\n'
  expect(await rowsOf('mbox', file)).toHaveLength(2)
})

test('CRLF, a missing first line and no mail at all', async () => {
  const crlf = [stored('Subject: a\n\none\n'), stored('Subject: b\n\ntwo\n')].join('').replaceAll('\n', '\r\n')
  expect(await rowsOf('mbox', crlf)).toHaveLength(2)
  expect(await rowsOf('mbox', 'From: alice@example.com\n\nOne mail in a file.\n')).toHaveLength(1)
  expect(await rowsOf('mbox', '\n\n')).toHaveLength(0)
  expect(await rowsOf('mbox', '')).toHaveLength(0)
})

test('an eml file is one row', async () => {
  const text = 'From: alice@example.com\n\nFrom here on\n'
  const [row, ...more] = await rowsOf('eml', text, 5)
  expect(row).toMatchObject({ offset: 0, length: text.length, line: 1 })
  expect(new TextDecoder().decode(row?.bytes)).toBe(text)
  expect(more).toEqual([])
  expect(await rowsOf('eml', '')).toEqual([])
})

test('of a row above the size of a mail only the beginning is held, and it is set aside', async () => {
  const chunk = new TextEncoder().encode(`${'x'.repeat(1023)}\n`.repeat(1024))
  async function* huge() {
    yield new TextEncoder().encode('From a@b.c Wed May  6 10:00:00 2026\nSubject: a\n\n')
    for (let megabyte = 0; megabyte < 42; megabyte++) yield chunk
  }
  const { split, parse } = formatNamed('mbox')
  for await (const { bytes, length } of split?.(huge()) ?? []) {
    expect(length).toBeGreaterThan(42 * 1024 * 1024)
    expect(bytes.length).toBe(40 * 1024 * 1024)
    const [finding] = await parse(
      { ...payloadOf(new Uint8Array(length)), rawRef: { object: 'o', offset: 0, length } },
      support,
    )
    expect(finding?.type).toBe('set-aside')
  }
})
