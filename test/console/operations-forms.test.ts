import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiProblem } from '../../console/client/problem.ts'
import { blankDraft, draftOf, settingsOf } from '../../console/operations/automations/rule-draft.ts'
import { errorAt } from '../../console/operations/form/use-form.ts'
import { readMapping } from '../../console/operations/imports/start-import.ts'
import { exampleText } from '../../console/operations/macros/variant-preview.tsx'
import { intervalText, readIntervals } from '../../console/operations/people/intervals.ts'
import { movedUp } from '../../console/operations/routing/move-rule.ts'
import { rulesWith } from '../../console/operations/routing/routing-preview.tsx'
import { arrivalState } from '../../console/operations/sources/arrival.tsx'
import { variableNames } from '../../core/macro/variables.ts'

const rule = (id: string, order: number) => ({ id, name: id, order, active: true, when: {}, to: { skills: [] } })

describe('what the API refuses', () => {
  const failure = new ApiProblem(422, {
    title: 'no',
    errors: [
      { field: 'body.brand', message: 'is empty' },
      { field: 'body.variants.1.text', message: 'is too long' },
    ],
  })

  test('stands at its field and at what holds it, and nowhere else', () => {
    expect(errorAt(failure, 'brand')).toBe('is empty')
    expect(errorAt(failure, 'variants.1')).toBe('is too long')
    expect(errorAt(failure, 'variants.1.text')).toBe('is too long')
    expect(errorAt(failure, 'variants.10')).toBeUndefined()
    expect(errorAt(failure, 'bran')).toBeUndefined()
  })
})

describe('hours as people write them', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

  test('are read as they were shown', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 4 }), intervals => {
        expect(readIntervals(intervalText(intervals))).toEqual(intervals)
      }),
    )
  })

  test.each([
    ['9-17', [['09:00', '17:00']]],
    [
      '9:30 – 12, 13–17:15',
      [
        ['09:30', '12:00'],
        ['13:00', '17:15'],
      ],
    ],
    ['', []],
    ['nine', [['nine', '']]],
  ])('%j', (text, intervals) => {
    expect(readIntervals(text)).toEqual(intervals)
  })
})

describe('the order of rules', () => {
  test('moving one up changes only what stands before and after it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 8 }), fc.nat(), (orders, n) => {
        const rules = orders.toSorted((a, b) => a - b).map((order, at) => rule(`r${at}`, order))
        const at = 1 + (n % (rules.length - 1))
        const changed = new Map(movedUp(rules, `r${at}`).map(one => [one.id, one]))
        const after = rules.map(one => changed.get(one.id) ?? one).toSorted((a, b) => a.order - b.order)
        const expected = rules.map(({ id }) => id)
        expected.splice(at - 1, 2, `r${at}`, `r${at - 1}`)
        expect(after.map(({ id }) => id)).toEqual(expected)
      }),
    )
  })

  test('a preview tries the rule as it is written, switched on, in the place of the one that is there', () => {
    const written = { ...rule('b', 5), active: false, name: '' }
    expect(rulesWith(written, [rule('a', 1), rule('b', 9)])).toEqual([
      rule('a', 1),
      { ...written, active: true, name: 'new' },
    ])
  })
})

describe('a rule of automation', () => {
  const kept = {
    ...{ id: 'vip', name: 'VIP', active: true, since: '2026-03-01T00:00:00.000Z', when: { event: 'contact' as const } },
    if: {
      all: [{ field: 'channel' as const, op: 'is-not' as const, values: ['email' as const] }],
      any: [{ field: 'first-time' as const, is: false }],
    },
    actions: [{ do: 'tag' as const, add: ['vip'], remove: [] }],
  }

  test('is sent back as it came when nothing was written', () => {
    const { id: _id, since: _since, ...settings } = kept
    expect(settingsOf(draftOf(kept))).toEqual(settings)
  })

  test('that is not whole says which fields are wrong', () => {
    const draft = {
      ...blankDraft,
      all: [{ field: 'status' as const, op: 'is' as const, values: ['asleep'], is: true }],
    }
    const problem = problemOf(() => settingsOf(draft))
    expect(problem.errors.map(({ field }) => field.split('.')[1]).toSorted()).toEqual(['if', 'name'])
    expect(errorAt(problem, 'if.all.0')).toMatch(/open/)
    expect(errorAt(problem, 'name')).toMatch(/Too small/)
  })
})

test('a macro’s preview puts an example for every variable, and leaves what is none', () => {
  for (const name of variableNames) expect(exampleText(`a {{${name}|x}} b`)).not.toMatch(/[{}]/)
  expect(exampleText('Dear {{customer.firstName}}, {{nonsense}}')).toBe('Dear Alice, {{nonsense}}')
})

test('columns of a table are read a line each', () => {
  expect(readMapping('from.phone = Caller\n\n occurredAt=Start time \nnonsense')).toEqual({
    'from.phone': 'Caller',
    occurredAt: 'Start time',
  })
})

describe('a test of a source', () => {
  const at = (ms: number) => new Date(ms).toISOString()
  const health = (ms: number) => ({ firstReceivedAt: at(ms), lastReceivedAt: at(ms), lagMs: 1, gaps: [] })
  const since = Date.parse('2026-03-01T10:00:00.000Z')

  test.each([
    ['never', { health: undefined, since: undefined, over: false }],
    ['before', { health: health(since - 1e6), since: undefined, over: false }],
    ['waiting', { health: undefined, since, over: false }],
    ['waiting', { health: health(since - 61_000), since, over: false }],
    ['nothing', { health: health(since - 61_000), since, over: true }],
    ['arrived', { health: health(since - 59_000), since, over: false }],
    ['arrived', { health: health(since + 1000), since, over: true }],
  ])('says %s', (state, looking) => {
    expect(arrivalState(looking)).toBe(state)
  })
})

/** What it was refused with. */
function problemOf(work: () => unknown): ApiProblem {
  try {
    work()
  } catch (error) {
    if (error instanceof ApiProblem) return error
    throw error
  }
  throw new Error('it was not refused')
}
