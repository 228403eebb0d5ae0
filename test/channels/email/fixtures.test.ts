import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatNamed, payloadOf, read, receivedAt, rowsOf, support } from './mails.ts'

const folder = join(import.meta.dirname, '../../fixtures/email')
const named = (ending: string) => readdirSync(folder).filter(name => name.endsWith(ending))
const expected = (name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name.replace(/\.[a-z]+$/, '.expected.json')), 'utf8'))

const formatOf = (name: string): string => (name.startsWith('ses-') ? 'mail-ses' : 'mail')

const withCrLf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1')

describe('every mail of test/fixtures/email is the finding beside it', () => {
  test.each(named('.eml'))('%s', async name => {
    expect(await read(readFileSync(join(folder, name)), formatOf(name))).toEqual(expected(name))
  })

  test.each(named('.eml'))('%s with the line ends of SMTP: the same but for its length', async name => {
    const bytes = readFileSync(join(folder, name))
    const [unix, smtp] = [await read(bytes, formatOf(name)), await read(withCrLf(bytes), formatOf(name))]
    const sameLength = (finding: typeof unix) =>
      finding.type !== 'contact'
        ? finding
        : {
            ...finding.contact,
            rawRef: undefined,
            attachments: finding.contact.attachments.map(file => ({
              ...file,
              bytes: file.mediaType.startsWith('message/') ? 0 : file.bytes,
            })),
          }
    expect(sameLength(smtp)).toEqual(sameLength(unix))
  })
})

describe('every file of many is the findings beside it', () => {
  test.each(named('.mbox'))('%s', async name => {
    const rows = await rowsOf('mbox', readFileSync(join(folder, name)))
    const findings = await Promise.all(
      rows.map(({ bytes, offset, length }) =>
        formatNamed('mbox').parse(
          { ...payloadOf(bytes), receivedAt, rawRef: { object: 'files/mbox/support/1', offset, length } },
          support,
        ),
      ),
    )
    expect(findings.flat()).toEqual(expected(name))
  })
})
