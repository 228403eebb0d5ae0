// @vitest-environment jsdom
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openConsole } from './console-of.tsx'
import { catalogue, countFigure, inbound, reportOf, shareFigure } from './insights-answers.ts'

// A chart is a thousand elements, which jsdom takes its time for.
configure({ asyncUtilTimeout: 8000 })

beforeAll(async () => {
  // jsdom measures nothing: charts ask for the size of what they stand in.
  vi.stubGlobal('ResizeObserver', NoSizes)
  await import('../../console/insights/dashboard/insights-screen.tsx')
  await import('../../console/insights/report/report-screen.tsx')
})
afterAll(() => vi.unstubAllGlobals())

class NoSizes {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}

const days = [1, 2, 3].map(day => inbound({ period: `2026-03-0${day}`, value: day, n: day }))
const share = {
  ...{ figure: 'first-contact', key: 'all', value: 0.75, n: 40, interval: { low: 0.6, high: 0.86 }, provisional: true },
  ...{ before: { value: 0.5, n: 38 }, change: { difference: 0.25, p: 0.004, significant: true } },
}
const volume = reportOf({
  ...{ grain: 'day', figures: [countFigure, shareFigure], rows: days, notes: ['The last month is still under way.'] },
  totals: [inbound({ value: 6, n: 6, change: { difference: -2 } }), share],
})
const topics = reportOf({
  ...{ name: 'topics', title: 'Topics', chart: 'bars', by: 'topic', figures: [{ ...countFigure, id: 'asked' }] },
  totals: [{ figure: 'asked', key: 'all', value: 9, n: 9 }],
  rows: [{ figure: 'asked', key: 't1', label: 'late delivery', value: 9, n: 9, tag: 'rising' }],
})
const answers = {
  'GET /v1/reports': catalogue,
  'GET /v1/reports/volume': volume,
  'GET /v1/reports/topics': topics,
  'GET /v1/agents': { items: [{ id: 'anna', name: 'Anna Müller', active: true, teams: [] }] },
  'GET /v1/teams': { items: [] },
  'GET /v1/campaigns': { items: [] },
}

describe('the overview', () => {
  test('is where marketing begins: figures with what they are told from, topics, and all reports', async () => {
    const { router } = await openConsole('/', ['marketing'], answers)
    expect(await screen.findByText('late delivery')).toBeDefined()
    expect(router.state.location.pathname).toBe('/insights')
    const tile = (await screen.findByText('Contacts of customers')).closest('li') ?? document.body
    expect(within(tile).getByText('6')).toBeDefined()
    expect(tile.textContent).toContain('−2')
    expect(screen.getByText('rising')).toBeDefined()
    expect(screen.getAllByText('How many contacts came in and went out.')).toHaveLength(catalogue.items.length)
  })

  test('asks for the days that its address names', async () => {
    const { asked } = await openConsole('/insights?from=2026-03-01&to=2026-03-10', ['agent'], answers)
    await screen.findByText('late delivery')
    const queries = asked.filter(({ path }) => path === '/v1/reports/volume').map(({ query }) => query)
    expect(queries[0]).toContain('from=2026-03-01&to=2026-03-10')
  })

  test.each([
    ['operator', 'Connect a source'],
    ['agent', undefined],
  ] as const)('without a contact says to %s what to do next', async (role, action) => {
    const none = reportOf({ totals: [inbound({ value: 0, n: 0 })] })
    await openConsole('/insights', [role], { ...answers, 'GET /v1/reports/volume': none })
    expect(await screen.findByText('No contact came in these days')).toBeDefined()
    expect(screen.queryByText('Connect a source')?.textContent).toBe(action)
  })
})

describe('a report', () => {
  test('shows each figure with n, interval, change and that it is provisional; another is chosen by its address', async () => {
    const { router } = await openConsole('/insights/volume', ['marketing'], answers)
    const card = await screen.findByRole('button', { name: /Resolved at first contact/ })
    expect(card.textContent).toContain('75%')
    expect(card.textContent).toContain('n = 40 resolved conversations · 60% to 86% · provisional')
    expect(card.textContent).toContain('+25 points (better) a real change (p 0.004)')
    expect(screen.getByText('The last month is still under way.')).toBeDefined()
    expect(card.getAttribute('aria-pressed')).toBe('false')
    fireEvent.click(card)
    await waitFor(() => expect(router.state.location.search).toMatchObject({ figure: 'first-contact' }))
    expect(await screen.findByText(shareFigure.definition)).toBeDefined()
  })

  test('has its rows in a table, which a column sorts', async () => {
    await openConsole('/insights/volume', ['agent'], answers)
    const table = await screen.findByRole('table', { name: /Contacts of customers, row by row/ })
    const first = () => within(table).getAllByRole('row')[1]?.textContent
    expect(first()).toMatch(/^1 Mar|^Mar 1/)
    const header = within(table).getByRole('columnheader', { name: /Contacts of customers/ })
    fireEvent.click(within(header).getByRole('button'))
    fireEvent.click(within(header).getByRole('button'))
    await waitFor(() => expect(first()).toMatch(/^3 Mar|^Mar 3/))
  })

  test('by a dimension leads from a value to this value alone, called as people call it', async () => {
    const byAgent = reportOf({ by: 'agent', totals: [inbound({})], rows: [inbound({ key: 'anna' })] })
    const { asked } = await openConsole('/insights/volume?by=agent', ['agent'], {
      ...{ ...answers, 'GET /v1/reports/volume': byAgent },
    })
    const link = await screen.findByRole('link', { name: 'Anna Müller' })
    expect(link.getAttribute('href')).toBe('/insights/volume?by=agent&value=anna&grain=day')
    fireEvent.click(link)
    await waitFor(() => expect(asked.at(-1)?.query).toBe('by=agent&value=anna&grain=day'))
    expect(await screen.findByRole('button', { name: 'Only Anna Müller' })).toBeDefined()
  })

  test('of two channels is a matrix with heat', async () => {
    const matrix = reportOf({
      ...{ name: 'channel-switches', chart: 'matrix', by: 'from×to', totals: [inbound({})] },
      rows: [
        inbound({ key: 'phone', other: 'email', value: 10, n: 10 }),
        inbound({ key: 'email', other: 'phone', value: 1, n: 1 }),
      ],
    })
    await openConsole('/insights/channel-switches', ['agent'], {
      ...answers,
      'GET /v1/reports/channel-switches': matrix,
    })
    const [row] = await screen.findAllByRole('rowheader', { name: 'Email' })
    expect([...(row?.parentElement?.querySelectorAll('td') ?? [])].map(cell => cell.dataset.heat)).toEqual([
      undefined,
      '1',
    ])
    expect(document.querySelector('td[data-heat="5"]')?.textContent).toBe('10')
  })

  test('of no campaign asks for one, and not the API', async () => {
    const { asked } = await openConsole('/insights/campaign-effect', ['marketing'], answers)
    expect(await screen.findByText('Which campaign?')).toBeDefined()
    expect(asked.filter(({ path }) => path === '/v1/reports/campaign-effect')).toEqual([])
  })

  test('that keeps no such days says what to ask instead', async () => {
    const problem = {
      type: 'urn:throughline:problem:not-kept',
      title: 'Reports do not keep this',
      detail: 'Ask by month.',
    }
    await openConsole('/insights/volume?from=2020-01-01', ['agent'], {
      ...answers,
      'GET /v1/reports/volume': new Response(JSON.stringify(problem), { status: 400 }),
    })
    expect(await screen.findByText(/Ask by month\./)).toBeDefined()
  })

  test('that is none is not there', async () => {
    await openConsole('/insights/nothing', ['agent'], answers)
    expect(await screen.findByText('There is nothing at this address')).toBeDefined()
  })
})
