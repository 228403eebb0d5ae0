import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Role } from '../../core/api/role.ts'
import { makeStack, operator } from './stack.ts'

const hours = {
  name: 'London',
  timeZone: 'Europe/London',
  weekly: { monday: [['09:00', '17:30']], friday: [['22:00', '02:00']] },
  holidays: [{ date: '2026-12-25', name: 'Christmas' }],
}
const team = { name: 'Service', department: 'service', hours: 'always' }
const agent = {
  name: 'Alice Field',
  email: 'alice@example.com',
  teams: ['service'],
  skills: ['returns'],
  languages: ['en'],
}

/** A company with one team and, under the subject that the tests' tokens have, one agent. */
async function makeCompany() {
  const stack = makeStack()
  const put = (path: string, body: object, groups: readonly Role[] = operator) =>
    stack.call('PUT', path, { groups, body })
  const read = (path: string) => stack.call('GET', path)
  await put('/v1/teams/service', team)
  await put('/v1/agents/anna', agent)
  return { ...stack, put, read }
}

const errorsSchema = z.object({ errors: z.array(z.object({ field: z.string(), message: z.string() })) })
const fields = (body: unknown) => errorsSchema.parse(body).errors.map(({ field }) => field)

describe('hours', () => {
  test('are configured, read back, and what was read can be put again', async () => {
    const { put, read } = await makeCompany()
    const stored = await put('/v1/hours/london', hours)
    expect(stored).toMatchObject({ status: 200, body: { id: 'london', timeZone: 'Europe/London' } })
    expect(stored.body).toMatchObject({ weekly: { tuesday: [], friday: [['22:00', '02:00']] } })
    const { body } = await read('/v1/hours/london')
    expect((await put('/v1/hours/london', body)).body).toEqual(body)
  })

  test('around the clock are there from the start, and stay as they are', async () => {
    const { put, read } = await makeCompany()
    expect((await read('/v1/hours/always')).body).toMatchObject({ id: 'always', holidays: [] })
    expect((await put('/v1/hours/always', hours)).status).toBe(409)
    expect((await read('/v1/hours')).body).toEqual({ items: [] })
  })

  test.each([
    ['never open', { weekly: {} }, 'body.weekly'],
    [
      'overlapping',
      {
        weekly: {
          monday: [
            ['09:00', '12:00'],
            ['11:00', '12:30'],
          ],
        },
      },
      'body.weekly.monday',
    ],
    ['of no zone', { timeZone: 'Europe/Atlantis' }, 'body.timeZone'],
    ['with a wrong time', { weekly: { monday: [['09:00', '25:00']] } }, 'body.weekly.monday.0.1'],
  ])('that are %s are refused', async (_, wrong, field) => {
    const { put } = await makeCompany()
    const { status, body } = await put('/v1/hours/london', { ...hours, ...wrong })
    expect(status).toBe(422)
    expect(fields(body)).toContain(field)
  })
})

describe('teams', () => {
  test('are configured with hours, targets and where late things go', async () => {
    const { put, read } = await makeCompany()
    await put('/v1/hours/london', hours)
    const settings = {
      ...{ ...team, brands: ['kettles'], hours: 'london', escalateTo: 'service' },
      policy: { firstResponse: 3_600_000, byPriority: { urgent: { firstResponse: 600_000 } } },
      topics: [{ topic: 'outage', priority: 'urgent' }],
    }
    expect((await put('/v1/teams/social', settings)).body).toEqual({ id: 'social', ...settings })
    expect((await read('/v1/teams/social')).body).toEqual({ id: 'social', ...settings })
  })

  test.each([
    ['hours that are not there', { hours: 'nowhere' }, 'body.hours'],
    ['a team that is not there', { escalateTo: 'nobody' }, 'body.escalateTo'],
    ['itself', { escalateTo: 'social' }, 'body.escalateTo'],
    ['a target of no time', { policy: { firstResponse: 0 } }, 'body.policy.firstResponse'],
  ])('that name %s are refused', async (_, wrong, field) => {
    const { put, read } = await makeCompany()
    const { status, body } = await put('/v1/teams/social', { ...team, ...wrong })
    expect([status, fields(body)]).toEqual([422, [field]])
    expect((await read('/v1/teams/social')).status).toBe(404)
  })

  test('are not escalated in a circle', async () => {
    const { put } = await makeCompany()
    await put('/v1/teams/social', { ...team, escalateTo: 'service' })
    const { status, body } = await put('/v1/teams/service', { ...team, escalateTo: 'social' })
    expect([status, fields(body)]).toEqual([422, ['body.escalateTo']])
  })
})

describe('agents', () => {
  test('are configured, begin offline, and read back', async () => {
    const { put, read } = await makeCompany()
    const { body } = await put('/v1/agents/bob', agent)
    expect(body).toEqual({ id: 'bob', ...agent, capacity: 20, active: true, availability: 'offline' })
    expect((await read('/v1/agents/bob')).body).toEqual(body)
    expect((await put('/v1/agents/bob', body)).body).toEqual(body)
  })

  test('say themselves whether they are there; being configured anew does not change that', async () => {
    const { call, put, read } = await makeCompany()
    const said = await call('PUT', '/v1/agents/me/availability', { body: { availability: 'online' } })
    expect(said).toMatchObject({ status: 200, body: { id: 'anna', availability: 'online' } })
    await put('/v1/agents/anna', { ...agent, skills: ['billing'] })
    expect((await read('/v1/agents/me')).body).toMatchObject({ skills: ['billing'], availability: 'online' })
    await put('/v1/agents/anna', { ...agent, availability: 'away' })
    expect((await read('/v1/agents/anna')).body).toMatchObject({ availability: 'away' })
  })

  test('whom nobody configured cannot be there', async () => {
    const { call } = makeStack()
    expect((await call('PUT', '/v1/agents/me/availability', { body: { availability: 'online' } })).status).toBe(404)
    expect((await call('GET', '/v1/agents/me')).status).toBe(404)
  })

  test.each([
    ['bob', { teams: ['service', 'nobody'] }, ['body.teams.1']],
    ['bob', { capacity: 501 }, ['body.capacity']],
    ['bob', { availability: 'asleep' }, ['body.availability']],
    ['bob', { languages: ['English!'] }, ['body.languages.0']],
    ['bob', { email: 'alice' }, ['body.email']],
    ['me', {}, ['path.id']],
    ['Bob', {}, ['path.id']],
  ])('%s with %j is refused', async (id, wrong, wanted) => {
    const { put, read } = await makeCompany()
    const { status, body } = await put(`/v1/agents/${id}`, { ...agent, ...wrong })
    expect([status, fields(body)]).toEqual([422, wanted])
    expect((await read('/v1/agents')).body).toMatchObject({ items: [{ id: 'anna' }] })
  })
})

const pageSchema = z.object({ items: z.array(z.looseObject({ id: z.string() })), cursor: z.string().optional() })

test.each([
  ['agents', agent],
  ['teams', team],
  ['hours', hours],
])('pages list all %s once', async (kind, body) => {
  const { put, read } = await makeCompany()
  const ids = ['berlin', 'london', 'social', 'support', 'x']
  for (const id of ids) await put(`/v1/${kind}/${id}`, body)
  const listed: string[] = []
  let cursor = ''
  do {
    const page = pageSchema.parse((await read(`/v1/${kind}?limit=2${cursor}`)).body)
    expect(page.items.length).toBeLessThanOrEqual(2)
    listed.push(...page.items.map(({ id }) => id))
    cursor = page.cursor === undefined ? '' : `&cursor=${page.cursor}`
  } while (cursor !== '')
  expect(listed.filter(id => ids.includes(id))).toEqual(ids)
  expect(new Set(listed).size).toBe(listed.length)
})
