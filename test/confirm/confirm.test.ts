import { describe, expect, test } from 'vitest'
import { confirmationStore } from '../../adapters/dynamodb/confirmation-store.ts'
import { askConfirmation } from '../../core/confirm/ask.ts'
import { confirm } from '../../core/confirm/confirm.ts'
import type { ConfirmationStore } from '../../core/confirm/store.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { keepApart, linkIdentifiers } from '../../core/identity/link-identifiers.ts'
import { findCustomer } from '../../core/identity/read-customer.ts'
import { revoke } from '../../core/identity/revoke.ts'
import type { Question } from '../../core/question/question.ts'
import { alicePhone, aliceX, mailAt, mentionAt } from '../conversation/contacts.ts'
import { makeWorld } from '../conversation/world.ts'
import { alice, bob } from '../timeline/contacts.ts'

const told = (identifier: Identifier) => ({ identifier, tier: 'T2' as const, how: 'direct-message' })

/** The holder of an account of X, whom the network vouches for, says that other identifiers are theirs, too. */
const claims = (...claimed: Identifier[]): Contact => ({
  ...mentionAt('claim', '2T09:00', 'you can reach me there', aliceX),
  evidence: [{ identifier: aliceX, tier: 'T1', how: 'account' }, ...claimed.map(told)],
})

const reasons = 'they ask for their invoices'

async function started(contact: Contact = claims(alice), wrap = (store: ConfirmationStore) => store) {
  const world = makeWorld()
  const conversation = await world.receive(contact)
  if (conversation === undefined) throw new Error('the contact opened nothing')
  const confirmations = wrap(confirmationStore(world.table))
  const asked: Question[] = []
  let made = 0
  const now = () => world.clock.now
  const deps = {
    confirmations,
    identity: async () => world.identity,
    now,
    pause: async () => undefined,
  }
  const customer = async (identifier: Identifier) => {
    const found = await findCustomer(world.identity.store, identifier)
    if (found === undefined) throw new Error('nobody has this identifier')
    return found
  }
  const ask = async (to: Identifier, same?: Identifier) =>
    askConfirmation(
      {
        ...{ confirmations, identity: world.identity.store, timeline: world.timeline, now },
        newId: () => String(++made).padStart(32, '0'),
        ask: async question => {
          asked.push(question)
          return 'accepted'
        },
        linkTo: async ({ id }) => `https://throughline.example/confirm/${id}`,
        companyName: async () => 'The Shop',
      },
      {
        customer: await customer(contact.from.identifier),
        to,
        same,
        conversation,
        by: { subject: 'anna', actor: 'anna' },
        reason: reasons,
      },
    )
  const askedId = async (to: Identifier, same?: Identifier) => {
    const result = await ask(to, same)
    if (result.outcome !== 'asked') throw new Error(result.outcome)
    return result.confirmation.id
  }
  /** The members of the customer of an identifier: `name` where proven, `name?` where asserted. */
  const members = async (identifier: Identifier) =>
    (await customer(identifier)).members.map(({ stream, asserted }) => `${stream}${asserted ? '?' : ''}`).sort()
  const confirmedOn = async (stream: string) =>
    (await world.eventsOn(stream)).flatMap(event =>
      event.type === 'status' && event.change === 'confirmed' ? [event] : [],
    )
  return {
    ...world,
    conversation,
    confirmations,
    asked,
    ask,
    askedId,
    members,
    confirmedOn,
    say: (id: string) => confirm(deps, id),
  }
}

describe('asking', () => {
  test('goes to the end that was claimed, in words that name nobody', async () => {
    const { ask, asked, conversation } = await started()
    expect(await ask(alice)).toMatchObject({
      outcome: 'asked',
      confirmation: { end: 'email:alice@example.com', needs: ['email:alice@example.com'], other: 'x', reason: reasons },
      alsoNeeded: [],
    })
    expect(asked).toMatchObject([
      { purpose: 'confirmation', to: alice, conversation: conversation.id, by: { actor: 'anna' } },
    ])
    const [question] = asked
    expect(question?.text).toContain('The Shop')
    expect(`${question?.subject} ${question?.text}`).not.toMatch(/alice|200|invoice/i)
  })

  test('never to whoever made the claim: they would confirm it to themselves', async () => {
    const { ask, asked } = await started()
    expect([await ask(aliceX), asked]).toEqual([{ outcome: 'made-the-claim' }, []])
  })

  test('needs both ends where nobody vouches for who wrote', async () => {
    const mail = mailAt('signed', '2T09:00', 'my number is below', {
      evidence: [
        { identifier: alice, tier: 'T3', how: 'no-verdict' },
        { identifier: alicePhone, tier: 'T3', how: 'signature' },
      ],
    })
    const { ask } = await started(mail)
    expect(await ask(alicePhone)).toMatchObject({ outcome: 'asked', alsoNeeded: [alice] })
    expect(await ask(alice)).toMatchObject({ outcome: 'asked', alsoNeeded: [alicePhone] })
  })

  test('says what there is nothing to confirm about', async () => {
    const { ask, identity } = await started()
    expect(await ask(bob)).toEqual({ outcome: 'not-theirs' })
    await linkIdentifiers(identity, alice, aliceX, { operationId: 'agents', by: 'anna' })
    expect(await ask(alice)).toEqual({ outcome: 'no-link' })
  })

  test('of several, only about the one that is named', async () => {
    const { ask, record, asked } = await started(claims(alice, alicePhone))
    const another = mailAt('other', '2T09:10', 'it is me', {
      evidence: [
        { identifier: alice, tier: 'T1', how: 'dmarc' },
        { identifier: alicePhone, tier: 'T3', how: 'signature' },
      ],
    })
    await record(another)
    expect(await ask(alicePhone)).toEqual({ outcome: 'several' })
    expect(await ask(alicePhone, aliceX)).toMatchObject({ outcome: 'asked', confirmation: { other: 'x' } })
    expect(asked).toHaveLength(1)
  })
})

describe('saying yes', () => {
  test('proves the link, once, and the timeline tells', async () => {
    const { askedId, say, members, confirmedOn, identity, conversation } = await started()
    expect(await members(alice)).toEqual(['email:alice@example.com', 'x:200?'])
    const id = await askedId(alice)
    expect(await say(id)).toBe('confirmed')
    expect(await members(alice)).toEqual(['email:alice@example.com', 'x:200'])
    const linkId = identity.ids.link('email:alice@example.com', 'x:200', 'signed-link')
    expect(await identity.store.readLink(linkId)).toMatchObject({
      tier: 'T1',
      asserted: false,
      by: 'the customer',
      reason: reasons,
    })
    expect(await confirmedOn('email:alice@example.com')).toMatchObject([
      { actor: 'the customer', conversation: conversation.id },
    ])
    expect(await say(id)).toBe('used')
    expect(await confirmedOn('email:alice@example.com')).toHaveLength(1)
  })

  test('to two clicks at once is one yes', async () => {
    const { askedId, say, confirmedOn } = await started()
    const id = await askedId(alice)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => say(id)))
    expect(outcomes.filter(outcome => outcome === 'confirmed')).toHaveLength(1)
    expect(outcomes.filter(outcome => outcome === 'used')).toHaveLength(3)
    expect(await confirmedOn('email:alice@example.com')).toHaveLength(1)
  })

  test('goes on where it was cut short', async () => {
    let broken = true
    const { askedId, say, members } = await started(claims(alice), store => ({
      ...store,
      finish: async (next, events) => {
        if (broken) throw new Error('the connection broke')
        return store.finish(next, events)
      },
    }))
    const id = await askedId(alice)
    await expect(say(id)).rejects.toThrow('the connection broke')
    broken = false
    expect(await say(id)).toBe('confirmed')
    expect(await members(alice)).toEqual(['email:alice@example.com', 'x:200'])
  })

  test('by one end of two proves nothing until the other says it, too', async () => {
    const mail = mailAt('signed', '2T09:00', 'my number is below', {
      evidence: [
        { identifier: alice, tier: 'T3', how: 'no-verdict' },
        { identifier: alicePhone, tier: 'T3', how: 'signature' },
      ],
    })
    const { askedId, say, members } = await started(mail)
    expect(await say(await askedId(alicePhone))).toBe('half')
    expect(await members(alice)).toEqual(['email:alice@example.com', 'phone:+442079460018?'])
    expect(await say(await askedId(alice))).toBe('confirmed')
    expect(await members(alice)).toEqual(['email:alice@example.com', 'phone:+442079460018'])
  })

  test('is too late once the link was taken back, or a confirmation of it', async () => {
    const { askedId, say, identity, members } = await started()
    const [first, second] = [await askedId(alice), await askedId(alice)]
    await say(first)
    await revoke(identity, identity.ids.link('email:alice@example.com', 'x:200', 'signed-link'), {
      operationId: 'r1',
      by: 'anna',
    })
    expect(await say(second)).toBe('obsolete')
    const third = await askedId(alice)
    await revoke(identity, identity.ids.link('email:alice@example.com', 'x:200', 'direct-message'), {
      operationId: 'r2',
      by: 'anna',
    })
    expect(await say(third)).toBe('obsolete')
    expect(await members(alice)).toEqual(['email:alice@example.com'])
  })

  test('does not join two who are on record as two people', async () => {
    const { askedId, say, identity, members, confirmedOn } = await started()
    const id = await askedId(alice)
    await keepApart(identity, alice, aliceX, { operationId: 'apart', by: 'anna' })
    expect(await say(id)).toBe('confirmed')
    expect(await members(alice)).toEqual(['email:alice@example.com'])
    expect(await confirmedOn('email:alice@example.com')).toMatchObject([{ reason: 'without effect: cannot-link' }])
  })

  test('to what nobody asked is unknown', async () => {
    const { say } = await started()
    expect(await say('f'.repeat(32))).toBe('unknown')
  })
})
