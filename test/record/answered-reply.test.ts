import { expect, test } from 'vitest'
import { email } from '../../core/channels/email/channel.ts'
import type { Identifier } from '../../core/contact/identifier.ts'
import { payloadName } from '../../core/raw/object-name.ts'
import { recordContact } from '../../core/record/record-contact.ts'
import type { Reply } from '../../core/reply/reply.ts'
import { replyAddress, replyMessageId, replyTokenKey, signReply } from '../../core/reply/reply-token.ts'
import { memoryDeps } from './memory-deps.ts'

const replyId = 'ab'.repeat(16)
const token = signReply(replyTokenKey('0'.repeat(64)), replyId)
const at = '2026-03-01T09:00:00.000Z'
const mailOf = (value: string): Identifier => ({ type: 'email', value })
const sentAs = '0102018f-1@eu-west-1.amazonses.com'

const reply = (to: string[]): Reply => ({
  ...{ v: 1, id: replyId, version: 3, purpose: 'reply', conversation: 'con', anchor: 'email:alice@example.com' },
  ...{ brand: 'default', department: 'service', by: 'bob', actor: 'Bob', answers: 'first' },
  route: {
    ...{ source: 'support', network: 'mail', form: 'mail', account: 'support@localhost' },
    ...{ to: to.map(address => ({ identifier: mailOf(address) })), cc: [], inReplyTo: 'first@example.com' },
    references: [],
  },
  content: { text: 'It is on its way.', attachments: [] },
  ...{ createdAt: at, sendAt: at, status: 'sent', tries: 1, nextAt: at, sentAt: at, providerId: sentAs },
})

type Mail = { from: string; fields?: string[]; to?: string }

/** Alice wrote and was answered; then somebody writes again. */
async function afterwards({ from, fields = [], to = 'support@localhost' }: Mail, sentTo = ['alice@example.com']) {
  const deps = memoryDeps(email.formats)
  const write = async (id: string, lines: string[]) => {
    const object = payloadName('mail', 'support', Date.parse(at), id.repeat(32))
    await deps.raw.write(object, new TextEncoder().encode([...lines, '', 'Words.'].join('\r\n')))
    await recordContact(deps, { v: 1, object })
  }
  await write('1', ['From: alice@example.com', 'To: support@localhost', 'Message-ID: <first@example.com>'])
  await deps.replies.create(reply(sentTo), 0)
  await write('2', [`From: ${from}`, `To: ${to}`, 'Message-ID: <second@example.com>', ...fields])
  const customerOf = async (address: string) =>
    (await deps.identityStore.readPointers([mailOf(address)]))[0]?.customer ?? 'nobody'
  const entries = await deps.timeline.readStream(`email:${from}`, 10, {})
  const contacts = entries.flatMap(entry => (entry.type === 'contact' ? entry.state.parts : []))
  return { deps, same: (await customerOf('alice@example.com')) === (await customerOf(from)), contacts }
}

const references = (text: string): string => `References: <first@example.com> <${replyMessageId(text, 'localhost')}>`

test('whoever bears the token of a reply, from another address, is its customer, by assertion', async () => {
  const { deps, same, contacts } = await afterwards({ from: 'alice@elsewhere.example', fields: [references(token)] })
  expect(same).toBe(true)
  const [edges] = await deps.identityStore.readEdges(['email:alice@elsewhere.example'])
  expect(edges?.links).toMatchObject([{ rule: 'reply-token', asserted: true, state: 'active' }])
  expect(contacts[0]?.evidence.map(({ how }) => how)).toEqual(['no-verdict'])
})

test('the plus address alone is enough, and leads to the thread of what the reply answered', async () => {
  const to = replyAddress('support@localhost', token) ?? ''
  const { same, contacts } = await afterwards({ from: 'alice@elsewhere.example', to })
  expect(same).toBe(true)
  expect(contacts[0]?.to).toEqual([])
  expect(contacts[0]?.thread?.references).toEqual([replyMessageId(token, 'localhost'), 'first@example.com', sentAs])
})

test.each([
  ['no token', []],
  ['another signature', [references(`${token.slice(0, -1)}${token.endsWith('a') ? 'q' : 'a'}`)]],
  ['the token of a reply that is not stored', [references(signReply(replyTokenKey('0'.repeat(64)), 'cd'.repeat(16)))]],
  ['the token, answered by a machine', [references(token), 'Auto-Submitted: auto-replied']],
])('%s shows nothing', async (_what, fields) => {
  const { same } = await afterwards({ from: 'mallory@example.net', fields })
  expect(same).toBe(false)
})

test('a reply that went to several people does not tell which of them writes from elsewhere', async () => {
  const sentTo = ['alice@example.com', 'carol@example.com']
  const { same } = await afterwards({ from: 'alice@elsewhere.example', fields: [references(token)] }, sentTo)
  expect(same).toBe(false)
})

test('recorded again it changes nothing', async () => {
  const { deps, contacts } = await afterwards({ from: 'alice@elsewhere.example', fields: [references(token)] })
  const object = payloadName('mail', 'support', Date.parse(at), '2'.repeat(32))
  await recordContact(deps, { v: 1, object })
  const entries = await deps.timeline.readStream('email:alice@elsewhere.example', 10, {})
  expect(entries.flatMap(entry => (entry.type === 'contact' ? entry.state.parts : []))).toEqual(contacts)
})
