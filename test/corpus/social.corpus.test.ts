import { afterAll, describe, expect, test } from 'vitest'
import type { Format } from '../../core/channels/channel.ts'
import { meta } from '../../core/channels/social/meta.ts'
import { x } from '../../core/channels/social/x.ts'
import { defaultSource } from '../../core/source/source.ts'
import { contactsIn } from '../channels/payloads.ts'
import { corpusSets, filesBelow, printTable, readReal, same, tally } from './corpus-files.ts'

const sets = corpusSets('social')
const tallies = new Map<string, Map<string, number>>()
afterAll(() => printTable('Social payloads, by set:', tallies))

const formatOf = (set: string): Format => (/^(meta|whatsapp)/.test(set) ? meta : x)

/** The JSON values of a file: one, one a line, or named ones in one object; a file that is no JSON stays as it is. */
function payloadsIn(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder().decode(bytes)
  const read = (json: string): unknown[] => {
    try {
      return [JSON.parse(json)]
    } catch {
      return []
    }
  }
  const values = read(text).length > 0 ? read(text) : text.split('\n').flatMap(read)
  const named = values.flatMap(value => (isNamed(value) ? Object.values(value) : [value]))
  return named.length === 0 ? [bytes] : named.map(value => new TextEncoder().encode(JSON.stringify(value)))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNamed = (value: unknown): value is Record<string, unknown> =>
  isObject(value) &&
  Object.values(value).length > 0 &&
  Object.values(value).every(one => isObject(one) && 'entry' in one)

/** Posts of the v1.1 API anywhere in a value: what the account activity would have carried. */
function postsIn(value: unknown, depth = 0): unknown[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.flatMap(one => postsIn(one, depth + 1))
  if (!isObject(value)) return []
  if ('user' in value && ('text' in value || 'full_text' in value)) return [value]
  return Object.values(value).flatMap(one => postsIn(one, depth + 1))
}

const read = (format: Format, bytes: Uint8Array) => readReal(format, bytes, defaultSource('real', format.sourceKind))

describe.skipIf(sets.length === 0)('real social payloads', () => {
  test.each(sets)('$name: every payload ends as something, the same each time', async ({ name, folder }) => {
    const counts = new Map<string, number>()
    tallies.set(name, counts)
    for (const { path, bytes } of filesBelow(folder)) {
      for (const payload of payloadsIn(bytes)) {
        const [row] = await read(formatOf(name), payload)
        expect(row?.findings.length, path).toBeGreaterThan(0)
        expect(same((await read(formatOf(name), payload))[0]?.findings, row?.findings), path).toBe(true)
        tally(counts, row?.findings ?? [])
      }
      const [raw] = await read(formatOf(name), bytes)
      expect(raw?.findings.length, path).toBeGreaterThan(0)
    }
  })

  test.each(sets)('$name: a payload of another network is set aside, not read as ours', async ({ name, folder }) => {
    const other = formatOf(name) === meta ? x : meta
    for (const { path, bytes } of filesBelow(folder)) {
      for (const { findings } of await read(other, bytes)) {
        expect(
          findings.map(({ type }) => type),
          path,
        ).toEqual(['set-aside'])
      }
    }
  })

  test.each(sets.filter(({ name }) => /^x-v1/.test(name)))(
    '$name: its posts as account activity',
    async ({ name, folder }) => {
      const counts = new Map<string, number>()
      for (const { path, bytes } of filesBelow(folder)) {
        const posts = payloadsIn(bytes).flatMap(payload => {
          const text = new TextDecoder().decode(payload)
          return /^\s*[[{]/.test(text) ? postsIn(parsed(text)) : []
        })
        for (const post of posts) {
          const activity = { for_user_id: '1', tweet_create_events: [post] }
          const [row] = await read(x, new TextEncoder().encode(JSON.stringify(activity)))
          expect(row?.findings.length, path).toBe(1)
          tally(counts, row?.findings ?? [])
        }
      }
      tallies.set(`${name}, its posts`, counts)
    },
  )

  const activity = sets.filter(({ name }) => /account-activity/.test(name))

  test.each(activity)('$name: a file is what its name says', async ({ folder }) => {
    for (const { path, bytes } of filesBelow(folder)) {
      const types = (await read(x, bytes)).flatMap(({ findings }) => findings.map(({ type }) => type))
      const wordless = /follow|typing|mark_read|favou?rite|retweet/.test(path)
      expect(types, path).toEqual(types.map(() => (wordless ? 'not-a-contact' : 'contact')))
    }
  })

  test.each(activity)('$name: ids keep all their digits, outgoing is outbound', async ({ folder }) => {
    for (const { path, bytes } of filesBelow(folder)) {
      const text = new TextDecoder().decode(bytes)
      for (const contact of (await read(x, bytes)).flatMap(({ findings }) => contactsIn(findings))) {
        expect(text.includes(`"${contact.from.identifier.value}"`), path).toBe(true)
        expect(contact.direction, path).toBe(/outgoing/.test(path) ? 'outbound' : 'inbound')
      }
    }
  })
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
