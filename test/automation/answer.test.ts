import { describe, expect, test } from 'vitest'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { answerFromMacro } from '../../core/automation/answer.ts'
import { stepId } from '../../core/automation/firing.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { Macro } from '../../core/macro/macro.ts'
import { defaultSource } from '../../core/source/source.ts'
import { mailAt, mentionAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'

const parcel = mailAt('parcel', '2T11:00', 'My parcel has not arrived', {
  from: { identifier: { type: 'email', value: 'alice@example.com' }, name: 'Alice Archer' },
})

const macro = (text: string, differing: Partial<Macro> = {}): Macro => ({
  ...{ v: 1, id: 'received', name: 'Received', active: true, variants: [{ language: 'en', text }] },
  ...differing,
})

/** Alice wrote, and the macro is to answer her. */
async function answering(given: Macro | undefined, contact: Contact = parcel) {
  const world = makeWorld()
  const conversation = await world.receive(contact)
  const replies = replyStore(world.table)
  const replying = {
    conversations: world.deps.store,
    timeline: world.timeline,
    identity: async () => world.identity,
    replies,
    consent: consentStore(world.table),
    readSource: async (id: string) => defaultSource(id, contact.channel === 'email' ? 'mail' : 'x'),
    now: () => world.clock.now,
  }
  const deps = { conversations: world.deps.store, macros: { read: async () => given }, replying }
  const id = conversation?.id ?? ''
  const asked = { id: stepId('f', 0), conversation: id, macro: 'received', rule: 'late', at: world.clock.now }
  const answer = () => answerFromMacro(deps, asked)
  return { answer, listed: async () => (await replies.ofConversation(id, 10)).replies }
}

describe('an answer by itself', () => {
  test('says what the macro says, where the customer wrote, once', async () => {
    const { answer, listed } = await answering(macro('Hello {{customer.firstName|there}}, we look for it.'))
    expect(await answer()).toEqual({ outcome: 'done' })
    expect(await answer()).toEqual({ outcome: 'done' })
    expect(await listed()).toMatchObject([
      {
        ...{ purpose: 'automatic', by: 'automation:late', answers: parcel.id, language: 'en' },
        content: { text: 'Hello Alice, we look for it.' },
        route: { network: 'mail', to: [{ identifier: { value: 'alice@example.com' } }] },
      },
    ])
  })

  const titled = macro('We look for it.', {
    variants: [{ language: 'en', text: 'We look for it.', subject: 'Order {{conversation.reference.order}}' }],
  })

  test('leaves the subject to mails: no network has one, and none waits for what it would name', async () => {
    const provider = { account: 'x:100', id: '1' }
    const { answer, listed } = await answering(titled, { ...mentionAt('m', '2T11:00', 'where is it?'), provider })
    expect(await answer()).toEqual({ outcome: 'done' })
    expect((await listed()).map(({ content }) => content)).toEqual([{ text: 'We look for it.', attachments: [] }])
    const byMail = await answering({ ...titled, variants: [{ language: 'en', text: 'Hello', subject: 'Your parcel' }] })
    expect(await byMail.answer()).toEqual({ outcome: 'done' })
    expect(await byMail.listed()).toMatchObject([{ content: { text: 'Hello', subject: 'Your parcel' } }])
  })

  test('is given by a macro of its own brand', async () => {
    const { answer } = await answering(macro('Hello', { brand: 'default' }))
    expect(await answer()).toEqual({ outcome: 'done' })
  })

  test.each([
    ['is out of use', macro('Hello', { active: false }), 'out of use'],
    ['is not there', undefined, 'not there'],
    [
      'has no text for the channel',
      macro('Hello', { variants: [{ language: 'en', text: 'x', channel: 'social' }] }),
      'channel',
    ],
    ['is of another brand', macro('Hello', { brand: 'shoes' }), 'brand'],
    ['names what is not known', macro('Your order {{conversation.reference.order}}'), 'conversation.reference.order'],
  ])('is not given where the macro %s', async (_, given, reason) => {
    const { answer, listed } = await answering(given)
    expect(await answer()).toMatchObject({ outcome: 'refused', detail: expect.stringContaining(reason) })
    expect(await listed()).toEqual([])
  })
})
