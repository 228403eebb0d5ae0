import { expect, test } from 'vitest'
import { mail } from '../timeline/contacts.ts'
import { makeStack, marketing, operator } from './stack.ts'

const unset = {
  csat: { active: false, afterMinutes: 60, channels: ['email', 'message'], text: {} },
  nps: { active: false, everyDays: 180, text: {} },
  perCustomerDays: 30,
  share: 1,
}

test('nobody is asked anything until it is set, and then what is set', async () => {
  const { call } = makeStack()
  expect(await call('GET', '/v1/survey-settings', { groups: operator })).toMatchObject({ status: 200, body: unset })
  const body = {
    csat: { active: true, afterMinutes: 5, text: { de: ' Alles gut? ' } },
    share: 0.5,
    company: 'The Shop',
  }
  const stored = {
    ...{ ...unset, share: 0.5, company: 'The Shop' },
    csat: { ...unset.csat, active: true, afterMinutes: 5, text: { de: 'Alles gut?' } },
  }
  expect((await call('PUT', '/v1/survey-settings', { groups: operator, body })).body).toEqual(stored)
  expect((await call('GET', '/v1/survey-settings', { groups: ['admin'] })).body).toEqual(stored)
})

test.each([
  ['body.csat.channels.0', { csat: { active: true, channels: ['phone'] } }],
  ['body.csat.afterMinutes', { csat: { active: true, afterMinutes: 20_000 } }],
  ['body.csat.text.en', { csat: { active: true, text: { en: 'x'.repeat(201) } } }],
  ['body.share', { share: 2 }],
  ['body.perCustomerDays', { perCustomerDays: 0 }],
  ['body', { unknown: true }],
])('a wrong %s is refused by name', async (field, body) => {
  const { call } = makeStack()
  expect(await call('PUT', '/v1/survey-settings', { groups: operator, body })).toMatchObject({
    status: 422,
    body: { errors: [{ field }] },
  })
})

test('marketing sees the score on the timeline, and not what the customer said with it', async () => {
  const { call, receive, customerOf, deps } = makeStack()
  const { from } = await receive(mail('question'))
  const at = '2026-03-02T09:00:00.000Z'
  const told = { change: 'survey-answered', to: 'csat 2/5', reason: 'Anna called me Bob' } as const
  await deps.conversations.store.commit({
    ...{ conversations: [], labels: [], threads: [], matters: [], unchanged: [] },
    events: [
      {
        ...{ type: 'event', entryId: 'answer', place: { stream: 'email:alice@example.com', sortAt: at } },
        event: { v: 1, type: 'status', at, actor: 'customer', conversation: 'one', ...told },
      },
    ],
  })
  const path = `/v1/customers/${await customerOf(from.identifier)}/timeline`
  const first = async (groups: readonly string[]) => (await call('GET', path, { groups })).body.items
  expect(await first(['agent'])).toMatchObject([told, {}])
  expect(await first(marketing)).toMatchObject([{ ...told, reason: '•••' }, {}])
})
