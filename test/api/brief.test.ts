import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { briefSchema } from '../../core/api/brief.ts'
import { alice, bob, mail } from '../timeline/contacts.ts'
import { makeStack, type Stack } from './stack.ts'

let stack: Stack
beforeEach(() => {
  stack = makeStack()
})

const at = (day: number) => ({
  occurredAt: `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  receivedAt: `2026-03-${String(day).padStart(2, '0')}T09:00:05.000Z`,
})

const briefOf = async (groups: readonly string[] = ['agent']) => {
  const answer = await stack.call('GET', `/v1/customers/${await stack.customerOf(alice)}/brief`, { groups })
  return { status: answer.status, lines: answer.status === 200 ? briefSchema.parse(answer.body).lines : [] }
}

const receiveMatter = async () => {
  const first = await stack.receive(
    mail('kettle', { ...at(28), text: 'My kettle is broken. The order number is 4481-882. Could you replace it?' }),
  )
  const second = await stack.receive(mail('again', { ...at(30), text: 'Sorry, I meant order 4418-882.' }))
  return { first, second }
}

test('a brief says what the customer told, corrected, and cites the entries', async () => {
  const { first, second } = await receiveMatter()
  const { lines } = await briefOf()
  const told = lines.find(({ kind }) => kind === 'told')
  expect(told).toMatchObject({
    entryIds: [second.id],
    facts: [{ kind: 'order', value: '4418882', entryId: second.id }],
  })
  expect(lines.find(({ kind }) => kind === 'wants')).toMatchObject({ entryIds: [first.id] })
  expect(JSON.stringify(lines)).not.toContain('4481')
})

test('what somebody else wrote to the customer too is not what the customer told', async () => {
  await receiveMatter()
  await stack.receive(
    mail('copied', {
      ...at(31),
      from: { identifier: bob, name: 'Bob' },
      to: [{ identifier: alice, name: 'Alice' }],
      evidence: [{ identifier: bob, tier: 'T3', how: 'no-verdict' }],
      text: 'My order 7712-001 is late.',
    }),
  )
  expect(JSON.stringify(await briefOf())).not.toContain('7712')
})

test('every line cites entries of this customer', async () => {
  const { first, second } = await receiveMatter()
  const { lines } = await briefOf(['social'])
  expect(lines.length).toBeGreaterThan(2)
  for (const { entryIds } of lines) {
    expect(entryIds.length).toBeGreaterThan(0)
    expect([first.id, second.id]).toEqual(expect.arrayContaining(entryIds))
  }
})

test.each([['marketing'], ['operator']])('%s may not read briefs', async role => {
  await receiveMatter()
  expect(await briefOf([role])).toMatchObject({ status: 403 })
})

test('reading a brief is audited', async () => {
  await receiveMatter()
  await briefOf()
  const customer = await stack.customerOf(alice)
  expect(stack.audited).toContainEqual(expect.objectContaining({ customer, action: 'brief.read', actor: 'anna' }))
})

test('nobody has no brief', async () => {
  const { body, status } = await stack.call('GET', '/v1/customers/0000000000000000/brief')
  expect(status).toBe(404)
  expect(z.object({ title: z.string() }).parse(body).title).not.toBe('')
})

test('a brief is in the words of a model where one is there, unless it adds something', async () => {
  const saying = (text: string) =>
    makeStack({
      rewriteBrief: async lines => lines.filter(({ kind }) => kind === 'told').map(line => ({ ...line, text })),
    })
  stack = saying('Order 4418-882, corrected.')
  await receiveMatter()
  expect((await briefOf()).lines.map(({ text }) => text)).toEqual(['Order 4418-882, corrected.'])
  stack = saying('Order 9999-123.')
  await receiveMatter()
  expect((await briefOf()).lines.length).toBeGreaterThan(1)
})
