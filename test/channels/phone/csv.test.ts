import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comma, csvFields, findCsvRow, maxCsvRowBytes } from '../../../core/channels/phone/csv.ts'
import { splitRows } from '../../../core/payload/rows.ts'
import { inChunks } from '../payloads.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function rowsOf(bytes: Uint8Array, chunk = 1_000_000) {
  const rows = []
  for await (const row of splitRows(inChunks(bytes, chunk), findCsvRow(comma), maxCsvRowBytes)) rows.push(row)
  return rows
}

const fieldsOf = async (text: string) => (await rowsOf(bytesOf(text))).map(({ bytes }) => csvFields(bytes, comma))

describe('the rows and fields of a CSV', () => {
  test.each([
    [
      'RFC 4180',
      'a,"b,c","d ""e"" f"\r\n1,2,3',
      [
        ['a', 'b,c', 'd "e" f'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a line end within quotes',
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'CR alone',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty lines', '\n\na,b\n\n', [['a', 'b']]],
    ['a byte order mark', '\ufeff"a,b",c', [['a,b', 'c']]],
    ['quotes that are not doubled', '""Alice" <105>",105', [['"Alice" <105>', '105']]],
    ['a caller id without quotes of its own', '"Alice" <105>,105,"x,y"', [['"Alice" <105>', '105', 'x,y']]],
    [
      'an empty name',
      '""" <105>",105\n"" <105>,105',
      [
        ['" <105>', '105'],
        ['"" <105>', '105'],
      ],
    ],
    ['a quote within a field', '5" screen,x', [['5" screen', 'x']]],
    [
      'an empty field at the end',
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await fieldsOf(text)).toEqual(expected)
  })

  test('a quote that never closes costs only its own row', async () => {
    const rows = await fieldsOf(`1,"open\n${'a,b\n'.repeat(20)}`)
    expect(rows).toHaveLength(21)
    expect(rows[0]).toEqual(['1', '"open'])
  })

  test('a row that is too long is cut, and the next one is read', async () => {
    const rows = await rowsOf(bytesOf(`${'x'.repeat(200_000)}\n1,2\n`), 1000)
    expect(rows.map(({ line, length }) => [line, length])).toEqual([
      [1, maxCsvRowBytes + 1],
      [2, 3],
    ])
  })

  const cell = fc.string({ maxLength: 8 }).filter(text => !text.includes('\0') && !text.startsWith('\ufeff'))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

  test('what RFC 4180 writes is read back', async () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(table, async rows => {
        const fits = rows.flat().every(text => !/" </.test(text) && text.isWellFormed())
        fc.pre(fits)
        expect(await fieldsOf(rows.map(row => row.map(quoted).join(',')).join('\r\n'))).toEqual(rows)
      }),
    )
  })

  test('chunks do not matter, and ranges point at the rows', async () => {
    const messy = fc.stringMatching(/^["a, <>\r\n]{0,60}$/).map(bytesOf)
    await fc.assert(
      fc.asyncProperty(messy, fc.integer({ min: 1, max: 9 }), async (bytes, chunk) => {
        const rows = await rowsOf(bytes)
        expect(await rowsOf(bytes, chunk)).toEqual(rows)
        for (const row of rows) expect(bytes.slice(row.offset, row.offset + row.length)).toEqual(row.bytes)
      }),
      { numRuns: 500 },
    )
  })
})
