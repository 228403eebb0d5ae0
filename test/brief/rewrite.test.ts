import { describe, expect, test } from 'vitest'
import type { BriefLine } from '../../core/brief/brief.ts'
import { composeBrief } from '../../core/brief/compose.ts'
import { acceptRewrite, rewriteOrKeep } from '../../core/brief/rewrite.ts'
import { mail } from '../timeline/contacts.ts'

const context = { now: '2026-03-06T09:00:00.000Z', region: 'GB' }
const told: BriefLine = {
  kind: 'told',
  text: 'Told us: order 4418-882; £49.90; 3 Mar.',
  entryIds: ['a', 'b'],
  facts: [{ kind: 'order', value: '4418882', entryId: 'a' }],
}
const who: BriefLine = { kind: 'who', text: 'Alice Martin, in touch with service.', entryIds: ['a'], facts: [] }
const original = [who, told]
const accepts = (...lines: Partial<BriefLine>[]) =>
  acceptRewrite(
    original,
    lines.map(line => ({ ...told, ...line })),
    context,
  )

test('other words for the same are accepted, and so is less', () => {
  expect(accepts({ text: 'They gave order 4418-882, paid £49.90 on 3 Mar.' })).toBe(true)
  expect(accepts({ text: 'The order is 4418-882.', entryIds: ['a'] })).toBe(true)
})

describe('refused', () => {
  test.each([
    ['a line without entries', { entryIds: [] }],
    ['an entry that the line did not cite', { entryIds: ['a', 'c'] }],
    ['a number that is not there', { text: 'Order 4481-882.' }],
    ['a number cut short', { text: 'Order 4418.', facts: [] }],
    ['a sum that is not there', { text: 'Order 4418-882, they paid £59.90.' }],
    ['a day that is not there', { text: 'Order 4418-882 of 4 Mar.' }],
    ['a name that is not there', { text: 'As Bob says, order 4418-882.' }],
    ['a fact that is not there', { facts: [{ kind: 'order' as const, value: '5512', entryId: 'a' }] }],
    ['a fact of another entry', { facts: [{ kind: 'order' as const, value: '4418882', entryId: 'b' }] }],
    ['more words than an agent reads', { text: 'order '.repeat(121) }],
  ])('%s', (_, line) => {
    expect(accepts(line)).toBe(false)
  })

  test('nothing at all', () => {
    expect(acceptRewrite(original, [], context)).toBe(false)
  })
})

test('a rewriting that fails or adds leaves the brief as it is', async () => {
  const failing = async () => Promise.reject(new Error('throttled'))
  const adding = async () => [{ ...told, text: 'Order 9999.' }]
  const short = async () => [{ ...told, text: 'Order 4418-882.' }]
  expect(await rewriteOrKeep(original, failing, context)).toEqual(original)
  expect(await rewriteOrKeep(original, adding, context)).toEqual(original)
  expect(await rewriteOrKeep(original, undefined, context)).toEqual(original)
  expect(await rewriteOrKeep(original, short, context)).toMatchObject([{ text: 'Order 4418-882.' }])
})

describe('a line that is not confirmed', () => {
  const doubtful: BriefLine = {
    kind: 'told',
    text: 'Told us (not confirmed): account 90210-77.',
    entryIds: ['c'],
    facts: [],
  }
  const accepted = (text: string, entryIds: string[]) =>
    acceptRewrite([...original, doubtful], [{ kind: 'told', text, entryIds, facts: [] }], context)

  test('stays so', () => {
    expect(accepted('Account 90210-77 (not confirmed).', ['c'])).toBe(true)
    expect(accepted('Account 90210-77.', ['c'])).toBe(false)
  })

  test('is not told as what a confirmed entry says', () => {
    expect(accepted('Account 90210-77.', ['a'])).toBe(false)
  })
})

test('a brief in its own words is accepted as it is, with all its facts', async () => {
  const texts = [
    'My name is Alice Martin. I paid £49.90 for order 4418-882 of 3 March. I live at 12 High Street, London.',
    'My account number is AC-90210-77, the invoice is INV-2231. I restarted the router and it did not help.',
    'Case 77-1234. Call me on +44 20 7946 0123. On 2026-03-05 you charged EUR 1,234.56. Can you refund me?',
  ]
  const contacts = texts.map((text, n) => {
    const occurredAt = `2026-03-0${n + 1}T09:00:00.000Z`
    return { contact: mail(`mail ${n}`, { occurredAt, receivedAt: occurredAt, text }), asserted: n === 1 }
  })
  const input = { ...context, contacts: contacts.reverse(), matters: [] }
  const composed = composeBrief(input)
  expect(composed.flatMap(({ facts }) => facts).length).toBeGreaterThan(8)
  expect(acceptRewrite(composed, composed, input)).toBe(true)
  expect(await rewriteOrKeep(composed, async lines => [...lines].reverse(), input)).toEqual(composed.toReversed())
})

test('facts that the new words no longer say are taken from the line', async () => {
  const both = { ...told, facts: [...told.facts, { kind: 'amount' as const, value: 'GBP 49.90', entryId: 'b' }] }
  const [line] = await rewriteOrKeep([both], async () => [{ ...both, text: 'Order 4418-882.' }], context)
  expect(line?.facts).toEqual(told.facts)
})
