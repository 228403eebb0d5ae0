import { expect, test } from 'vitest'
import { describedReports } from '../../functions/kit/described/reports.ts'
import { reportRoutes } from '../../functions/serve-reports/report-routes.ts'
import { makeStack, marketing } from '../api/stack.ts'

const spring = {
  name: 'Spring offer',
  channels: ['email', 'social'],
  window: { from: '2026-03-01', until: '2026-03-14' },
  segment: { by: 'country', value: 'GB' },
  control: { by: 'country', value: 'IE' },
}

test('what serve-reports answers is what the description of the API says of it', () => {
  const { reports } = makeStack()
  const names = (routes: { method: string; path: string }[]) => routes.map(({ method, path }) => `${method} ${path}`)
  expect(names(describedReports).sort()).toEqual(names(reportRoutes(reports)).sort())
})

test('a campaign gets an id of its name, and the same id again corrects it', async () => {
  const { call } = makeStack()
  const made = await call('POST', '/v1/campaigns', { groups: marketing, body: spring })
  expect(made).toMatchObject({ status: 201, body: { ...spring, id: 'spring-offer' } })
  const window = { from: '2026-03-01', until: '2026-03-21' }
  await call('POST', '/v1/campaigns', { groups: marketing, body: { ...spring, id: 'spring-offer', window } })
  const listed = await call('GET', '/v1/campaigns', { groups: ['agent'] })
  expect(listed.body).toEqual({ items: [{ ...spring, id: 'spring-offer', window }] })
})

test.each([
  [{ ...spring, window: { from: '2026-03-14', until: '2026-03-01' } }, 'body.window.until'],
  [{ ...spring, channels: [] }, 'body.channels'],
  [{ ...spring, control: { by: 'shoe size', value: '9' } }, 'body.control.by'],
  [{ ...spring, name: '!!!' }, 'body.id'],
])('a wrong field is named', async (body, field) => {
  const refused = await makeStack().call('POST', '/v1/campaigns', { groups: marketing, body })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } })
})
