// @vitest-environment jsdom
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { askedSchema, periods, queryOf } from '../../console/insights/asked.ts'
import { entriesIn, linesOf } from '../../console/insights/ideas/content-lines.ts'
import { addressOfSaved, idOf, queryToSave } from '../../console/insights/saved/use-saved-reports.ts'
import { savedReportInputSchema } from '../../core/api/saved-report.ts'
import { shownGrains } from '../../core/catalogue/ask.ts'
import { bys } from '../../core/catalogue/dimensions.ts'
import { topicKinds } from '../../core/catalogue/topic-reads.ts'
import { savedSpan } from '../../core/saved-report/period.ts'
import { openConsole } from './console-of.tsx'
import { catalogue, countFigure, exchanges, ideaList, inbound, reportOf, topicList } from './insights-answers.ts'

configure({ asyncUtilTimeout: 8000 })

class NoSizes {
  observe = () => undefined
  unobserve = () => undefined
  disconnect = () => undefined
}

beforeAll(async () => {
  // jsdom measures nothing: charts ask for the size of what they stand in.
  window.ResizeObserver = NoSizes
  await import('../../console/insights/report/report-screen.tsx')
  await import('../../console/insights/ideas/ideas-screen.tsx')
  await import('../../console/insights/digest/digest-screen.tsx')
})

const topics = reportOf({
  ...{ name: 'topics', title: 'Topics', chart: 'bars', by: 'topic', figures: [{ ...countFigure, id: 'asked' }] },
  rows: [{ figure: 'asked', key: 't1', label: 'late delivery', value: 9, n: 9 }],
})
const saved = {
  ...{ id: 'mondays', name: 'Mondays', report: 'volume', shared: true, own: false, by: 'Bob', savedAt: '2026-03-01' },
  query: { by: 'channel', days: 7 },
}
const answers = {
  'GET /v1/reports': catalogue,
  'GET /v1/reports/topics': topics,
  'GET /v1/reports/volume': reportOf({ totals: [inbound({})], rows: [inbound({})] }),
  'GET /v1/reports/excerpts': exchanges,
  'GET /v1/topics': topicList,
  'GET /v1/saved-reports': { items: [saved] },
  'GET /v1/digests': { items: [] },
  'PUT /v1/saved-reports/my-view': { ...saved, id: 'my-view' },
  'GET /v1/content-ideas': ideaList,
  'GET /v1/content': { entries: [{ title: 'Refunds', url: 'https://example.com/refunds', questions: ['Where?'] }] },
  'PUT /v1/content': { entries: [] },
  'PUT /v1/topics/t1': topicList.items[0],
  'GET /v1/agents': { items: [] },
  'GET /v1/teams': { items: [] },
}

describe('a topic', () => {
  test('leads to what customers said, to the answers and to their conversation', async () => {
    await openConsole('/insights/topics?value=t1', ['agent'], answers)
    expect(await screen.findByText('Where is my kettle?')).toBeDefined()
    expect(screen.getByText('It comes on Friday.')).toBeDefined()
    const [link] = screen.getAllByRole('link', { name: 'To the conversation' })
    expect(link?.getAttribute('href')).toBe('/conversations/m1?entry=c1')
    expect(await screen.findByText('My … is late')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Name' })).toBeNull()
  })

  test('is named by those who may', async () => {
    const { asked } = await openConsole('/insights/topics?value=t1', ['marketing'], answers)
    fireEvent.click(await screen.findByRole('button', { name: 'Name' }))
    fireEvent.change(await screen.findByLabelText('Name of the topic'), { target: { value: ' Late parcels ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
        ...{ path: '/v1/topics/t1', body: { name: 'Late parcels' } },
      }),
    )
  })
})

describe('a view', () => {
  test('is kept under a name, with a period that moves along, and opened again', async () => {
    const { asked, router } = await openConsole('/insights/volume?period=90', ['marketing'], answers)
    await screen.findByRole('table', { name: /row by row/ })
    fireEvent.click(screen.getByRole('button', { name: 'Saved views' }))
    fireEvent.click(await screen.findByText('Save this view…'))
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'My view' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
        ...{ path: '/v1/saved-reports/my-view', body: { name: 'My view', report: 'volume', query: { days: 90 } } },
      }),
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Saved views' }))
    fireEvent.click(await screen.findByText('Mondays'))
    await waitFor(() => expect(router.state.location.search).toEqual({ by: 'channel', period: '7' }))
  })

  test('is kept as it is asked, under an id that addresses may hold', () => {
    const moving = queryToSave({ period: '28', from: '2026-01-01', by: 'team', figure: 'x' })
    expect(moving).toEqual({ by: 'team', days: 28, figure: 'x' })
    expect(queryToSave({ from: '2026-01-01', to: '2026-01-31' })).toEqual({ from: '2026-01-01', to: '2026-01-31' })
    expect(['Größe: Mo & Di!', '???'].map(idOf)).toEqual(['gro-e-mo-di', 'view'])
  })
})

test('a view that is opened again asks exactly what was seen', () => {
  const day = fc.constantFrom('2025-11-03', '2026-02-28', '2026-03-01')
  const seen = fc.record(
    {
      ...{ period: fc.constantFrom(...periods), from: day, to: day, by: fc.constantFrom(...bys) },
      ...{ value: fc.string({ minLength: 1, maxLength: 20 }), grain: fc.constantFrom(...shownGrains) },
      ...{ compare: fc.constantFrom('before' as const, 'none' as const), figure: fc.stringMatching(/^[a-z-]{1,20}$/) },
      ...{ kind: fc.constantFrom(...topicKinds), campaign: fc.constant('spring') },
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(seen, asked => {
      const { query } = savedReportInputSchema.parse({ name: 'A', report: 'volume', query: queryToSave(asked) })
      const [, search = ''] = addressOfSaved({ report: 'volume', query }).split('?')
      const opened = askedSchema.parse(Object.fromEntries(new URLSearchParams(search)))
      expect(queryOf(opened, '2026-03-17')).toEqual(queryOf(askedSchema.parse(asked), '2026-03-17'))
      expect(opened.figure).toBe(asked.figure)
      const { from, to } = queryOf(asked, '2026-03-17')
      expect(savedSpan(query, '2026-03-17')).toEqual({ ...(from && { from }), ...(to && { to }) })
    }),
  )
})

describe('the digest', () => {
  const mailed = {
    ...{ id: '0'.repeat(32), person: 'mary', what: { kind: 'department', department: 'service' } },
    ...{ every: 'week', weekday: 1, hour: 8, zone: 'Europe/London', language: 'en' },
    nextAt: '2026-03-09T08:00:00.000Z',
  }
  const digest = {
    ...{ subject: 'Quieter than usual', text: 'Fewer contacts.', html: '<p>Fewer contacts.</p>' },
    period: { from: '2026-03-01', to: '2026-03-07' },
  }
  const known = {
    ...answers,
    'GET /v1/reports/digest': digest,
    'GET /v1/teams': { items: [{ id: 'service', name: 'Service', department: 'service', members: [] }] },
    'GET /v1/digests': { address: 'mary@example.com', items: [mailed] },
    'PUT /v1/digests': mailed,
    [`POST /v1/digests/${mailed.id}/remove`]: { removed: true },
  }

  test('is mailed to whom it is shown, each Monday, until they end it', async () => {
    const { asked } = await openConsole('/insights/digest?department=service', ['marketing'], known)
    expect(await screen.findByText(/each Monday at 08:00 \(Europe\/London\)/)).toBeDefined()
    fireEvent.click(await screen.findByRole('button', { name: 'Mail it to me' }))
    const sent = (method: string) => asked.find(one => one.method === method && one.path.startsWith('/v1/digests'))
    await waitFor(() =>
      expect(sent('PUT')?.body).toEqual({ every: 'week', weekday: 1, hour: 8, language: 'en', department: 'service' }),
    )
    fireEvent.click(screen.getByRole('button', { name: /^Mail no more/ }))
    await waitFor(() => expect(sent('POST')?.path).toBe(`/v1/digests/${mailed.id}/remove`))
  })

  test('says what is missing where nobody entered an address', async () => {
    await openConsole('/insights/digest', ['marketing'], { ...known, 'GET /v1/digests': { items: [] } })
    expect(await screen.findByText(/no mail address of yours/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Mail it to me' })).toBeNull()
  })
})

describe('content ideas', () => {
  test('say what is asked, how it was answered, and what is published about it', async () => {
    await openConsole('/insights/content-ideas', ['marketing'], answers)
    const idea = await screen.findByRole('article', { name: 'late delivery' })
    expect(within(idea).getByText('asked 9 times')).toBeDefined()
    expect(within(idea).getByText('Nothing published comes near it')).toBeDefined()
    expect(within(idea).getByText('It comes on Friday.')).toBeDefined()
    const covered = screen.getByRole('article', { name: 'refund' })
    expect(
      within(covered)
        .getByRole('link', { name: /Refunds/ })
        .getAttribute('href'),
    ).toBe('https://example.com/refunds')
  })

  test('know what is published, a line for each', async () => {
    const { asked } = await openConsole('/insights/content-ideas', ['marketing'], answers)
    fireEvent.click(await screen.findByRole('button', { name: 'What we publish' }))
    const field = await screen.findByLabelText('One entry a line')
    expect(field).toHaveProperty('value', 'Refunds | https://example.com/refunds | Where?')
    fireEvent.change(field, { target: { value: 'Delivery | | When?; Where?\n\nReturns' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(asked.find(({ path, method }) => path === '/v1/content' && method === 'PUT')?.body).toEqual({
        entries: [{ title: 'Delivery', questions: ['When?', 'Where?'] }, { title: 'Returns' }],
      }),
    )
  })

  test('lines say the same there and back', () => {
    const entries = [
      { title: 'A', url: 'https://example.com/a', questions: ['b', 'c'] },
      { title: 'D', questions: [] },
    ]
    expect(entriesIn(linesOf(entries))).toEqual([entries[0], { title: 'D' }])
  })
})
