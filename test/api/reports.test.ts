import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { bys } from '../../core/catalogue/dimensions.ts'
import type { Atom } from '../../core/report/cells.ts'
import { kept } from '../catalogue/kept.ts'
import { makeEvent, makeStack, marketing } from './stack.ts'

const contact = (day: string, channel: string, more: Partial<Atom['counts']> = {}): Atom => ({
  ...{
    hour: `${day}T09`,
    day,
    dims: { channel, topic: '=HYPERLINK("x")' },
    counts: { inbound: 1, ...more },
    who: true,
  },
})

/** 1 April 2026, noon, by UTC. */
async function stackWith(atoms: readonly Atom[]) {
  const stack = makeStack()
  await kept(atoms, stack.table)
  const read = (target: string, groups = marketing) => stack.call('GET', `/v1/reports${target}`, { groups })
  return { ...stack, read }
}

const three = [contact('2026-03-03', 'email'), contact('2026-03-03', 'phone'), contact('2026-02-03', 'email')]

test('the catalogue names every report with what its figures mean and by what it is asked', async () => {
  const { read } = await stackWith([])
  const { body } = await read('')
  expect(body).toMatchObject({ timezone: 'Etc/UTC' })
  expect(JSON.stringify(body)).toContain('"name":"repeated-themselves"')
  expect(JSON.stringify(body)).toContain('"certainty":"interval"')
})

test('a report shows each figure with its n, and the period before', async () => {
  const { read } = await stackWith(three)
  const { status, body } = await read('/volume?from=2026-03-01&to=2026-03-31&by=channel')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    name: 'volume',
    before: { from: '2026-02-01', to: '2026-02-28' },
    by: 'channel',
    left: 0,
  })
  const rows = (key: string) => expect.objectContaining({ figure: 'inbound', key, value: 1, n: 1 })
  expect(body.rows).toEqual(expect.arrayContaining([rows('email'), rows('phone')]))
  const change = { difference: 1 }
  const totals = expect.objectContaining({ figure: 'inbound', value: 2, before: { value: 1, n: 1 }, change })
  expect(body.totals).toContainEqual(totals)
  expect(body.totals).toContainEqual(expect.objectContaining({ figure: 'customers', value: 1 }))
})

test('one value is drawn day by day', async () => {
  const { read } = await stackWith(three)
  const { body } = await read('/volume?from=2026-03-02&to=2026-03-04&by=channel&value=phone&grain=day&compare=none')
  const drawn = [0, 1, 0].map((value, n) => ({
    figure: 'inbound',
    key: 'phone',
    period: `2026-03-0${n + 2}`,
    value,
    n: value,
  }))
  expect(body.rows).toEqual(expect.arrayContaining(drawn))
})

test.each([
  ['/volume?from=2026-03-05&to=2026-03-01', 'exchange from and to'],
  ['/volume?from=2025-03-05&to=2026-03-01', 'from=2025-03-01&to=2026-03-31&grain=month'],
  ['/volume?timezone=Asia/Tokyo&from=2026-01-01&to=2026-01-07', 'ask from 2026-02-26 on'],
  ['/volume?timezone=Asia/Kolkata', 'leave timezone out'],
  ['/volume?timezone=Mars/Base', 'IANA'],
  ['/volume?timezone=Asia/Tokyo&by=topic', 'choose another by'],
  ['/volume?grain=hour', 'ask for fewer days'],
  ['/satisfaction?by=from×to', 'choose one as by'],
])('%s cannot be answered, and the problem says what to ask', async (target, help) => {
  const { read } = await stackWith([])
  const { status, body } = await read(encodeURI(target))
  expect(status).toBe(400)
  expect(body).toMatchObject({ type: 'urn:throughline:problem:not-kept' })
  expect(body.detail).toContain(help)
})

test('a report that does not exist is not found; an unknown dimension is named', async () => {
  const { read } = await stackWith([])
  expect((await read('/horoscope')).status).toBe(404)
  expect(await read('/volume?by=shoes')).toMatchObject({ status: 422, body: { errors: [{ field: 'query.by' }] } })
})

test('days in another zone are told from the hours', async () => {
  const late: Atom = { ...contact('2026-03-30', 'email'), hour: '2026-03-30T23' }
  const { read } = await stackWith([late])
  const { body } = await read('/volume?timezone=Europe/Berlin&from=2026-03-30&to=2026-03-31&grain=day')
  const rows = body.rows
  expect(rows).toContainEqual(expect.objectContaining({ figure: 'inbound', period: '2026-03-31', value: 1 }))
  expect(rows).toContainEqual(expect.objectContaining({ figure: 'inbound', period: '2026-03-30', value: 0 }))
})

test('what young days say of first contact resolution is provisional', async () => {
  const resolved = (day: string) => contact(day, 'email', { resolved: 1, firstContact: 1 })
  const { read } = await stackWith([resolved('2026-03-10'), resolved('2026-03-30')])
  const { body } = await read('/first-contact-resolution?from=2026-03-01&to=2026-03-31&grain=day&compare=none')
  const row = (period: string, more: object) =>
    expect.objectContaining({ figure: 'first-contact', period, value: 1, ...more })
  expect(body.rows).toContainEqual(row('2026-03-30', { provisional: true }))
  expect(body.rows).toContainEqual(expect.not.objectContaining({ provisional: true, period: '2026-03-10' }))
})

test('the CSV of a report runs no formula in a spreadsheet', async () => {
  const { handler } = await stackWith(three)
  const target = '/v1/reports/volume.csv?from=2026-03-01&to=2026-03-31&by=topic'
  const { statusCode, headers, body } = await handler(makeEvent('GET', target, { groups: marketing }))
  expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 200, type: 'text/csv; charset=utf-8' })
  const keys = parse(body, { columns: true }).map((line: unknown) =>
    line instanceof Object && 'key' in line ? line.key : '',
  )
  expect(new Set(keys)).toEqual(new Set(['all', '\'=HYPERLINK("x")']))
})

test('every dimension a report names can be asked, without more than twelve queries', async () => {
  const { table, call, reports } = makeStack()
  await kept(three, table)
  const described = await call('GET', '/v1/reports', { groups: marketing })
  expect(described.status).toBe(200)
  let queries = 0
  const current = await reports.currentReports()
  const cells: typeof current.store.cells = range => {
    queries++
    return current.store.cells(range)
  }
  reports.currentReports = async () => ({ ...current, store: { ...current.store, cells } })
  for (const by of bys) {
    queries = 0
    await call('GET', `/v1/reports/volume?from=2025-01-01&to=2025-12-31&by=${encodeURIComponent(by)}`)
    expect(queries).toBeLessThanOrEqual(12)
  }
})
