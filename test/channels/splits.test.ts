import { expect, test } from 'vitest'
import { channels } from '../../core/channels/registry.ts'
import { splitNamed } from '../../core/channels/splits.ts'

const formats = channels.flatMap(channel => channel.formats)

test.each(formats)('a file of $name is cut as its channel says', ({ name, split }) => {
  expect(splitNamed(name)).toBe(split)
})

test('no two formats have one name', () => {
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length)
})
