import { expect, test } from 'vitest'
import type { Contact } from '../../../core/contact/contact.ts'
import { streamName } from '../../../core/contact/stream.ts'
import { objectionsTo } from '../../../core/reply/checks/objections.ts'
import { alicePhone, answerAt, mailAt, mentionAt } from '../../conversation/contacts.ts'
import { alice, bob } from '../../timeline/contacts.ts'
import { entryOf } from './entries.ts'

const [mailbox, phone] = [streamName(alice), streamName(alicePhone)]
const asserted = [
  { stream: mailbox, asserted: false },
  { stream: phone, asserted: true },
]
const company = { type: 'email', value: 'support@company.example' } as const

const onPhone = (text: string, differing: Partial<Contact> = {}) =>
  mailAt(`phone ${text}`, '2T09:00', text, {
    from: { identifier: alicePhone },
    subject: '',
    evidence: [],
    ...differing,
  })
const onMail = (text: string) => mailAt(`mail ${text}`, '2T10:00', text, { subject: '' })

const check = (
  text: string,
  contacts: readonly Contact[],
  differing: Partial<Parameters<typeof objectionsTo>[0]> = {},
) =>
  objectionsTo({
    text,
    entries: contacts.map(entryOf),
    members: asserted,
    to: mailbox,
    own: [company],
    promises: [],
    answersToday: [],
    region: 'GB',
    now: '2026-03-02T12:00:00.000Z',
    ...differing,
  })

const theirs = onPhone(
  'My order is 4471-882, invoice INV-20981. I live at 12 High Street, London. I paid £249.50. Mail bob@example.com or ring 020 7946 0999.',
)

test.each([
  'Your order 4471-882 is on its way.',
  'Your order 4471882 is on its way.',
  'Your order 4471 882 is on its way.',
  'See https://company.example/orders/4471882?x=1',
  'It is 4471882 20 pieces.',
  'The invoice inv 20981 is paid.',
  'We deliver to 12 High Street, London.',
  'We deliver to 12 High Street.',
  'You paid £249.50.',
  'You paid 249.50 GBP.',
  'We wrote to Bob@Example.com.',
  'We rang you on +44 20 7946 0999.',
  'We rang you on 02079460999.',
  'We rang +44 20 7946 0018, your other number.',
])('%j quotes what only an unproven contact told', text => {
  const [objection, ...others] = check(text, [theirs])
  expect(objection).toMatchObject({ kind: 'unconfirmed', waivable: false })
  expect(objection?.message).toContain('this is me')
  if (!text.includes('0018')) expect(objection?.entryIds).toEqual([theirs.id])
  expect(others).toEqual([])
})

test.each([
  'Thank you, we will look into it.',
  'Your order 5512-003 is on its way.',
  'We call you at 12:30 on 2026-03-05.',
  'Since 2024 it has cost £9.99.',
  'It weighs 44718829 grams.',
  'Write to support@company.example.',
])('%j quotes nothing of it', text => {
  expect(check(text, [theirs])).toEqual([])
})

test('what the customer wrote on this side of the link too may be said', () => {
  expect(check('Your order 4471882 is on its way.', [theirs, onMail('It is order 4471-882')])).toEqual([])
})

test('once the link is confirmed everything may be said', () => {
  const confirmed = asserted.map(member => ({ ...member, asserted: false }))
  expect(check('Your order 4471882 is on its way.', [theirs], { members: confirmed })).toEqual([])
})

test('it holds from the other side too: what the mailbox said is not told to the phone', () => {
  expect(check('Your order 4471882 is on its way.', [onMail('It is order 4471-882')], { to: phone })).toHaveLength(1)
  expect(check('Your order 4471882 is on its way.', [theirs], { to: phone })).toEqual([])
})

test('two identifiers that are only asserted may be two people', () => {
  const x = mentionAt('x', '2T08:00', 'Where is order 4471-882?')
  const members = [...asserted, { stream: 'x:200', asserted: true }]
  expect(check('Order 4471882 is on its way.', [x], { members, to: phone })).toHaveLength(1)
  expect(check('Order 4471882 is on its way.', [x], { members, to: 'x:200' })).toEqual([])
})

test('what was written to both is known to both', () => {
  const copied = onPhone('Order 4471-882 is for both of us', { to: [{ identifier: alice }] })
  expect(check('Your order 4471882 is on its way.', [copied])).toEqual([])
})

test('what we told the other side counts, our own number below it does not', () => {
  const asked = onPhone('Where is it?')
  const told = answerAt('told', '2T09:30', 'Your order 4471-882 is late. Ring us on 020 7946 0111.', asked)
  expect(check('Your order 4471882 is late.', [told])).toMatchObject([{ entryIds: [told.id] }])
  expect(check('Ring us on 020 7946 0111.', [told])).toEqual([])
})

test('the subject, the HTML and what it hides are read, however they are marked up', () => {
  expect(check('See above.', [theirs], { subject: 'Order 4471882' })).toHaveLength(1)
  for (const html of [
    '<p>Order 44<b>71</b>882</p>',
    '<p>Order <span style="display:none">4471-882</span></p>',
    '<a href="https://company.example/?o=4471882">here</a>',
    '<p>Order 4471&#56;82</p>',
  ])
    expect(check('See above.', [theirs], { html }), html).toHaveLength(1)
})

test('four digits are quoted only where the other side calls them a number', () => {
  expect(check('Order 4471 is on its way.', [onPhone('My order number is 4471.')])).toHaveLength(1)
  expect(check('It has 4471 parts.', [onPhone('The kettle has 4471 parts.')])).toEqual([])
})

test('round sums below a hundred and names on networks are no secrets', () => {
  const said = onPhone('I got £40 back, £140 and £4.99. Ask @alice4711882')
  expect(check('We refund £40.', [said])).toEqual([])
  expect(check('@alice4711882 we are on it.', [said])).toEqual([])
  for (const text of ['We refund £140.', 'We refund £4.99.']) expect(check(text, [said]), text).toHaveLength(1)
})

test('a placeholder that nobody filled in holds the answer back', () => {
  expect(check('Hello {{customer.firstName}},', [])).toMatchObject([{ kind: 'unfilled', waivable: false }])
})

test('another customer who only takes part is another matter', () => {
  const fromBob = mailAt('bob', '2T09:00', 'Our order is 4471-882', {
    from: { identifier: bob },
    to: [{ identifier: alice }],
  })
  expect(check('Your order 4471882 is on its way.', [fromBob])).toEqual([])
})
