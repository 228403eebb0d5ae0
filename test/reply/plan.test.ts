import { describe, expect, test } from 'vitest'
import { coldRoute, formsOf, planRoute } from '../../core/reply/plan.ts'
import { defaultSource, type Source } from '../../core/source/source.ts'
import { aliceX, answerAt, callAt, mailAt, mentionAt } from '../conversation/contacts.ts'
import { alice, bob } from '../timeline/contacts.ts'

const support = defaultSource('support', 'mail')
const phones: Source = {
  ...defaultSource('twilio', 'phone'),
  ownIdentifiers: [{ type: 'phone', value: '+442079460000' }],
}
const x = defaultSource('x', 'x')
const question = mailAt('question', '2T09:00', 'Where is it?', { to: [{ identifier: bob }] })
const mention = { ...mentionAt('post', '2T09:00', 'Where is it?'), provider: { account: 'x:100', id: '1' } }

describe('an answer goes', () => {
  test('to the author of a mail, from the address that it came to, in its thread', () => {
    expect(planRoute(question, support)).toEqual({
      ...{ source: 'support', network: 'mail', form: 'mail', account: 'support@localhost' },
      ...{ to: [{ identifier: alice, name: 'Alice' }], cc: [] },
      ...{ inReplyTo: 'question@example.com', references: ['question@example.com'] },
    })
  })

  test('from the mailbox that a mail came to, where it still is ours', () => {
    const both = ['support@localhost', 'help@localhost'].map(value => ({ type: 'email' as const, value }))
    const toHelp = { ...question, provider: { account: 'help@localhost', id: 'question@example.com' } }
    expect(planRoute(toHelp, { ...support, ownIdentifiers: both })).toMatchObject({ account: 'help@localhost' })
    expect(planRoute(toHelp, support)).toMatchObject({ account: 'support@localhost' })
  })

  test('to all who took part, when that is wanted, and to those who are named', () => {
    const clara = { identifier: { type: 'email', value: 'clara@example.com' } } as const
    expect(planRoute(question, support, { everybody: true, cc: [clara] })).toMatchObject({
      to: [{ identifier: alice }],
      cc: [{ identifier: bob }, clara],
    })
  })

  test('to those whom our own last word went to', () => {
    const ours = answerAt('answer', '2T10:00', 'Soon.', question)
    expect(planRoute(ours, support)).toMatchObject({ to: [{ identifier: alice }], inReplyTo: 'answer@company.example' })
  })

  test('in public where it was public, or in private when that is wanted', () => {
    expect(planRoute(mention, x)).toMatchObject({ network: 'x', form: 'post', account: 'x:100', inReplyTo: '1' })
    expect(planRoute(mention, x, { form: 'direct' })).toMatchObject({ form: 'direct', to: [{ identifier: aliceX }] })
  })

  test('never in public where it was private', () => {
    const direct = { ...mention, social: { network: 'x', visibility: 'private' }, kind: 'direct' } as const
    expect(planRoute(direct, x)).toMatchObject({ form: 'direct' })
    expect(planRoute(direct, x, { form: 'post' })).toHaveProperty('noWay')
    for (const network of ['x', 'facebook', 'instagram', 'whatsapp'] as const)
      expect(formsOf(network, false)).toEqual(['direct'])
  })

  test('to the number of a call, from ours', () => {
    expect(planRoute(callAt('call', '2T09:00', false), phones)).toMatchObject({
      form: 'call',
      account: '+442079460000',
    })
  })
})

describe('there is no way', () => {
  test.each([
    [
      'to whoever withheld the number',
      { ...callAt('call', '2T09:00', false), from: { identifier: { type: 'line', value: 'twilio' } } } as const,
      phones,
    ],
    ['from a source without an address of ours', question, { ...support, ownIdentifiers: [] }],
    ['where the network’s own id is not known', mentionAt('post', '2T09:00', 'Where is it?'), x],
    ['to what no network brought', { ...question, channel: 'web' } as const, support],
  ])('%s', (_why, contact, source) => {
    expect(planRoute(contact, source)).toEqual({ noWay: expect.stringMatching(/\.$/) })
  })

  test('to write first on a network, but by mail and phone there is', () => {
    expect(coldRoute(aliceX, x)).toHaveProperty('noWay')
    expect(coldRoute(alice, support)).toMatchObject({
      form: 'mail',
      account: 'support@localhost',
      to: [{ identifier: alice }],
    })
    expect(coldRoute(alice, { ...support, ownIdentifiers: [] })).toHaveProperty('noWay')
  })
})
