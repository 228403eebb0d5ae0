// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import { openConsole, refusal } from './console-of.tsx'

const source = {
  ...{ id: 'support', kind: 'mail', brand: 'kettles', department: 'service', defaultRegion: 'GB' },
  ...{ timeZone: 'Europe/London', ownIdentifiers: [], configured: true },
}
const last = '2026-03-01T10:00:00.000Z'
const health = { firstReceivedAt: last, lastReceivedAt: last, lagMs: 1500, gaps: [] }
const sourcesAre = (...items: object[]) => ({ 'GET /v1/sources': { items, webhooksAt: 'https://hooks.example' } })
const none = { 'GET /v1/teams': { items: [] }, 'GET /v1/agents': { items: [] } }

// Screens are loaded when they are opened; the first time takes long on a busy machine.
beforeAll(async () => {
  await import('../../console/operations/operations-screen.tsx')
  await import('../../console/operations/operations-item-screen.tsx')
})

describe('operations', () => {
  test('are shown to those whom the API would answer', async () => {
    await openConsole('/operations/macros', ['admin'], { ...none, 'GET /v1/macros': { items: [] } })
    expect(await screen.findByText('No macros yet')).toBeDefined()
    expect(screen.getByText('Webhooks out')).toBeDefined()
    expect(screen.queryByText('Sources')).toBeNull()
  })

  test('are nowhere for others', async () => {
    const { asked } = await openConsole('/operations/macros', ['agent'], none)
    expect(await screen.findByText('There is nothing at this address')).toBeDefined()
    expect(asked.filter(({ path }) => path === '/v1/macros')).toEqual([])
  })

  test('begin with connecting a first source, at the addresses that providers are to call', async () => {
    await openConsole('/operations/sources?kind=x', ['operator'], { ...none, ...sourcesAre(source) })
    expect(await screen.findByText('Connect your first source')).toBeDefined()
    expect((await screen.findAllByText(/https:\/\/hooks\.example\/webhooks\/x/)).length).toBeGreaterThan(0)
    expect(screen.getByText('Nothing came yet')).toBeDefined()
  })

  test('list the sources with their health once something came', async () => {
    await openConsole('/operations/sources', ['operator'], { ...none, ...sourcesAre({ ...source, health }) })
    expect(await screen.findByText('support')).toBeDefined()
    expect(screen.getByText('1.5 s')).toBeDefined()
  })

  test('say what failed, and ask again', async () => {
    const answers = { ...none, 'GET /v1/hours': refusal(500, []) }
    const { asked } = await openConsole('/operations/hours', ['operator'], answers)
    expect(await screen.findByText('Business hours: could not be loaded')).toBeDefined()
    const before = asked.filter(({ path }) => path === '/v1/hours').length
    fireEvent.click(screen.getByText('Try again'))
    await waitFor(() => expect(asked.filter(({ path }) => path === '/v1/hours').length).toBeGreaterThan(before))
  })
})

describe('a form of operations', () => {
  const at = (id: string) => openConsole(`/operations/sources/${id}`, ['operator'], answers)
  const answers = {
    ...none,
    ...sourcesAre({ ...source, health }),
    'PUT /v1/sources/support': refusal(422, [{ field: 'body.brand', message: 'may not be empty' }]),
  }

  test('sends what was written, and shows at its field what was refused', async () => {
    const { asked } = await at('support')
    fireEvent.change(await screen.findByLabelText('Brand'), { target: { value: 'teapots' } })
    fireEvent.click(screen.getByText('Save'))
    expect((await screen.findAllByText('may not be empty')).length).toBeGreaterThan(0)
    const { id: _id, configured: _configured, ...settings } = source
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ ...settings, brand: 'teapots' })
  })

  test('asks before what was written is lost', async () => {
    const { router } = await at('support')
    fireEvent.change(await screen.findByLabelText('Brand'), { target: { value: 'teapots' } })
    fireEvent.click(screen.getByText('Cancel'))
    expect(await screen.findByText('Leave without saving?')).toBeDefined()
    expect(router.state.location.pathname).toBe('/operations/sources/support')
    fireEvent.click(screen.getByText('Leave'))
    await waitFor(() => expect(router.state.location.pathname).toBe('/operations/sources'))
  })

  test('of something that is not there says so', async () => {
    await at('nowhere')
    expect(await screen.findByText('There is nothing named nowhere')).toBeDefined()
  })
})

test('what is set aside is sent back, all that is there', async () => {
  const item = { at: last, stage: 'parse', source: 'support', format: 'mail', replays: 0 }
  const items = [
    { ...item, id: 'one', reason: 'it has no sender' },
    { ...item, id: 'two', reason: 'it is cut off' },
  ]
  const { asked } = await openConsole('/operations/set-aside', ['operator'], {
    ...{ ...none, 'GET /v1/set-aside': { items } },
    'POST /v1/set-aside/one/replay': { id: 'one', replays: 1 },
    'POST /v1/set-aside/two/replay': { id: 'two', replays: 1 },
  })
  expect(await screen.findByText('It has no sender')).toBeDefined()
  fireEvent.click(screen.getByText('Send back all'))
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/v1/set-aside/one/replay',
      '/v1/set-aside/two/replay',
    ]),
  )
})

test('a webhook’s secret is shown once, after it was made', async () => {
  const hook = { id: 'crm', url: 'https://crm.example/in', events: [], active: true }
  const secret = '0'.repeat(64)
  await openConsole('/operations/hooks/_new', ['admin'], {
    ...{ ...none, 'GET /v1/hooks': { items: [] } },
    'PUT /v1/hooks/crm': { ...hook, secret },
  })
  fireEvent.change(await screen.findByLabelText('Id'), { target: { value: 'crm' } })
  fireEvent.change(screen.getByLabelText('Address'), { target: { value: hook.url } })
  fireEvent.click(screen.getByText('Save'))
  expect(await screen.findByText(secret)).toBeDefined()
  fireEvent.click(screen.getByText('I have kept it'))
  await waitFor(() => expect(screen.queryByText(secret)).toBeNull())
})
