// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { openConsole } from './console-of.tsx'
import { contact } from './contacts.ts'

const email = { type: 'email', value: 'alice@example.com', display: 'alice@example.com' } as const
const evidence = {
  ...{ linkId: 'l1', tier: 'T1', how: 'signed-in', asserted: false, by: 'evidence', at: contact().sortAt },
  ...{ with: { type: 'phone', value: '+442079460018', display: '+44 20 7946 0018' }, contactId: 'c1' },
}
const customer = {
  ...{ id: 'a1', since: contact().sortAt, asserted: false, openConversations: [], consent: [] },
  identifiers: [{ ...email, class: 'personal', asserted: false, evidence: [evidence] }],
  departments: [{ name: 'sales', brand: 'acme', lastContactAt: contact().sortAt }],
}
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`
const mail = (hour: number) =>
  contact({ id: `c${hour}`, subject: `Mail at ${hour}`, sortAt: at(hour), occurredAt: at(hour), receivedAt: at(hour) })
const agent = { id: 'anna', name: 'Anna Müller', teams: [], active: true, availability: 'online' }
const answers = {
  'GET /v1/customers/a1': customer,
  'GET /v1/customers/a1/timeline': { items: [12, 11, 10].map(mail) },
  'GET /v1/customers/a1/reading-mark': { upTo: at(10) },
  'GET /v1/customers/a1/identity-log': { items: [] },
  'GET /v1/customers/a1/brief': { lines: [{ kind: 'wants', text: 'Wants an answer.', entryIds: ['c11'] }] },
  'GET /v1/customers/a1/conversations': { items: [] },
  'GET /v1/customers/a1/consent': { items: [] },
  'GET /v1/conversations/counts': { counts: {} },
  'GET /v1/agents': { items: [agent] },
  'GET /v1/agents/me': agent,
  'GET /v1/teams': { items: [] },
}

// jsdom has no layout: every row is as high as it is guessed to be, and nothing is ever resized.
class NoLayout {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}
Object.assign(globalThis, { ResizeObserver: globalThis.ResizeObserver ?? NoLayout })
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 110 })

beforeAll(async () => {
  await import('../../console/customer/customer-screen.tsx')
})

const open = (more: object = {}, address = '/customers/a1') => openConsole(address, ['agent'], { ...answers, ...more })

describe('a customer', () => {
  test('what is new since the reader last looked is counted, marked off, and an address of its own', async () => {
    const { router } = await open()
    await screen.findByText('Mail at 12')
    await screen.findByText('New since you last looked: 2')
    fireEvent.click(screen.getByRole('button', { name: '2 unread' }))
    expect(router.history.location.href).toBe('/customers/a1?at=unread')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Mail at 11'))
  })

  test('a line of the brief leads to the entry that it cites', async () => {
    const { router } = await open()
    fireEvent.click(await screen.findByRole('link', { name: 'Show entry 1 that says: Wants an answer.' }))
    expect(router.history.location.href).toBe('/customers/a1?entry=c11')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Mail at 11'))
    expect(document.activeElement?.className).toContain('wanted')
  })

  test('an entry that is not loaded is loaded from there; one that is not there is said to be missing', async () => {
    const { asked } = await open({}, '/customers/a1?entry=c3')
    await waitFor(() => expect(asked.some(({ query }) => query.includes('entry=c3'))).toBe(true))
    await open({ 'GET /v1/customers/a1/timeline': { items: [] } })
    expect(await screen.findByText('Nothing has been said yet')).toBeTruthy()
  })

  test('a day is gone to by the browser’s own field', async () => {
    const { router, asked } = await open()
    await screen.findByText('Mail at 12')
    fireEvent.click(screen.getByRole('button', { name: 'Go to' }))
    fireEvent.click(await screen.findByText('A day …'))
    fireEvent.change(screen.getByLabelText('Day to go to'), { target: { value: '2026-03-01' } })
    fireEvent.click(screen.getByRole('button', { name: 'Show' }))
    expect(router.history.location.href).toBe('/customers/a1?at=2026-03-01')
    expect(asked.filter(({ path }) => path.endsWith('/timeline')).length).toBeGreaterThan(0)
  })

  test('what could not be loaded says so, each by itself, with a way to try again', async () => {
    const away = new Response('{"title":"away"}', { status: 503 })
    const { asked } = await open({
      'GET /v1/customers/a1/timeline': away,
      'GET /v1/customers/a1/brief': away,
      'GET /v1/customers/a1/conversations': away,
    })
    for (const what of ['Timeline', 'Before you speak', 'Matters'])
      expect(await screen.findByText(`${what}: could not be loaded`)).toBeTruthy()
    expect(screen.getAllByText('alice@example.com').length).toBeGreaterThan(0)
    const before = asked.length
    fireEvent.click(screen.getAllByRole('button', { name: 'Try again' })[0] ?? document.body)
    await waitFor(() => expect(asked.length).toBeGreaterThan(before))
  })

  test('who it is: names with how they are proven, and the contact that proves it', async () => {
    const { router } = await open()
    const who = within(await screen.findByRole('complementary', { name: 'Who this is, and other matters' }))
    expect(await who.findByText('Evidence (1)')).toBeTruthy()
    expect(who.getByText(/T1, signed-in: with \+44 20 7946 0018, by their own words/)).toBeTruthy()
    fireEvent.click(who.getByText('Show where that was said'))
    expect(router.history.location.href).toBe('/customers/a1?entry=c1')
    expect(who.getByText(/sales/)).toBeTruthy()
    expect(who.getByText('Same person? Decisions (0)')).toBeTruthy()
  })
})
