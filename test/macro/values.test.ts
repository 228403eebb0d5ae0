import { expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { streamName } from '../../core/contact/stream.ts'
import { macroValues } from '../../core/macro/values.ts'
import { alicePhone, answerAt, mailAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'
import { entryOf } from '../reply/checks/entries.ts'
import { alice, bob } from '../timeline/contacts.ts'

const order = mailAt('order', '2T09:00', 'Where is my order 4471-882?', {
  from: { identifier: alice, name: 'Field, Alice' },
})

async function valuesOf(contacts: readonly Contact[], confirmed = [streamName(alice)]) {
  const world = makeWorld()
  const conversations = []
  for (const contact of contacts.toReversed()) conversations.push(await world.receive(contact))
  const conversation = conversations.findLast(one => one !== undefined)
  if (conversation === undefined) throw new Error('nothing opened a conversation')
  return macroValues({
    agentName: 'Anna B. Miller',
    conversation,
    entries: contacts.map(entryOf),
    streams: [streamName(alice), streamName(alicePhone)],
    confirmed: new Set(confirmed),
    language: 'de',
  })
}

test('what the customer called themselves, who answers, the brand and the number of the matter', async () => {
  expect(await valuesOf([order])).toMatchObject({
    'customer.name': { text: 'Alice Field', asserted: false },
    'customer.firstName': { text: 'Alice', asserted: false },
    'agent.firstName': { text: 'Anna', asserted: false },
    brand: { text: 'default', asserted: false },
    'conversation.reference.order': { text: '4471882', asserted: false },
  })
})

test('the day that was promised, as the language writes it', async () => {
  const promised = answerAt('promised', '2T10:00', 'We will send you an answer by 5 March 2026.', order)
  expect(await valuesOf([promised, order])).toMatchObject({ 'promise.by': { text: '5. März 2026', asserted: false } })
})

test('what only the other side of an unproven link tells is marked so', async () => {
  const values = await valuesOf([order], [streamName(alicePhone)])
  expect(values['customer.name']).toMatchObject({ asserted: true })
  expect(values['customer.firstName']).toMatchObject({ asserted: true })
  expect(values['conversation.reference.order']).toMatchObject({ asserted: true })
})

test('a name on this side goes before a newer one across the link', async () => {
  const call = mailAt('call', '3T09:00', 'Order 4471-882', { from: { identifier: alicePhone, name: 'Mallory' } })
  expect((await valuesOf([call, order]))['customer.name']).toEqual({ text: 'Alice Field', asserted: false })
})

test.each(['alice@example.com', '+44 20 7946 0018', ''])('%j is nobody’s name', async name => {
  const values = await valuesOf([{ ...order, from: { identifier: alice, name } }])
  expect(values['customer.name']).toBeUndefined()
})

test('nobody else who wrote to the customer gives them a name', async () => {
  const copied = mailAt('copied', '3T09:00', 'See order 4471-882', {
    from: { identifier: bob, name: 'Bob' },
    to: [{ identifier: alice }],
  })
  expect((await valuesOf([order, copied]))['customer.name']?.text).toBe('Alice Field')
})
