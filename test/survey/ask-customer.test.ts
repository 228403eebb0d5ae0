import { describe, expect, test } from 'vitest'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { askCustomer } from '../../core/question/ask-customer.ts'
import type { Question } from '../../core/question/question.ts'
import { sourceOfDoor } from '../../core/source/source.ts'
import { alicePhone, aliceX, mailAt, mentionAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'
import { alice } from '../timeline/contacts.ts'

const id = 'a'.repeat(32)

/** Questions over the very way that answers take, up to the outbox. */
async function asking(contact: Contact) {
  const world = makeWorld()
  const conversation = await world.receive(contact)
  if (conversation === undefined) throw new Error('the contact opened nothing')
  const replies = replyStore(world.table)
  const ask = askCustomer({
    ...{ conversations: world.deps.store, timeline: world.timeline, identity: async () => world.identity, replies },
    consent: consentStore(world.table),
    readSource: async source => sourceOfDoor(source),
    now: () => world.clock.now,
  })
  const question: Question = {
    ...{ id, purpose: 'survey', conversation: conversation.id, to: contact.from.identifier, answers: contact.id },
    ...{ language: 'en', subject: 'How did we do?', text: 'How did we do? Reply with a number from 1 to 5.' },
    by: { subject: 'throughline', actor: 'throughline' },
  }
  const fresh = ({ answers: _answers, ...rest }: Question): Question => ({ ...rest, purpose: 'confirmation' })
  return { ...world, ask, question, confirmation: fresh(question), stored: () => replies.read(id) }
}

const provider = { account: 'x:100', id: '1' }
const publicPost: Contact = { ...mentionAt('mention', '2T09:00', 'where is it?'), provider }
const publicOn = (network: string, identifier: Identifier): Contact => ({
  ...publicPost,
  ...{ from: { identifier }, social: { network, visibility: 'public' } },
})
const claim: Contact = {
  ...publicPost,
  evidence: [
    { identifier: aliceX, tier: 'T1', how: 'account' },
    ...[alice, alicePhone].map(identifier => ({ identifier, tier: 'T2' as const, how: 'stated' })),
  ],
}

describe('a survey', () => {
  test('is a reply on the thread, to be sent at once, and one however often it is asked', async () => {
    const { ask, question, stored } = await asking(mailAt('question', '2T09:00', 'Where is it?'))
    expect([await ask(question), await ask(question)]).toEqual(['accepted', 'accepted'])
    expect(await stored()).toMatchObject({
      ...{ purpose: 'survey', by: 'throughline', status: 'waiting', sendAt: '2026-03-02T12:00:00.000Z' },
      route: { network: 'mail', to: [{ identifier: alice }], inReplyTo: 'question@example.com' },
      content: { subject: 'How did we do?' },
    })
  })

  test.each([
    ['x', aliceX, 'direct'],
    ['facebook', { type: 'facebook', value: '300' }, 'private-reply'],
    ['instagram', { type: 'instagram', value: '400' }, 'private-reply'],
  ] as const)(
    'goes privately to who wrote in public on %s: whoever holds its link may score',
    async (network, identifier, form) => {
      const { ask, question, stored } = await asking(publicOn(network, identifier))
      expect(await ask(question)).toBe('accepted')
      expect((await stored())?.route).toMatchObject({ network, form, inReplyTo: '1' })
    },
  )

  test('stays private where the customer wrote privately', async () => {
    const post = publicOn('x', aliceX)
    const direct = {
      ...post,
      channel: 'message',
      kind: 'direct',
      social: { network: 'x', visibility: 'private' },
    } as const
    const { ask, question, stored } = await asking(direct)
    expect(await ask(question)).toBe('accepted')
    expect((await stored())?.route).toMatchObject({ network: 'x', form: 'direct' })
  })

  test('is not asked where nothing private answers, as below a review', async () => {
    const { ask, question, stored } = await asking({
      ...publicOn('facebook', { type: 'facebook', value: '300' }),
      ...{ channel: 'review', kind: 'review' },
    })
    expect(await ask(question)).toBe('no-way')
    expect(await stored()).toBeUndefined()
  })
})

describe('a confirmation', () => {
  test('goes privately to who wrote in public', async () => {
    const { ask, confirmation, stored } = await asking(publicPost)
    expect(await ask(confirmation)).toBe('accepted')
    expect((await stored())?.route).toMatchObject({ network: 'x', form: 'direct' })
  })

  test('goes to an address that was only claimed and never wrote, across the unproven link', async () => {
    const { ask, confirmation, stored } = await asking(claim)
    expect(await ask({ ...confirmation, to: alice })).toBe('accepted')
    expect((await stored())?.route).toMatchObject({ network: 'mail', to: [{ identifier: alice }] })
  })

  test('is carried by no call', async () => {
    const { ask, confirmation, stored } = await asking(claim)
    expect(await ask({ ...confirmation, to: alicePhone })).toBe('no-way')
    expect(await stored()).toBeUndefined()
  })
})
