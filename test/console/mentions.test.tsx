// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { openConsole } from './console-of.tsx'

const id = 'a'.repeat(32)
const at = '2026-03-01T10:00:00.000Z'
const row = {
  ...{ id, title: 'Where is my kettle', name: 'Alice', brand: 'kettles', department: 'social', status: 'open' },
  ...{ priority: 'high', tags: ['late'], channel: 'social', channels: ['social'], contacts: 2, network: 'x' },
  ...{ openedAt: at, lastAt: at, late: false, repeats: 0 },
}
const post = {
  ...{ id: 'p', type: 'contact', sortAt: at, source: 'x', channel: 'social', kind: 'mention', direction: 'inbound' },
  ...{ occurredAt: at, text: 'My kettle never came, @kettles', attachments: [], evidence: [], asserted: false },
  from: { identifier: { type: 'x', value: '42', display: '42' }, name: 'Alice', handle: 'alice' },
  social: { network: 'x', visibility: 'public', url: 'javascript:alert(1)' },
}
const agent = { id: 'anna', name: 'Anna Müller', teams: [], active: true, availability: 'online' }
const answers = {
  'GET /v1/conversations': { items: [row] },
  'GET /v1/conversations/counts': { counts: {} },
  [`GET /v1/conversations/${id}`]: { conversation: { ...row, version: 1 }, entries: [post] },
  [`POST /v1/conversations/${id}/assign`]: { ...row, assignee: 'anna' },
  [`POST /v1/conversations/${id}/status`]: { ...row, status: 'resolved' },
  'GET /v1/agents': { items: [agent] },
  'GET /v1/agents/me': agent,
  'GET /v1/teams': { items: [] },
}

beforeAll(async () => {
  await import('../../console/mentions/mentions-screen.tsx')
})

test('a mention is read, taken and resolved by keys, where it stands', async () => {
  const { asked } = await openConsole('/mentions?network=x', ['social'], answers)
  expect(await screen.findByText('My kettle never came, @kettles', {}, { timeout: 5000 })).toBeDefined()
  expect(asked.some(({ path, query }) => path === '/v1/conversations' && query.includes('network=x'))).toBe(true)
  expect(screen.queryByText(/See it on/)).toBeNull()
  await screen.findByText('Answer')
  await waitFor(() => expect(screen.getAllByText('Take it').length).toBeGreaterThan(1))
  fireEvent.keyDown(document.body, { key: 'j' })
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a' })
  await waitFor(() =>
    expect(asked.find(({ path }) => path.endsWith('/assign'))?.body).toMatchObject({ assignee: 'anna' }),
  )
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'e' })
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/status'))?.body).toEqual({ status: 'resolved' }))
  await waitFor(() => expect(screen.queryByText('My kettle never came, @kettles')).toBeNull())
})

test('until the post is there, a card shows how the matter began, and what to do with it', async () => {
  const { [`GET /v1/conversations/${id}`]: _, ...others } = answers
  const never = new Promise<Response>(() => undefined)
  await openConsole('/mentions?network=x', ['social'], async ({ method, path }) => {
    if (path === `/v1/conversations/${id}`) return never
    const known = Object.entries(others).find(([name]) => name === `${method} ${path}`)
    return known === undefined ? new Response(null, { status: 404 }) : Response.json(known[1])
  })
  expect(await screen.findByText('Where is my kettle')).toBeDefined()
  expect(await screen.findByText('Loading the post')).toBeDefined()
  expect((await screen.findAllByText('Resolve')).length).toBeGreaterThan(0)
})

test('where nobody waits, that is said', async () => {
  await openConsole('/mentions?network=mastodon', ['social'], { ...answers, 'GET /v1/conversations': { items: [] } })
  expect(await screen.findByText('Nobody waits on Mastodon')).toBeDefined()
})
