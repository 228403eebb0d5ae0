import { expect, test } from 'vitest'
import { type Role, roles } from '../../core/api/role.ts'
import { makeStack } from './stack.ts'

/** Who may call what, as the public contract has it. */
const contract: Record<string, readonly Role[] | 'open'> = {
  'GET /healthz': 'open',
  'GET /openapi.json': 'open',
  'GET /v1/customers': roles,
  'GET /v1/customers/{id}': roles,
  'GET /v1/customers/{id}/timeline': roles,
  'GET /v1/customers/{id}/reading-mark': ['agent', 'social'],
  'PUT /v1/customers/{id}/reading-mark': ['agent', 'social'],
  'GET /v1/customers/{id}/brief': ['agent', 'social'],
  'GET /v1/customers/{id}/conversations': ['agent', 'social'],
  'GET /v1/contacts/{id}/original': ['agent', 'social'],
  'GET /v1/contacts/{id}/parts/{part}': ['agent', 'social'],
  'GET /v1/conversations': ['agent', 'social'],
  'GET /v1/conversations/counts': ['agent', 'social'],
  'GET /v1/conversations/{id}': ['agent', 'social'],
  'POST /v1/conversations/{id}/note': ['agent', 'social'],
  'POST /v1/conversations/{id}/status': ['agent', 'social'],
  'POST /v1/conversations/{id}/assign': ['agent', 'social'],
  'POST /v1/conversations/{id}/tags': ['agent', 'social'],
  'POST /v1/conversations/{id}/priority': ['agent', 'social'],
  'POST /v1/conversations/{id}/language': ['agent', 'social'],
  'POST /v1/conversations/{id}/split': ['agent', 'social'],
  'POST /v1/conversations/{id}/join': ['agent', 'social'],
  'POST /v1/conversations/{id}/undo': ['agent', 'social'],
  'POST /v1/conversations/{id}/hand-over': ['agent', 'social'],
  'POST /v1/conversations/{id}/callback': ['agent', 'social'],
  'POST /v1/conversations/{id}/reply': ['agent', 'social'],
  'GET /v1/conversations/{id}/replies': ['agent', 'social'],
  'GET /v1/replies/{id}': ['agent', 'social'],
  'POST /v1/replies/{id}/undo': ['agent', 'social'],
  'POST /v1/replies/{id}/retry': ['agent', 'social'],
  'POST /v1/replies/{id}/settle': ['agent', 'social'],
  'GET /v1/macros': ['agent', 'social', 'operator', 'admin'],
  'PUT /v1/macros/{id}': ['operator', 'admin'],
  'POST /v1/conversations/{id}/macros/{macro}': ['agent', 'social'],
  'GET /v1/conversations/{id}/drafts': ['agent', 'social'],
  'PUT /v1/conversations/{id}/draft': ['agent', 'social'],
  'POST /v1/attachments': ['agent', 'social'],
  'GET /v1/customers/{id}/consent': ['agent', 'social', 'operator'],
  'POST /v1/customers/{id}/consent': ['agent', 'social', 'operator'],
  'POST /v1/customers/{id}/reveal': ['marketing'],
  'GET /v1/settings/consent': roles,
  'PUT /v1/settings/consent': ['operator', 'admin'],
  'GET /v1/search': roles,
  'POST /v1/customers/{id}/confirmations': ['agent', 'social'],
  'GET /v1/survey-settings': ['operator', 'admin'],
  'PUT /v1/survey-settings': ['operator', 'admin'],
  'POST /v1/links': ['agent', 'social', 'operator'],
  'POST /v1/links/{id}/revoke': ['agent', 'social', 'operator'],
  'POST /v1/cannot-links': ['agent', 'social', 'operator'],
  'POST /v1/customers/{id}/merge': ['agent', 'social', 'operator'],
  'POST /v1/customers/{id}/unmerge': ['agent', 'social', 'operator'],
  'GET /v1/customers/{id}/identity-log': ['agent', 'social', 'operator'],
  'GET /v1/customers/{id}/audit': ['operator', 'admin'],
  'GET /v1/sources': ['operator'],
  'GET /v1/sources/{id}': ['operator'],
  'PUT /v1/sources/{id}': ['operator'],
  'GET /v1/set-aside': ['operator'],
  'POST /v1/set-aside/{id}/replay': ['operator'],
  'POST /v1/imports': ['operator'],
  'GET /v1/imports/{id}': ['operator'],
  'GET /v1/automations': ['operator', 'admin'],
  'PUT /v1/automations/{id}': ['operator', 'admin'],
  'GET /v1/automations/{id}/log': ['operator', 'admin'],
  'POST /v1/automations/preview': ['operator', 'admin'],
  'GET /v1/hooks': ['operator', 'admin'],
  'PUT /v1/hooks/{id}': ['operator', 'admin'],
  'GET /v1/hooks/{id}/deliveries': ['operator', 'admin'],
  'POST /v1/hooks/{id}/deliveries/{delivery}/replay': ['operator', 'admin'],
  'POST /v1/hooks/{id}/replay': ['operator', 'admin'],
  'POST /v1/hooks/{id}/test': ['operator', 'admin'],
  'POST /v1/live/tickets': roles,
  'GET /v1/agents': roles,
  'GET /v1/agents/{id}': roles,
  'PUT /v1/agents/{id}': ['operator', 'admin'],
  'PUT /v1/agents/me/availability': ['agent', 'social'],
  'GET /v1/teams': roles,
  'GET /v1/teams/{id}': roles,
  'PUT /v1/teams/{id}': ['operator', 'admin'],
  'GET /v1/routing-rules': ['operator', 'admin'],
  'PUT /v1/routing-rules/{id}': ['operator', 'admin'],
  'POST /v1/routing-rules/preview': ['operator', 'admin'],
  'GET /v1/hours': roles,
  'GET /v1/hours/{id}': roles,
  'PUT /v1/hours/{id}': ['operator', 'admin'],
  'GET /v1/reports': roles,
  'GET /v1/reports/{name}': roles,
  'GET /v1/reports/{name}.csv': roles,
  'GET /v1/topics': roles,
  'PUT /v1/topics/{id}': ['marketing', 'social', 'operator', 'admin'],
  'POST /v1/topics/{id}/merge': ['marketing', 'social', 'operator', 'admin'],
  'POST /v1/topics/{id}/split': ['marketing', 'social', 'operator', 'admin'],
  'GET /v1/sentiment': roles,
  'PUT /v1/sentiment/{contact}': ['agent', 'social'],
  'GET /v1/reports/excerpts': roles,
  'GET /v1/reports/digest': roles,
  'GET /v1/digests': roles,
  'PUT /v1/digests': roles,
  'POST /v1/digests/{id}/remove': roles,
  'POST /v1/digests/{id}/resume': roles,
  'GET /v1/content': roles,
  'PUT /v1/content': ['marketing', 'social', 'operator', 'admin'],
  'GET /v1/content-ideas': roles,
  'GET /v1/content-ideas/export.csv': roles,
  'GET /v1/saved-reports': roles,
  'PUT /v1/saved-reports/{id}': roles,
  'POST /v1/saved-reports/{id}/remove': roles,
  'GET /v1/campaigns': roles,
  'POST /v1/campaigns': ['marketing', 'operator', 'admin'],
  'POST /v1/outcomes': ['operator', 'admin'],
  'POST /v1/queries': ['marketing', 'operator', 'admin'],
  'GET /v1/queries': ['operator', 'admin'],
  'GET /v1/queries/{id}': ['marketing', 'operator', 'admin'],
  'POST /v1/queries/{id}/cancel': ['marketing', 'operator', 'admin'],
  'GET /v1/outcomes/{id}': ['operator', 'admin'],
  'GET /v1/listening': roles,
  'POST /v1/listening': ['social', 'marketing', 'operator', 'admin'],
  'GET /v1/listening/panels': roles,
  'POST /v1/listening/panels': ['social', 'marketing', 'operator', 'admin'],
}

const { routes, call } = makeStack()

test('the contract names every route, and no other', () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(contract).sort())
})

/** Reaches the handler, which then finds nothing or an empty body: anything but a refusal for the role. */
const ask = (name: string, groups: readonly string[] | string | null) => {
  const [method = '', path = ''] = name.split(' ')
  return call(method, path.replace('{id}', 'nothing'), { groups, ...(method === 'GET' ? {} : { body: {} }) })
}

const refusals = [401, 403]
const closed = Object.entries(contract).flatMap(([name, allowed]) => (allowed === 'open' ? [] : [{ name, allowed }]))

test.each(closed)('$name lets in $allowed and nobody else', async ({ name, allowed }) => {
  for (const role of roles) {
    const { status, body } = await ask(name, [role])
    if (allowed.includes(role)) expect(refusals, role).not.toContain(status)
    else expect(body, role).toMatchObject({ status: 403, type: 'urn:throughline:problem:not-allowed' })
  }
})

test.each(closed)('$name refuses a token without groups, unknown groups, and no token at all', async ({ name }) => {
  expect((await ask(name, [])).status).toBe(403)
  expect((await ask(name, ['agents', 'personal-data', 'Admin'])).status).toBe(403)
  const unsigned = await ask(name, null)
  expect(unsigned).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } })
})

test.each(['/healthz', '/openapi.json'])('%s needs no token', async path => {
  expect((await call('GET', path, { groups: null })).status).toBe(200)
})

test.each(['agent', '[agent]', '[marketing agent]'])('groups come as the text %s', async groups => {
  expect((await ask('POST /v1/links', groups)).status).toBe(422)
})

test.each(['[x,agent]', 'xagent', '[agents]'])('the group %s is not the role agent', async groups => {
  expect((await ask('POST /v1/links', groups)).status).toBe(403)
})
