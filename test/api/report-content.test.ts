import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { streamName } from '../../core/contact/stream.ts'
import { coverageOf } from '../../core/content-idea/coverage.ts'
import type { Atom } from '../../core/report/cells.ts'
import { kept } from '../catalogue/kept.ts'
import { alice, mail } from '../timeline/contacts.ts'
import { makeEvent, makeStack, marketing, type Stack } from './stack.ts'

const asked: Atom = {
  ...{ hour: '2026-03-20T09', day: '2026-03-20', dims: { topic: 'kettle' }, counts: { inbound: 12 } },
}

let stack: Stack
beforeEach(async () => {
  stack = makeStack()
  await kept([asked], stack.table)
  const at = '2026-03-20T09:00:00.000Z'
  const text = 'Why does my kettle leak? Call Alice Marten on 020 7946 0123'
  const times = { occurredAt: at, receivedAt: at }
  const question = await stack.receive(
    mail('question', { ...times, text, from: { identifier: alice, name: 'Alice Marten' } }),
  )
  stack.reports.topics = {
    describe: async () => new Map([['kettle', { label: 'leaking kettle', kind: 'problem' as const }]]),
    examples: async () => [{ contactId: question.id, stream: streamName(alice), sortAt: at }],
  }
})

const faq = {
  title: 'My kettle leaks: what to do',
  url: 'https://example.com/kettle',
  questions: ['Why does it leak?'],
}
const other = { title: 'Sending things back', questions: ['How do I return an order?'] }

test('an idea is what many ask, in their words, with what we publish about it', async () => {
  await stack.call('PUT', '/v1/content', { groups: marketing, body: { entries: [faq, other] } })
  const { body } = await stack.call('GET', '/v1/content-ideas', { groups: marketing })
  expect(body).toMatchObject({
    items: [
      { topic: 'kettle', label: 'leaking kettle', kind: 'problem', asked: 12, coverage: { entry: { url: faq.url } } },
    ],
  })
})

test('who wrote an excerpt is masked for marketing, and shown to those who may know', async () => {
  const read = async (groups: readonly string[]) =>
    JSON.stringify((await stack.call('GET', '/v1/reports/excerpts?topic=kettle', { groups })).body)
  expect(await read(marketing)).toContain('Why does my kettle leak? Call ••• ••• on •••')
  expect(await read(['agent'])).toContain('Call Alice Marten on 020 7946 0123')
})

test('ideas are exported, a line for each exchange', async () => {
  const { body, headers } = await stack.handler(makeEvent('GET', '/v1/content-ideas/export.csv', { groups: marketing }))
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(parse(body, { columns: true })).toMatchObject([{ topic: 'kettle', asked: '12', covered_by: '' }])
})

test('content is replaced as a whole, and refused with the field that is wrong', async () => {
  const put = (entries: object[]) => stack.call('PUT', '/v1/content', { groups: marketing, body: { entries } })
  await put([faq, other])
  await put([other])
  const { body } = await stack.call('GET', '/v1/content')
  expect(body).toMatchObject({ entries: [other] })
  const wrong = await put([{ title: 'x', url: 'javascript:alert(1)' }])
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'body.entries.0.url' }] } })
})

test('what is asked is covered by what shares its telling words, not by small ones', () => {
  expect(coverageOf(['Why does my kettle leak?'], [faq, other])?.entry).toEqual(faq)
  expect(coverageOf(['How do I change the address of my order?'], [faq])).toBeUndefined()
  expect(coverageOf(['anything'], [])).toBeUndefined()
})

const hire = (id: string, email?: string) =>
  stack.call('PUT', `/v1/agents/${id}`, {
    groups: ['admin'],
    body: { name: id, teams: [], skills: [], languages: [], capacity: 1, ...(email && { email }) },
  })

const view = { name: 'Mail by team', report: 'volume', query: { by: 'team', days: 28 } }

test('a view is kept for oneself; shared, everybody sees it and only its keeper changes it', async () => {
  const put = (id: string, body: object, subject: string) =>
    stack.call('PUT', `/v1/saved-reports/${id}`, { groups: marketing, body, subject })
  const names = async (subject: string) =>
    JSON.stringify((await stack.call('GET', '/v1/saved-reports', { groups: ['agent'], subject })).body)
  await put('mail', view, 'ben')
  expect(await names('ben')).toContain('"own":true')
  expect(await names('anna')).toBe('{"items":[]}')
  await hire('ben', 'Ben@example.com')
  await put('mail', { ...view, shared: true, schedule: { every: 'week', to: ['ben@example.com'] } }, 'ben')
  expect(await names('anna')).toContain('"own":false')
  const remove = (subject: string) =>
    stack.call('POST', '/v1/saved-reports/mail/remove', { groups: marketing, subject })
  expect((await remove('anna')).status).toBe(404)
  expect((await remove('ben')).status).toBe(200)
  expect(await names('anna')).toBe('{"items":[]}')
})

test('a view of a report that does not exist is refused', async () => {
  const body = { ...view, report: 'horoscope' }
  const refused = await stack.call('PUT', '/v1/saved-reports/mail', { groups: marketing, body })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'body.report' }] } })
})

test('the digest is read before it is mailed', async () => {
  const { status, body } = await stack.call('GET', '/v1/reports/digest?days=7', { groups: marketing })
  expect(status).toBe(200)
  expect(body).toMatchObject({ period: { from: '2026-03-25', to: '2026-03-31' } })
  expect(body.html).toContain('<!doctype html>')
})

test('a view is mailed to colleagues alone', async () => {
  await hire('anna', 'anna@example.com')
  const put = (to: string[]) =>
    stack.call('PUT', '/v1/saved-reports/mail', { body: { ...view, schedule: { every: 'month', to } } })
  const refused = await put(['anna@example.com', 'eve@example.com'])
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'body.schedule.to.1' }] } })
  expect((await put(['anna@example.com'])).status).toBe(200)
  const { body } = await stack.call('GET', '/v1/digests')
  expect(body).toMatchObject({
    address: 'anna@example.com',
    items: [{ what: { kind: 'view', owner: 'anna', view: 'mail' }, hour: 8, nextAt: '2026-05-01T08:00:00.000Z' }],
  })
})

test('a digest is subscribed to, changed, stopped for good; for others by operators alone', async () => {
  const weekly = { every: 'week', weekday: 5, hour: 7, language: 'de', zone: 'Europe/Berlin', department: 'service' }
  const put = (body: object, groups = ['agent']) => stack.call('PUT', '/v1/digests', { groups, body })
  expect(await put(weekly)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('PUT /v1/agents') } })
  await hire('anna', 'anna@example.com')
  await hire('ben', 'ben@example.com')
  const first = await put(weekly)
  expect(first).toMatchObject({ status: 200, body: { person: 'anna', nextAt: '2026-04-03T05:00:00.000Z' } })
  const second = await put({ ...weekly, hour: 9 })
  expect(second.body).toMatchObject({ id: first.body.id, nextAt: '2026-04-03T07:00:00.000Z' })
  expect((await put({ ...weekly, person: 'ben' })).status).toBe(403)
  const { body: bens } = await put({ ...weekly, person: 'ben' }, ['operator'])
  expect((await stack.call('POST', `/v1/digests/${bens.id}/remove`, { body: {} })).status).toBe(404)
  expect((await stack.call('GET', '/v1/digests?person=ben')).status).toBe(403)
  expect((await stack.call('POST', `/v1/digests/${first.body.id}/remove`, { body: {} })).status).toBe(200)
  expect((await stack.call('GET', '/v1/digests')).body).toEqual({ address: 'anna@example.com', items: [] })
})

test('the digest is previewed in German', async () => {
  const { body } = await stack.call('GET', '/v1/reports/digest?language=de', { groups: marketing })
  expect(body.text).toContain('Was sich verändert hat')
})
