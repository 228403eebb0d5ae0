// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { openConsole } from './console-of.tsx'

const customer = {
  ...{ id: 'c1', since: '2026-03-01T10:00:00.000Z', asserted: false, identifiers: [], openConversations: [] },
  ...{ departments: [], consent: [] },
}
const answers = (shown: object) => ({
  'GET /v1/agents': { items: [] },
  'GET /v1/teams': { items: [] },
  'GET /v1/customers/c1': { ...customer, ...shown },
  'GET /v1/customers/c1/timeline': { items: [] },
  'POST /v1/customers/c1/reveal': { customer: 'c1', until: '2026-03-01T10:15:00.000Z' },
})

// jsdom measures nothing.
window.ResizeObserver = class {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}

beforeAll(async () => {
  await import('../../console/customer/customer-screen.tsx')
})

test('who sees a customer masked gives a reason, and sees them whole', async () => {
  const { asked } = await openConsole('/customers/c1', ['marketing'], answers({ masked: true }))
  fireEvent.click(await screen.findByText('Reveal…'))
  fireEvent.change(await screen.findByLabelText('Why you need to know who this is'), { target: { value: 'A story' } })
  fireEvent.click(screen.getByText('Reveal'))
  await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'A story' }))
  const loads = () => asked.filter(({ method, path }) => method === 'GET' && path === '/v1/customers/c1').length
  await waitFor(() => expect(loads()).toBeGreaterThan(1))
})

test('how long a customer is shown whole is said; who sees everybody is offered nothing', async () => {
  const until = new Date(Date.now() + 600_000).toISOString()
  await openConsole('/customers/c1', ['marketing'], answers({ revealedUntil: until }))
  expect(await screen.findByText(/Shown whole until/)).toBeDefined()
  await openConsole('/customers/c1', ['agent'], answers({}))
  expect(screen.queryByText('Reveal…')).toBeNull()
})
