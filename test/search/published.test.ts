import { expect, test } from 'vitest'
import {
  agentKeys,
  conversationKeys,
  identityKeys,
  publishedKeyPrefixes,
  routingRuleKeys,
  searchKeys,
  timelineKeys,
} from '../../adapters/dynamodb/keys.ts'

const isPublished = (key: { pk: string; sk: string }): boolean =>
  publishedKeyPrefixes.some(({ pk, sk }) => key.pk.startsWith(pk) && (sk === undefined || key.sk.startsWith(sk)))

const place = { stream: 'email:alice@example.com', sortAt: '2026-03-01T09:00:00.000Z' }

test.each([
  ['an entry', timelineKeys.entry(place.stream, place.sortAt, 'a1')],
  ['a decision about identity', identityKeys.log('cus_1', 1)],
  ['a conversation', conversationKeys.head('c1')],
  ['an agent', agentKeys.item('ada')],
  ['a rule of routing', routingRuleKeys.item('billing')],
])('the change of %s is published', (_, key) => expect(isPublished(key)).toBe(true))

test.each([
  ['a posting', searchKeys.posting('w:kettle', { contactId: 'a1', place })],
  ['what a contact has posted', searchKeys.kept(0, { contactId: 'a1', place })],
  ['a name', searchKeys.name('alice')],
])('that of %s wakes nobody', (_, key) => expect(isPublished(key)).toBe(false))
