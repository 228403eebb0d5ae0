import { describe, expect, test } from 'vitest'
import { decideRoute } from '../../core/routing/decide.ts'
import { callAt, mailAt, mentionAt } from '../conversation/contacts.ts'
import { conversationOf, everything, inputOf, ruleNamed, seatOf } from './company.ts'

const mention = mentionAt('post', '2T11:00', '@shop you charged me twice')

describe('which rule decides', () => {
  const call = callAt('call', '2T11:00', false)
  test.each([
    ['channel', { channel: ['phone', 'social'] }, {}, { contact: call }],
    ['network', { network: ['x'] }, {}, { contact: mention }],
    ['kind', { kind: ['mention'] }, {}, { contact: mention }],
    ['brand', { brand: ['kettles'] }, { brand: 'kettles' }, {}],
    ['department', { department: ['billing'] }, { department: 'billing' }, {}],
    ['source', { source: ['imap'] }, {}, { contact: mailAt('m', '2T11:00', 'hi', { source: 'imap' }) }],
    ['language', { language: ['pt'] }, { language: 'pt-BR' }, {}],
    ['topic', { topic: ['billing'] }, { topics: ['delivery', 'billing'] }, {}],
    ['tag', { tag: ['vip'] }, { tags: ['vip'] }, {}],
    ['priority', { priority: ['high', 'urgent'] }, { priority: 'urgent' as const }, {}],
    ['first time', { firstTime: false }, {}, { firstTime: false }],
    ['a word', { words: ['Refund'] }, {}, { contact: mailAt('m', '2T11:00', 'I want a REFUND, now.') }],
    ['words in a row', { words: ['money back'] }, {}, { contact: mailAt('m', '2T11:00', 'my money,\nback please') }],
    ['the subject', { words: ['straße'] }, {}, { contact: mailAt('m', '2T11:00', '', { subject: 'Neue Straße' }) }],
  ])('by %s: where it holds, and not where it does not', (_, when, conversation, asked) => {
    const rules = [ruleNamed('special', { name: 'Special', when }), everything]
    const holding = inputOf({ rules, conversation: conversationOf(conversation), ...asked })
    expect(decideRoute(holding)?.rule.id).toBe('special')
    expect(decideRoute(inputOf({ rules }))?.rule.id).toBe('everything')
  })

  test('is the first in force, by order and then by id; all of its conditions hold', () => {
    const rules = [
      ruleNamed('off', { order: 0, active: false }),
      ruleNamed('half', { order: 1, when: { channel: ['email'], tag: ['vip'] } }),
      ruleNamed('second', { order: 2 }),
      ruleNamed('first', { order: 2 }),
    ]
    expect(decideRoute(inputOf({ rules }))?.rule.id).toBe('first')
  })

  test('is none where none applies', () => {
    expect(decideRoute(inputOf({ rules: [ruleNamed('vip', { when: { tag: ['vip'] } })] }))).toBeUndefined()
  })

  test('words are whole words', () => {
    const rules = [ruleNamed('art', { when: { words: ['art'] } })]
    const contact = mailAt('m', '2T11:00', 'My part of the cart is art-less? No: smart.')
    expect(decideRoute(inputOf({ rules, contact }))?.rule.id).toBe('art')
    expect(decideRoute(inputOf({ rules, contact: { ...contact, text: 'part cart smart' } }))).toBeUndefined()
  })
})

describe('who gets it', () => {
  const rule = ruleNamed('billing', { name: 'Billing in German', to: { team: 'billing', skills: ['billing'] } })
  const german = conversationOf({ language: 'de' })
  const skilled = { teams: ['billing'], skills: ['billing'], languages: ['de', 'en'] }

  test('somebody of the team with the skill and the language, who knows the customer', () => {
    const seats = [seatOf('ada', skilled), seatOf('bob', { ...skilled, load: 9 }), seatOf('carol')]
    const lastAnsweredBy = { agent: 'bob', at: '2026-02-20T12:00:00.000Z' }
    const route = decideRoute(inputOf({ rules: [rule], conversation: german, seats, lastAnsweredBy }))
    expect(route).toMatchObject({ team: 'billing', assignee: 'bob' })
    expect(route?.reason).toBe('rule «Billing in German»: Bob knows the customer')
  })

  test.each([
    ['answered too long ago', { at: '2026-01-20T12:00:00.000Z' }, {}],
    ['is away', {}, { availability: 'away' as const }],
    ['has as much as they can take', {}, { load: 20 }],
    ['has left', {}, { active: false }],
  ])('somebody else, where whoever knows the customer %s', (_, answered, differing) => {
    const seats = [seatOf('ada', { ...skilled, load: 3 }), seatOf('bob', { ...skilled, load: 5, ...differing })]
    const lastAnsweredBy = { agent: 'bob', at: '2026-02-20T12:00:00.000Z', ...answered }
    const route = decideRoute(
      inputOf({ rules: [rule], conversation: german, seats: [...seats, seatOf('carol', skilled)], lastAnsweredBy }),
    )
    expect(route?.assignee).toBe('carol')
    expect(route?.reason).not.toContain('knows')
  })

  test('whoever has least to do for what they can take, then whoever has waited longest', () => {
    const seats = [
      seatOf('ada', { load: 2, capacity: 4, lastAssignedAt: '2026-03-02T08:00:00.000Z' }),
      seatOf('bob', { load: 5, capacity: 20, lastAssignedAt: '2026-03-02T10:00:00.000Z' }),
      seatOf('carol', { load: 1, capacity: 4, lastAssignedAt: '2026-03-02T09:00:00.000Z' }),
    ]
    const route = decideRoute(inputOf({ seats }))
    expect(route?.assignee).toBe('carol')
    expect(route?.reason).toBe('rule «Everything else»: Carol has the least to do (1 of 4)')
  })

  test('whom the rule names, first; where they cannot take it, others', () => {
    const rules = [ruleNamed('vip', { name: 'VIP', to: { agent: 'zoe' } })]
    const zoe = seatOf('zoe', { teams: [], load: 19 })
    expect(decideRoute(inputOf({ rules, seats: [seatOf('ada'), zoe] }))).toMatchObject({
      assignee: 'zoe',
      reason: 'rule «VIP»: it names Zoe',
    })
    expect(decideRoute(inputOf({ rules, seats: [seatOf('ada'), { ...zoe, load: 20 }] }))?.assignee).toBe('ada')
  })

  test('nobody of those it was taken from', () => {
    const conversation = conversationOf({ assignedBy: { actor: 'bob', at: '2026-03-02T11:00:00.000Z', from: 'bob' } })
    const lastAnsweredBy = { agent: 'bob', at: '2026-03-02T11:00:00.000Z' }
    expect(decideRoute(inputOf({ conversation, lastAnsweredBy }))?.assignee).toBeUndefined()
    const rules = [ruleNamed('bobs', { to: { agent: 'bob' } })]
    expect(decideRoute(inputOf({ conversation, rules }))?.assignee).toBeUndefined()
  })

  test('in a language that nobody of the team speaks, anybody there, and the reason says so', () => {
    const route = decideRoute(inputOf({ conversation: conversationOf({ language: 'pl' }) }))
    expect(route?.reason).toBe('rule «Everything else»: Bob has the least to do (0 of 20); nobody there speaks pl')
  })

  test.each([
    ['nobody with billing is online', [seatOf('ada', { ...skilled, availability: 'away' })]],
    ['everybody with billing has as much as they can take', [seatOf('ada', { ...skilled, load: 20 })]],
    ['nobody is configured with billing', [seatOf('carol')]],
  ])('nobody, and why: %s', (why, seats) => {
    const route = decideRoute(inputOf({ rules: [rule], seats }))
    expect(route).toMatchObject({ team: 'billing', needs: { skills: ['billing'] } })
    expect(route?.assignee).toBeUndefined()
    expect(route?.reason).toBe(`rule «Billing in German»: waits, ${why}`)
  })
})

describe('what stays as it is', () => {
  const rule = ruleNamed('billing', { to: { team: 'billing', priority: 'high' } })
  const seats = [seatOf('bob', { teams: ['service', 'billing', 'social'] })]

  test('the team that a colleague chose', () => {
    const conversation = conversationOf({
      team: 'social',
      assignedBy: { actor: 'ada', at: '2026-03-02T11:00:00.000Z' },
    })
    expect(decideRoute(inputOf({ rules: [rule], seats, conversation }))?.team).toBe('social')
  })

  test('the team that something late went up to', () => {
    const assignedBy = { actor: 'throughline', at: '2026-03-02T11:00:00.000Z', rule: 'billing', team: 'billing' }
    expect(
      decideRoute(inputOf({ rules: [rule], seats, conversation: conversationOf({ team: 'social', assignedBy }) }))
        ?.team,
    ).toBe('social')
  })

  test('a priority that is higher already; and a rule sets it once', () => {
    const priorityOf = (differing: Parameters<typeof conversationOf>[0]) =>
      decideRoute(inputOf({ rules: [rule], seats, conversation: conversationOf(differing) }))?.priority
    expect(priorityOf({})).toBe('high')
    expect(priorityOf({ priority: 'urgent' })).toBeUndefined()
    const at = '2026-03-02T11:00:00.000Z'
    expect(priorityOf({ assignedBy: { actor: 'throughline', at, rule: 'billing', team: 'service' } })).toBeUndefined()
  })
})

describe('a mention that needs a specialist', () => {
  const rule = ruleNamed('charged', {
    name: 'Charged twice, in public',
    when: { kind: ['mention'] },
    to: { team: 'social', skills: ['social'], specialist: 'billing' },
  })
  const social = { teams: ['social'], skills: ['social'] }
  const asked = { rules: [rule], contact: mention, conversation: conversationOf({ channel: 'social' as const }) }

  test('is answered by the social agent, and the specialist helps', () => {
    const seats = [seatOf('sam', social), seatOf('ada', { teams: ['billing'], skills: ['billing'], load: 20 })]
    expect(decideRoute(inputOf({ ...asked, seats }))).toMatchObject({
      assignee: 'sam',
      specialist: 'ada',
      reason: 'rule «Charged twice, in public»: Sam has the least to do (0 of 20); Ada helps with billing',
    })
  })

  test('goes to who can do both, before all others, and needs no help then', () => {
    const both = { teams: ['social'], skills: ['billing', 'social'], load: 15 }
    const route = decideRoute(inputOf({ ...asked, seats: [seatOf('sam', social), seatOf('zoe', both)] }))
    expect(route?.assignee).toBe('zoe')
    expect(route?.specialist).toBeUndefined()
  })

  test('asks a specialist who is not there only where nobody else is; the social agent has it all the same', () => {
    const away = seatOf('ada', { skills: ['billing'], availability: 'offline' })
    const alone = decideRoute(inputOf({ ...asked, seats: [seatOf('sam', social), away] }))
    expect(alone).toMatchObject({ assignee: 'sam', specialist: 'ada' })
    expect(alone?.reason).toContain('; Ada helps with billing, but is not online')
    const there = seatOf('bea', { skills: ['billing'], load: 9 })
    expect(decideRoute(inputOf({ ...asked, seats: [seatOf('sam', social), away, there] }))?.specialist).toBe('bea')
    const none = decideRoute(inputOf({ ...asked, seats: [seatOf('sam', social)] }))
    expect(none).toMatchObject({ assignee: 'sam' })
    expect(none?.reason).toContain('; nobody is configured with billing to help')
  })
})
