import { describe, expect, test } from 'vitest'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { sent } from '../../core/channels/answers/sent.ts'
import type { Finding, Payload } from '../../core/channels/channel.ts'
import { meta } from '../../core/channels/social/meta.ts'
import { x } from '../../core/channels/social/x.ts'
import { contactId } from '../../core/contact/contact-id.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { defaultSource } from '../../core/source/source.ts'
import { append } from '../../core/timeline/append.ts'
import { at, reply } from '../reply/replies.ts'

const payload = (value: unknown, receivedAt = at(12)): Payload => ({
  bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
  receivedAt,
  rawRef: { object: `payloads/sent/x/2026-04-01/1-${'0'.repeat(32)}`, offset: 0, length: 1 },
})
const contactOf = (found: Finding[]) => found.flatMap(one => (one.type === 'contact' ? [one.contact] : []))[0]
const recorded = async (sentReply: Reply, kind: 'mail' | 'x' | 'meta') =>
  contactOf(await sent.parse(payload(sentReply), defaultSource(sentReply.route.source, kind)))

const done = { status: 'sent', sentAt: at(11) } as const
const mail = reply({ ...done, providerId: '0100@eu-west-1.amazonses.com' })
const post = reply({
  ...done,
  providerId: '3',
  answers: 'question',
  route: {
    ...{ source: 'x', network: 'x', form: 'post', account: 'x:100', cc: [], references: [], inReplyTo: '1' },
    to: [{ identifier: { type: 'x', value: '200' }, handle: 'alice_archer' }],
  },
})

describe('what was sent', () => {
  test('is an outbound contact with its author, its thread and what it answers', async () => {
    expect(await recorded(mail, 'mail')).toMatchObject({
      ...{
        direction: 'outbound',
        channel: 'email',
        kind: 'mail',
        text: 'It is on its way.',
        agent: 'anna',
        part: 'sent',
      },
      ...{ occurredAt: at(11), subject: 'Re: Where is my order?' },
      from: { identifier: { type: 'email', value: 'support@localhost' }, name: 'Anna (anna)' },
      to: [{ identifier: { type: 'email', value: 'alice@example.com' } }],
      thread: { id: '0100@eu-west-1.amazonses.com', inReplyTo: 'first@example.com', references: ['first@example.com'] },
    })
  })

  test('that no form knows is set aside', async () => {
    for (const bytes of ['', '{}', 'not JSON'])
      expect(await sent.parse(payload(bytes), defaultSource('x', 'x'))).toMatchObject([{ type: 'set-aside' }])
  })

  test('and was sent by hand is known by the reply', async () => {
    const { providerId: _none, ...byHand } = post
    expect(await recorded({ ...byHand, settledBy: 'Anna (anna)' }, 'x')).toMatchObject({
      id: contactId('x:100', 'reply', post.id),
    })
  })
})

const company = { id: 100, id_str: '100', screen_name: 'shop', name: 'The Shop' }
const echoOfPost = {
  for_user_id: '100',
  tweet_create_events: [
    {
      ...{ id: 3, id_str: '3', created_at: 'Wed Apr 01 12:00:11 +0000 2026', text: '@alice_archer It is on its way.' },
      ...{ user: company, in_reply_to_status_id_str: '1', in_reply_to_user_id_str: '200', entities: {} },
    },
  ],
}
const message = reply({
  ...done,
  providerId: 'm_3',
  route: {
    ...{ source: 'meta', network: 'facebook', form: 'direct', account: 'facebook:10', cc: [], references: [] },
    to: [{ identifier: { type: 'facebook', value: '10:20' } }],
  },
})
const echoOfMessage = {
  object: 'page',
  entry: [
    {
      ...{ id: '10', time: Date.parse(at(11)) },
      messaging: [
        {
          ...{ sender: { id: '10' }, recipient: { id: '20' }, timestamp: Date.parse(at(11)) },
          message: { mid: 'm_3', text: 'It is on its way.', is_echo: true },
        },
      ],
    },
  ],
}

describe('the network’s echo of it', () => {
  test.each([
    ['a post', post, 'x', x, echoOfPost],
    ['a message', message, 'meta', meta, echoOfMessage],
  ] as const)(
    'meets %s: one entry, whichever comes first and however often',
    async (_what, sentReply, kind, format, echo) => {
      const ours = await recorded(sentReply, kind)
      const theirs = contactOf(await format.parse(payload(echo, at(13)), defaultSource(kind, kind)))
      if (ours === undefined || theirs === undefined) throw new Error('no contact')
      for (const order of [
        [ours, theirs, theirs],
        [theirs, ours, theirs, ours],
      ]) {
        const timeline = timelineStore(memoryTable(), () => Date.parse(at(20)))
        for (const contact of order) await append(timeline, contact)
        const located = await timeline.locate(ours.id)
        const entry = located?.place && (await timeline.readContact(ours.id, located.place))
        expect(entry?.state.parts.map(({ part }) => part)).toEqual([undefined, 'sent'])
      }
    },
  )
})
