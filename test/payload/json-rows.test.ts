import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxJsonRowBytes, splitJson } from '../../core/payload/json-rows.ts'
import { inChunks } from '../channels/payloads.ts'

async function rowsOf(bytes: Uint8Array, chunk = 1_000_000) {
  const rows = []
  for await (const row of splitJson(inChunks(bytes, chunk))) rows.push(row)
  return rows
}

const textsOf = async (text: string) =>
  (await rowsOf(new TextEncoder().encode(text))).map(({ line, bytes }) => [line, new TextDecoder().decode(bytes)])

describe('the JSON objects of a file', () => {
  test.each([
    [
      'one a line',
      '{"a":1}\n\n{"b":2}\r\n',
      [
        [1, '{"a":1}'],
        [3, '{"b":2}'],
      ],
    ],
    [
      'one after another',
      '{"a":"}{"}{"b":2}',
      [
        [1, '{"a":"}{"}'],
        [1, '{"b":2}'],
      ],
    ],
    [
      'an array, printed',
      '\ufeff[\n  {"a": {\n    "b": 1}},\n  {"c":2}\n]\n',
      [
        [2, '{"a": {\n    "b": 1}}'],
        [4, '{"c":2}'],
      ],
    ],
    [
      'a broken line among others',
      '{"a":1}\n{"b":"open\n{"c":3}',
      [
        [1, '{"a":1}'],
        [2, '{"b":"open'],
        [3, '{"c":3}'],
      ],
    ],
    [
      'an object that never ends',
      '{"a":\n{"c":3}',
      [
        [1, '{"a":'],
        [2, '{"c":3}'],
      ],
    ],
    [
      'words',
      'hello\n{"c":3}',
      [
        [1, 'hello'],
        [2, '{"c":3}'],
      ],
    ],
    ['nothing', ' \n ', []],
  ])('%s', async (_, text, expected) => {
    expect(await textsOf(text)).toEqual(expected)
  })

  test('a line that is too long is cut, and the next one is read', async () => {
    const rows = await rowsOf(new TextEncoder().encode(`{"a":"${'x'.repeat(maxJsonRowBytes)}"}\n{"b":1}`), 65_536)
    expect(rows.map(({ line, length }) => [line, length])).toEqual([
      [1, maxJsonRowBytes + 1],
      [2, 7],
    ])
  })

  test('any values written as lines come back as rows, chunks do not matter, and ranges point at them', async () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(objects, fc.integer({ min: 1, max: 9 }), async (values, chunk) => {
        const bytes = new TextEncoder().encode(values.map(value => JSON.stringify(value)).join('\n'))
        const rows = await rowsOf(bytes, chunk)
        expect(rows.map(row => JSON.parse(new TextDecoder().decode(row.bytes)))).toEqual(
          values.map(value => JSON.parse(JSON.stringify(value))),
        )
        for (const row of rows) expect(bytes.slice(row.offset, row.offset + row.length)).toEqual(row.bytes)
      }),
    )
  })

  test('any bytes are cut the same way, whatever the chunks', async () => {
    const messy = fc.stringMatching(/^[{}"\\,[\] \na]{0,60}$/).map(text => new TextEncoder().encode(text))
    await fc.assert(
      fc.asyncProperty(messy, fc.integer({ min: 1, max: 9 }), async (bytes, chunk) => {
        expect(await rowsOf(bytes, chunk)).toEqual(await rowsOf(bytes))
      }),
      { numRuns: 500 },
    )
  })
})
