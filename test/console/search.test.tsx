// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { openConsole } from './console-of.tsx'

const at = '2026-03-01T10:00:00.000Z'
const email = { type: 'email', value: 'alice@example.com', display: 'alice@example.com' }
const hit = (id: string, text = 'Where is my kettle?') => ({
  ...{ type: 'contact', id, sortAt: at, channel: 'email', kind: 'mail', direction: 'inbound', subject: `Mail ${id}` },
  ...{ from: { identifier: email, name: 'Alice Archer' }, to: [], customer: 'a1' },
  excerpts: [{ field: 'text', text, marks: [{ start: 12, end: 18 }] }],
})
const alice = {
  ...{ id: 'a1', since: at, asserted: false, identifiers: [{ ...email, class: 'personal', asserted: false }] },
  ...{ openConversations: [{ id: 'm1', title: 'My kettle' }], departments: [], consent: [], hit: hit('h1') },
}
const answers = {
  'GET /v1/customers': { items: [alice] },
  'GET /v1/search': { items: [hit('h1')], cursor: 'older' },
  'GET /v1/conversations/counts': { counts: {} },
}

beforeAll(async () => {
  await import('../../console/search/search-screen.tsx')
})

// The bar measures itself, which jsdom cannot, and shows its field to nobody there.
const box = () => document.querySelector('.search-box input') ?? document.body

test('before anything is typed it is said what can be', async () => {
  await openConsole('/search', ['agent'], answers)
  expect(await screen.findByText('What do you know?')).toBeTruthy()
  for (const what of [/phone number/, /^An address/, /handle/, /A name/, /order or customer number/, /^Words/])
    expect(screen.getByText(what)).toBeTruthy()
})

test('results come while one types, the address says what was typed, and the field what the address says', async () => {
  const { asked, router } = await openConsole('/search', ['agent'], answers)
  await screen.findByText('What do you know?')
  fireEvent.change(box(), { target: { value: 'kettle' } })
  expect(await screen.findByText('kettle')).toBeTruthy()
  expect(router.state.location.href).toBe('/search?q=kettle')
  expect(screen.getByRole('link', { name: 'Alice Archer' }).getAttribute('href')).toBe('/customers/a1')
  expect(screen.getByRole('link', { name: 'Mail h1' }).getAttribute('href')).toBe('/customers/a1?entry=h1')
  await screen.findByText('1 customers, 1+ contacts found')
  expect(asked.filter(({ path }) => path === '/v1/search')).toHaveLength(1)
  await router.navigate({ to: '/search', search: { q: 'Alice' } })
  await waitFor(() => expect(box()).toHaveProperty('value', 'Alice'))
})

test('Enter searches at once, Down leads into what was found, and j goes on', async () => {
  const { router } = await openConsole('/search', ['agent'], answers)
  await screen.findByText('What do you know?')
  fireEvent.change(box(), { target: { value: '020 7946 0018' } })
  fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 })
  expect(router.history.location.href).toBe('/search?q=020+7946+0018')
  await screen.findByRole('link', { name: 'Alice Archer' })
  fireEvent.keyDown(box(), { key: 'ArrowDown', keyCode: 40 })
  expect(document.activeElement?.textContent).toBe('Alice Archer')
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'j' })
  expect(document.activeElement?.textContent).toBe('Mail h1')
})

test('all history is searched, page after page', async () => {
  const { asked } = await openConsole('/search?q=kettle', ['agent'], answers)
  fireEvent.click(await screen.findByRole('button', { name: 'Search further back' }))
  await waitFor(() => expect(asked.filter(({ query }) => query.includes('cursor=older'))).toHaveLength(1))
})

test('nothing found, what cannot be searched for, and what failed each say what to do', async () => {
  const refusal = { title: 'no', errors: [{ field: 'query.q', message: 'type at most 8 words or numbers' }] }
  const { asked } = await openConsole('/search?q=a%20b%20c%20d%20e%20f%20g%20h%20i', ['agent'], {
    'GET /v1/customers': { items: [] },
    'GET /v1/search': new Response(JSON.stringify(refusal), { status: 422 }),
  })
  expect(await screen.findByText('Nobody was found')).toBeTruthy()
  expect(await screen.findByText('type at most 8 words or numbers')).toBeTruthy()
  await openConsole('/search?q=kettle', ['agent'], { 'GET /v1/customers': { items: [] } })
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(asked.length).toBeGreaterThan(0)
})
