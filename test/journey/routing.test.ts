import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { startX } from '../../bench/networks/x.ts'
import { conversationPageSchema } from '../../core/api/conversation.ts'
import { previewSchema } from '../../core/api/routing-rule.ts'
import { apiOf, eventually } from './api-client.ts'
import { type Role, type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

let stack: RunningStack
let api: ReturnType<typeof apiOf>
let send: ReturnType<typeof sendersTo>
let x: Loopback
beforeAll(async () => {
  x = await startX({ userId: '100', token: 'token-of-the-shop' })
  stack = await runStack()
  stack.connect('x', { userToken: 'token-of-the-shop', userId: '100', apiUrl: x.url })
  api = apiOf(stack)
  send = sendersTo(stack)
})
afterAll(async () => {
  await stack.stop()
  await x.close()
})

async function ask(method: string, path: string, body: object, role: Role = 'operator'): Promise<unknown> {
  const response = await api.call(method, path, role, body)
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

const post = (id: string, author: string, text: string): object => ({
  for_user_id: '100',
  tweet_create_events: [
    {
      ...{ id: Number(id), id_str: id, text },
      created_at: new Date().toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4'),
      user: { id: Number(author), id_str: author, screen_name: `customer_${author}`, name: 'A Customer' },
      entities: { user_mentions: [{ id: 100, id_str: '100', screen_name: 'shop', name: 'The Shop' }] },
    },
  ],
})

const conversationOf = (author: string) =>
  eventually(async () => {
    const [customer] = await api.customersOf(`x:${author}`)
    const [open] = customer?.openConversations ?? []
    if (customer === undefined || open === undefined) throw new Error('nothing is open')
    const { conversation } = await api.read(`/v1/conversations/${open.id}`, conversationPageSchema)
    return { customer: customer.id, conversation }
  })

const rule = {
  ...{ name: 'Charged, in public', order: 1 },
  when: { kind: ['mention'], words: ['charged'] },
  to: { team: 'social', skills: ['social'], specialist: 'billing' },
}
const away = { name: 'Sam Social', teams: ['social'], skills: ['social'], languages: ['en'], availability: 'away' }

test('a mention waits for the social agent, is theirs with the specialist at hand as soon as they come, and answered in public', async () => {
  await ask('PUT', '/v1/teams/social', { name: 'Social', department: 'social', hours: 'always' })
  await ask('PUT', '/v1/teams/billing', { name: 'Billing', department: 'billing', hours: 'always' })
  await ask('PUT', '/v1/agents/sam', away)
  const bea = { name: 'Bea Books', teams: ['billing'], skills: ['billing'], languages: ['en'], availability: 'online' }
  await ask('PUT', '/v1/agents/bea', bea)

  expect(await send.x(post('1', '200', '@shop you charged me twice for one kettle'))).toBe(200)
  const before = await conversationOf('200')
  const rules = [{ id: 'charged', ...rule }]
  const preview = previewSchema.parse(await ask('POST', '/v1/routing-rules/preview', { rules }))
  expect(preview.items).toMatchObject([
    { conversation: before.conversation.id, previewed: { assignee: 'sam', specialist: 'bea' }, differs: true },
  ])
  expect(before.conversation.assignedBy).toBeUndefined()

  await ask('PUT', '/v1/routing-rules/charged', { ...rule, active: true })
  await eventually(async () => {
    const { conversation } = await conversationOf('200')
    expect(conversation).toMatchObject({ team: 'social', assignedBy: { rule: 'charged' } })
    expect(conversation.assignedBy?.reason).toMatch(/^rule «Charged, in public»: waits, nobody with social/)
  })

  await ask('PUT', '/v1/agents/sam', { ...away, availability: 'online' })
  const { customer, conversation } = await eventually(async () => {
    const found = await conversationOf('200')
    expect(found.conversation).toMatchObject({ assignee: 'sam', consulted: ['bea'] })
    return found
  })
  const entries = z
    .array(z.looseObject({ type: z.string() }))
    .parse(await api.entriesOf(customer))
    .filter(({ type }) => type !== 'contact')
  expect(entries).toContainEqual(
    expect.objectContaining({ type: 'status', change: 'routed', to: 'sam', reason: conversation.assignedBy?.reason }),
  )
  expect(entries).toContainEqual(expect.objectContaining({ type: 'note', actor: 'throughline', mentions: ['bea'] }))

  const { id: note } = z
    .object({ id: z.string() })
    .parse(
      await ask(
        'POST',
        `/v1/conversations/${conversation.id}/note`,
        { text: 'The second charge goes back today.' },
        'agent',
      ),
    )
  const answer = { text: 'We charged you twice, sorry: the second charge goes back to your card.', seen: note }
  await ask('POST', `/v1/conversations/${conversation.id}/reply`, { ...answer, undoSeconds: 0 }, 'social')
  await eventually(async () => expect(x.sent).toMatchObject([{ form: 'post', target: '1', text: answer.text }]))

  expect(await send.x(post('2', '201', '@shop charged for a parcel that never came'))).toBe(200)
  await eventually(async () =>
    expect((await conversationOf('201')).conversation).toMatchObject({ assignee: 'sam', consulted: ['bea'] }),
  )
})
