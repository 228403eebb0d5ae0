import { expect, test } from 'vitest'
import { homeIdentifier } from '../../core/contact/home.ts'
import { sortAt } from '../../core/contact/sort-at.ts'
import { streamName } from '../../core/contact/stream.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { acceptReply } from '../../core/reply/accept.ts'
import type { Ask } from '../../core/reply/ask.ts'
import { makeStack } from '../api/stack.ts'
import { mailAt } from '../conversation/contacts.ts'

const own = 'support@company.example'
const first = mailAt('first', '2T09:00', 'Where is my parcel?', {
  to: [{ identifier: { type: 'email', value: own } }],
  provider: { account: own, id: 'first@example.com' },
})

/** A matter of alice's, and what it takes to answer it. */
async function opened() {
  const stack = makeStack()
  await stack.deps.sources.write({
    ...{ v: 1, id: first.source, kind: 'mail', brand: 'default', department: 'service', defaultRegion: 'GB' },
    ...{ timeZone: 'UTC', ownIdentifiers: [{ type: 'email', value: own }] },
  })
  await stack.receive(first)
  const { conversations, identity, replying } = stack.deps
  const place = { stream: streamName(homeIdentifier(first)), sortAt: sortAt(first) }
  const change = { v: 1, type: 'contact', contactId: first.id, ...place } as const
  await followChange({ ...conversations, identity, readSource: async () => undefined }, change, 1)
  const entry = await stack.deps.timeline.readContact(first.id, place)
  const answer = (subject: string, differing: Partial<Ask> = {}) =>
    acceptReply(replying, {
      ...{
        id: stack.deps.newId(),
        conversation: entry?.conversation ?? '',
        purpose: 'reply',
        everybody: false,
        cc: [],
      },
      ...{ by: { subject, actor: subject }, undoSeconds: 10, waive: [] },
      content: { text: 'It comes tomorrow.', attachments: [] },
      seen: first.occurredAt,
      ...differing,
    })
  return { stack, answer, replies: () => replying.replies.ofConversation(entry?.conversation ?? '', 20) }
}

test('of agents who answer at the same moment one is accepted, and the others are shown that answer', async () => {
  const { answer, replies } = await opened()
  const outcomes = await Promise.all(['kim', 'sam', 'lee'].map(subject => answer(subject)))
  const accepted = outcomes.flatMap(one => (one.outcome === 'accepted' ? [one.reply] : []))
  expect(accepted).toHaveLength(1)
  const refused = outcomes.filter(one => one.outcome === 'refused')
  expect(refused).toHaveLength(2)
  for (const { refusals } of refused)
    expect(refusals).toContainEqual(
      expect.objectContaining({ kind: 'another-answer', entryIds: [accepted[0]?.id], waivable: true }),
    )
  expect((await replies()).replies.map(({ id }) => id)).toEqual([accepted[0]?.id])
})

test('who has seen the other answer, or means it so, may answer too', async () => {
  const { stack, answer, replies } = await opened()
  const sams = await answer('sam')
  expect(sams.outcome).toBe('accepted')
  expect((await answer('kim')).outcome).toBe('refused')
  stack.clock.now = '2026-04-01T12:00:05.000Z'
  expect(
    (await answer('kim', { seen: stack.clock.now, content: { text: 'And a voucher.', attachments: [] } })).outcome,
  ).toBe('accepted')
  const [newest] = (await replies()).replies
  const sorry = { content: { text: 'Sorry!', attachments: [] } }
  expect((await answer('lee', { ...sorry, waive: ['another-answer'] })).outcome).toBe('refused')
  expect((await answer('lee', { ...sorry, waive: [`another-answer:${newest?.id}`] })).outcome).toBe('accepted')
  expect((await replies()).replies).toHaveLength(3)
})
