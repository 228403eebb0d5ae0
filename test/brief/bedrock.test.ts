import { describe, expect, test } from 'vitest'
import { rewriteBrief } from '../../adapters/bedrock/rewrite-brief.ts'
import type { BriefLine } from '../../core/brief/brief.ts'
import { rewriteOrKeep } from '../../core/brief/rewrite.ts'
import { converseServer, type Reply } from './converse-server.ts'

const model = 'amazon.nova-lite-v1:0'
const context = { now: '2026-03-06T09:00:00.000Z', region: 'GB' }
const who: BriefLine = { kind: 'who', text: 'Alice Martin, in touch with service.', entryIds: ['a'], facts: [] }
const told: BriefLine = {
  kind: 'told',
  text: 'Told us: order 4418-882; £49.90.',
  entryIds: ['a', 'b'],
  facts: [
    { kind: 'order', value: '4418882', entryId: 'a' },
    { kind: 'amount', value: 'GBP 49.90', entryId: 'b' },
  ],
}
const doubtful: BriefLine = {
  kind: 'told',
  text: 'Told us (not confirmed): account 90210-77.',
  entryIds: ['c'],
  facts: [],
}
const plain = [who, told, doubtful]

const line = (text: string, entryIds = ['a', 'b'], kind = 'told') => ({ kind, text, entryIds })
const saying = (...lines: object[]): Reply => ({ text: JSON.stringify(lines) })

async function shown(...replies: [Reply, ...Reply[]]) {
  const { client, asked } = await converseServer(...replies)
  return { asked, lines: await rewriteOrKeep(plain, rewriteBrief(client, model, 2_000), context) }
}

describe('a model is asked', () => {
  test('once, with lines, kinds and entries, in a request of Converse', async () => {
    const { asked } = await shown(saying(line('Order 4418-882, paid £49.90.')))
    expect(asked).toHaveLength(1)
    expect(decodeURIComponent(asked[0]?.path ?? '')).toBe(`/model/${model}/converse`)
    const sent = asked[0]?.body.messages[0].content[0].text ?? ''
    expect(JSON.parse(sent)).toEqual(plain.map(({ kind, text, entryIds }) => ({ kind, text, entryIds })))
  })

  test('a second time when it throttled the first', async () => {
    const { asked, lines } = await shown(throttled, saying(line('Order 4418-882.', ['a'])))
    expect(asked).toHaveLength(2)
    expect(lines.map(({ text }) => text)).toEqual(['Order 4418-882.'])
  })
})

const throttled: Reply = { error: 'ThrottlingException', status: 429 }

describe('what it says is shown', () => {
  test('with the facts of its entries', async () => {
    const { lines } = await shown(saying(line('Order 4418-882, paid £49.90.')))
    expect(lines).toEqual([{ ...told, text: 'Order 4418-882, paid £49.90.' }])
  })

  test('without the facts that it leaves out', async () => {
    const { lines } = await shown(saying(line('Order 4418-882.')))
    expect(lines[0]?.facts).toEqual([{ kind: 'order', value: '4418882', entryId: 'a' }])
  })

  test('where it keeps the doubt', async () => {
    const kept = 'Account 90210-77 (not confirmed).'
    expect((await shown(saying(line(kept, ['c'])))).lines[0]?.text).toBe(kept)
  })
})

describe('the plain brief is shown when the model', () => {
  test.each<[string, Reply]>([
    ['invents a number', saying(line('Order 4418-882 and 5512-001.'))],
    ['cites no entry', saying(line('Order 4418-882.', []))],
    ['cites an entry that does not say it', saying(line('Account 90210-77.', ['a']))],
    ['cites an entry that there is not', saying(line('Order 4418-882.', ['z']))],
    ['drops the doubt', saying(line('Account 90210-77.', ['c']))],
    ['says nothing', saying()],
    ['answers in words', { text: 'Here is the brief: order 4418-882.' }],
    ['answers in another shape', { text: '{"lines":[]}' }],
    ['makes up a kind', saying(line('Order 4418-882.', ['a'], 'refund'))],
    ['is cut short', { text: JSON.stringify([line('Order 4418-882.')]), stopReason: 'max_tokens' }],
    ['is not allowed', { error: 'AccessDeniedException', status: 403 }],
    ['refuses the request', { error: 'ValidationException', status: 400 }],
    ['takes too long for itself', { error: 'ModelTimeoutException', status: 408 }],
  ])('%s', async (_, reply) => {
    expect((await shown(reply)).lines).toEqual(plain)
  })

  test('throttles twice, and is not asked a third time', async () => {
    const { asked, lines } = await shown(throttled, throttled, saying(line('Order 4418-882.')))
    expect(asked).toHaveLength(2)
    expect(lines).toEqual(plain)
  })

  test('does not answer in time', async () => {
    const { client } = await converseServer('silence')
    const rewrite = rewriteBrief(client, model, 50)
    await expect(rewrite(plain)).rejects.toMatchObject({ name: 'AbortError' })
    expect(await rewriteOrKeep(plain, rewrite, context)).toEqual(plain)
  })
})

test('an error about an answer repeats nothing of it', async () => {
  const { client } = await converseServer({ text: 'Alice ordered 4418-882.' })
  const error = await rewriteBrief(client, model)(plain).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ name: 'NoAnswer', message: 'the answer is no brief' })
  expect(error).not.toHaveProperty('cause')
})
