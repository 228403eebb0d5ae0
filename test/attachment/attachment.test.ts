import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentStore } from '../../adapters/dynamodb/attachment-store.ts'
import {
  type Attachment,
  attachmentObject,
  attachmentOf,
  attachmentRefusal,
  shownName,
} from '../../core/attachment/attachment.ts'
import { parseObjectName } from '../../core/raw/object-name.ts'
import { describeOnEveryTable } from '../engines.ts'

const id = '0'.repeat(31)
const attachment = (n: number): Attachment => ({
  ...{ v: 1, id: `${id}${n}`, name: 'Rechnung März.pdf', mediaType: 'application/pdf', bytes: 1234 },
  object: attachmentObject(`${id}${n}`, 'Rechnung März.pdf'),
  ...{ createdAt: '2026-03-01T09:00:00.000Z', createdBy: 'anna' },
})

describeOnEveryTable('attachment store', makeTable => {
  test('files are read back in the order asked for, without those that are not there', async () => {
    const store = attachmentStore(await makeTable())
    for (const n of [1, 2]) await store.create(attachment(n))
    expect(await store.read([`${id}2`, `${id}9`, `${id}1`, `${id}2`])).toEqual([attachment(2), attachment(1)])
    expect(await store.read([])).toEqual([])
  })
})

test('a reply carries where the bytes lie', () => {
  expect(attachmentOf(attachment(1))).toEqual({
    name: 'Rechnung März.pdf',
    mediaType: 'application/pdf',
    bytes: 1234,
    object: `attachments/${id}1/Rechnung-Marz.pdf`,
  })
})

test.each([
  ['invoice.pdf', 'invoice.pdf'],
  ['C:\\Users\\anna\\invoice.pdf', 'invoice.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['\u202efdp.exe', 'fdp.exe'],
  ['a\u0000b.txt', 'ab.txt'],
  ['run.exe. ', 'run.exe'],
  ['...', ''],
])('%j is shown as %j', (name, wanted) => {
  expect(shownName(name)).toBe(wanted)
})

test('whatever it is called, an object has a safe name below its id, which nothing that came in has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
      const object = attachmentObject(`${id}1`, name)
      expect(object).toMatch(/^attachments\/[0-9a-f]{32}\/[A-Za-z0-9._-]{1,90}$/)
      expect(parseObjectName(object)).toBeUndefined()
    }),
  )
})

test.each([
  ['invoice.pdf', 'application/pdf', false],
  ['picture.JPG', 'image/jpeg', false],
  ['setup.exe', 'application/octet-stream', true],
  ['invoice.pdf.EXE', 'application/pdf', true],
  ['macro.vbs', 'text/plain', true],
  ['document', 'application/x-msdownload; charset=binary', true],
  ['README', 'text/plain', false],
])('%s of %s', (name, mediaType, isRefused) => {
  expect(attachmentRefusal(name, mediaType) !== undefined).toBe(isRefused)
})
