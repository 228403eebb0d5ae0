// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dataKeys } from '../../console/data/keys.ts'
import { type Answers, openConsole } from './console-of.tsx'

const at = '2026-03-01T10:00:00.000Z'
const row = (id: string, differing: object = {}) => ({
  ...{ id, title: `matter ${id}`, brand: 'main', department: 'service', status: 'open', priority: 'normal', tags: [] },
  ...{ channel: 'email', channels: ['email'], contacts: 1, openedAt: at, lastAt: at, late: false, repeats: 0 },
  ...differing,
})
const anna = { id: 'anna', name: 'Anna Müller', active: true, teams: ['care', 'returns'], availability: 'online' }
const people = {
  'GET /v1/agents': { items: [anna] },
  'GET /v1/agents/me': anna,
  'GET /v1/teams': { items: [] },
  'GET /v1/conversations/counts': { counts: {} },
}
const queueOf = (...items: object[]) => ({ ...people, 'GET /v1/conversations': { items } })

beforeAll(async () => {
  // jsdom has no media; the wide screen of a desk it is.
  window.matchMedia = query => ({
    ...{ matches: false, media: query, onchange: null, dispatchEvent: () => false },
    ...{ addListener: () => undefined, removeListener: () => undefined },
    ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
  })
  await import('../../console/queue/queue-screen.tsx')
})
beforeEach(() => localStorage.clear())

const titles = () => [...document.querySelectorAll('[data-row] a')].map(({ textContent }) => textContent)
const ticked = () => document.querySelectorAll('tbody input:checked')
const openQueue = (path: string, answers: Answers) => openConsole(path, ['agent'], answers)

describe('a row', () => {
  test('says why it stands there: what the API gives, and what is due', async () => {
    await openQueue(
      '/queue/all',
      queueOf(
        row('1', { reason: 'second contact, phone after mail, 26 h waiting', dueAt: at, dueFor: 'promise' }),
        row('2', { dueAt: at, dueFor: 'firstResponse', late: true }),
        row('3', { status: 'waiting-customer' }),
      ),
    )
    expect(await screen.findByText('second contact, phone after mail, 26 hr waiting')).toBeDefined()
    const [first, second, third] = document.querySelectorAll('tbody tr')
    expect(first?.textContent).toContain('promised by Mar 1')
    expect(second?.textContent).toContain('first answer was due Mar 1')
    expect(third?.textContent).toContain('the customer is to answer')
  })
})

describe('a list', () => {
  test('of what is late or due soon is asked of the API, not sought among all', async () => {
    const { asked } = await openQueue('/queue/breaching', queueOf(row('1')))
    await screen.findByText('matter 1')
    expect(asked.find(({ path }) => path === '/v1/conversations')?.query).toBe('limit=50&status=open&dueWithin=60')
  })

  test('does not move under the hand: what is new is counted until it is asked for', async () => {
    const { queries, container } = await openQueue('/queue/all', queueOf(row('2'), row('3')))
    await screen.findByText('matter 2')
    const list = container.querySelector('.queue')
    if (list === null) throw new Error('there is no list')
    fireEvent.pointerEnter(list)
    const pages = (...items: object[]) => ({ pages: [{ items }], pageParams: [undefined] })
    act(() => queries.setQueriesData({ queryKey: dataKeys.queues }, () => pages(row('1'), row('3'), row('4'))))
    await screen.findByText('Show 1 new')
    expect(titles()).toEqual(['matter 2', 'matter 3', 'matter 4'])
    expect(screen.getByText('No longer in this list')).toBeDefined()
    fireEvent.click(screen.getByText('Show 1 new'))
    await waitFor(() => expect(titles()).toEqual(['matter 1', 'matter 3', 'matter 4']))
  })

  test('is worked through by keys: down, take, tick, resolve all that is ticked', async () => {
    const { asked } = await openQueue('/queue/all', queueOf(row('1'), row('2'), row('3')))
    await screen.findByText('matter 1')
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
    press('j')
    press('j')
    press('a')
    press('x')
    press('j')
    press('x')
    await waitFor(() => expect(ticked()).toHaveLength(2))
    press('e')
    await waitFor(() =>
      expect(asked.flatMap(({ method, path }) => (method === 'POST' ? [path] : []))).toEqual([
        '/v1/conversations/2/assign',
        '/v1/conversations/2/status',
        '/v1/conversations/3/status',
      ]),
    )
  })

  test('without rows says what to do next', async () => {
    const { router } = await openQueue('/queue/mine', queueOf())
    fireEvent.click(await screen.findByText('To “My team”'))
    await waitFor(() => expect(router.state.location.pathname).toBe('/queue/team'))
    expect(await screen.findByText('Your team has answered everything.')).toBeDefined()
  })

  test('that could not be loaded says so, and asks again', async () => {
    await openQueue('/queue/all', people)
    expect(await screen.findByText('Conversations: could not be loaded')).toBeDefined()
    expect(screen.getByText('Try again')).toBeDefined()
  })
})

describe('a filter', () => {
  test('is saved under a name, stands in the navigation, leads back there, and is dropped and taken back', async () => {
    const { router } = await openQueue('/queue/team?channel=phone&priority=high', queueOf(row('1')))
    fireEvent.click(await screen.findByText('Saved filters'))
    fireEvent.click(await screen.findByText('Save this list…'))
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Urgent calls' } })
    fireEvent.click(screen.getByText('Save'))
    const link = await screen.findByText('Urgent calls', { selector: 'a *' })
    await router.navigate({ to: '/queue/$view', params: { view: 'all' } })
    fireEvent.click(link)
    await waitFor(() => expect(router.state.location.href).toBe('/queue/team?channel=phone&priority=high'))
    fireEvent.click(await screen.findByText('Urgent calls', { selector: 'button *' }))
    fireEvent.click(await screen.findByText('Drop “Urgent calls”'))
    fireEvent.click(await screen.findByText('Undo'))
    expect(await screen.findByText('Urgent calls', { selector: 'a *' })).toBeDefined()
  })
})
