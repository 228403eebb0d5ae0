import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPdf } from '../../console/original/pdf.ts'

const bytesOf = (...parts: (string | Uint8Array)[]) =>
  Uint8Array.from(Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))
const page = '3 0 obj << /Type /Page /Parent 2 0 R >> endobj\n'
const packed = (text: string) => {
  const stream = deflateSync(Buffer.from(text, 'latin1'))
  const head = `9 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >> stream\r\n`
  return bytesOf(head, stream, '\r\nendstream endobj\n')
}

test('a PDF says how many pages it has, and that nothing in it runs', async () => {
  expect(await readPdf(bytesOf('%PDF-1.7\n<< /Type /Pages >>', page, page))).toEqual({ pages: 2, holds: [] })
})

test.each([
  ['a script', '<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>', ['scripts']],
  ['a script by an escaped name', '<< /S /J#61vaScript >>', ['scripts']],
  ['a start of a program', '<< /S /Launch /F (calc.exe) >>', ['programs']],
  ['another file', '<< /Names << /EmbeddedFiles 5 0 R >> >>', ['files']],
  ['a form', '<< /AcroForm 6 0 R >>', ['forms']],
  ['a link', '<< /S /URI /URI (https://evil.example) >>', ['links']],
])('%s is found, also packed away', async (_, what, holds) => {
  expect(await readPdf(bytesOf('%PDF-1.7\n', page, what))).toEqual({ pages: 1, holds })
  expect(await readPdf(bytesOf('%PDF-1.7\n', page, packed(what)))).toEqual({ pages: 1, holds })
})

test('pages that are packed away are counted; what cannot be read is not taken for harmless', async () => {
  expect(await readPdf(bytesOf('%PDF-1.7\n', packed(`${page}${page}`)))).toEqual({ pages: 2, holds: [] })
  expect(await readPdf(bytesOf('%PDF-1.7\n<< /Encrypt 4 0 R >>'))).toEqual({ pages: 0, holds: ['password'] })
  const broken = bytesOf('%PDF-1.7\n', page, '/ObjStm >> stream\nnot packed like that\nendstream')
  expect(await readPdf(broken)).toEqual({ pages: 1, holds: ['unread'] })
  expect(await readPdf(bytesOf('%PDF-1.7\n'))).toBeUndefined()
  expect(await readPdf(bytesOf('<html>', page))).toBeUndefined()
})

test('bytes of any kind are read without failing', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async rest => {
      const found = await readPdf(bytesOf('%PDF-1.7\n', page, '/ObjStm stream\n', rest, 'endstream'))
      expect(found?.pages).toBeGreaterThanOrEqual(1)
    }),
    { numRuns: 50 },
  ))
