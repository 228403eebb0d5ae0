import { afterEach, describe, expect, test, vi } from 'vitest'
import { suggestNames } from '../../adapters/bedrock/suggest-names.ts'
import { acceptedName, namesFor } from '../../core/topic/suggest-names.ts'
import { labelOf } from '../../core/topic/topic.ts'
import { modelNames } from '../../functions/kit/model-insights.ts'
import { converseServer, type Reply } from '../brief/converse-server.ts'

const model = 'amazon.nova-lite-v1:0'
const late = {
  id: 'a'.repeat(16),
  terms: ['parcel', 'arrived late'],
  example: 'My parcel to … has not arrived, refund me',
}
const bill = { id: 'b'.repeat(16), terms: ['invoice', 'charged twice'], example: 'Why was I charged twice' }

const named = (...names: string[]): Reply => ({ text: JSON.stringify(names.map((name, topic) => ({ topic, name }))) })
const throttled: Reply = { error: 'ThrottlingException', status: 429 }

async function namesBy(...replies: [Reply, ...Reply[]]) {
  const logged = vi.spyOn(console, 'log').mockReturnValue()
  const { client, asked } = await converseServer(...replies)
  const names = await namesFor([late, bill], modelNames(model, client))
  return { asked, names, logged: logged.mock.calls.map(([line]) => String(line)) }
}
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a name that a model suggests', () => {
  test.each(['Late parcels', 'Refund of a late parcel', 'parcel not arrived', 'Parcel-refunds', ' Arriving late '])(
    'is taken: "%s"',
    name => {
      expect(acceptedName(name, late)).toBe(name.trim())
    },
  )

  test.each([
    ['has a word that the label has not', 'Late parcels of Marigold'],
    ['has a digit', 'Parcel 4418'],
    ['has an address', 'parcel@refund.me'],
    ['has seven words', 'The parcel that has not arrived late'],
    ['is longer than sixty characters', `parcel ${'parcel'.repeat(9)}`],
    ['has only small words', 'of the and'],
    ['is empty', ' '],
    ['is more than words', 'Parcel: late!'],
  ])('is refused when it %s', (_, name) => {
    expect(acceptedName(name, late)).toBeUndefined()
  })

  test('may have small words of other languages, written with their marks', () => {
    expect(acceptedName('Erstattung für Pakete', { terms: ['erstattung', 'pakete'], example: '' })).toBeDefined()
  })

  test('is what a topic is called until a person names it', () => {
    expect(labelOf({ terms: ['parcel', 'late'] })).toBe('parcel, late')
    expect(labelOf({ terms: ['parcel', 'late'], suggested: 'Late parcels' })).toBe('Late parcels')
    expect(labelOf({ terms: ['parcel', 'late'], suggested: 'Late parcels', name: 'Delays' })).toBe('Delays')
  })
})

describe('topics are named by a model', () => {
  test('in one request, of nothing but terms and masked examples', async () => {
    const { asked, names, logged } = await namesBy(named('Late parcels', 'Charged twice'))
    expect(asked).toHaveLength(1)
    expect(JSON.parse(asked[0]?.body.messages[0].content[0].text ?? '')).toEqual([
      { topic: 0, terms: late.terms, example: late.example },
      { topic: 1, terms: bill.terms, example: bill.example },
    ])
    expect([...names]).toEqual([
      [late.id, 'Late parcels'],
      [bill.id, 'Charged twice'],
    ])
    expect(logged).toEqual([])
  })

  test('at most fifty in a request, and at most two hundred', async () => {
    const { client, asked } = await converseServer(named())
    const many = Array.from({ length: 260 }, (_, at) => ({ ...late, id: `${at}` }))
    await namesFor(many, suggestNames(client, model))
    expect(asked.map(({ body }) => JSON.parse(body.messages[0].content[0].text).length)).toEqual([50, 50, 50, 50])
  })

  test('without those that are refused, which operators are told the number of', async () => {
    const { names, logged } = await namesBy(named('Parcels of Alice', 'Charged twice'))
    expect([...names.keys()]).toEqual([bill.id])
    expect(logged).toHaveLength(1)
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ level: 'WARN', refused: 1 })
    expect(logged[0]).not.toMatch(/alice|parcel/i)
  })

  test('a second time when it throttled the first', async () => {
    const { asked, names } = await namesBy(throttled, named('Late parcels'))
    expect(asked).toHaveLength(2)
    expect([...names.values()]).toEqual(['Late parcels'])
  })

  test('not at all where none is', async () => {
    expect((await namesFor([late, bill], undefined)).size).toBe(0)
  })
})

describe('topics keep their terms when the model', () => {
  test.each<[string, Reply]>([
    ['is cut short', { text: JSON.stringify([{ topic: 0, name: 'Late parcels' }]), stopReason: 'max_tokens' }],
    ['throttles twice', throttled],
    ['is not allowed', { error: 'AccessDeniedException', status: 403 }],
    ['answers in words', { text: 'Late parcels of Alice' }],
    ['answers in another shape', { text: '{"0":"Late parcels"}' }],
  ])('%s, and operators are told in fixed words', async (_, reply) => {
    const { names, logged } = await namesBy(reply)
    expect(names.size).toBe(0)
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('the model gave no names of topics')
    expect(logged[0]).not.toMatch(/alice|late parcels|4418/i)
  })

  test('names topics that there are not', async () => {
    const { names } = await namesBy({ text: JSON.stringify([{ topic: 7, name: 'Late parcels' }]) })
    expect(names.size).toBe(0)
  })

  test('does not answer in time', async () => {
    const { client } = await converseServer('silence')
    expect((await namesFor([late], suggestNames(client, model, 50))).size).toBe(0)
  })
})
