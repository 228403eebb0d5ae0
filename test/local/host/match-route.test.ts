import { expect, test } from 'vitest'
import { matchRoute } from '../../../local/host/http/match-route.ts'

const routes = [
  '$default',
  'ANY /{proxy+}',
  'ANY /v1/{proxy+}',
  'GET /v1/{id}',
  'GET /v1/me',
  'ANY /v1/me',
  'POST /v1/{proxy+}',
]

const plans = routes.map(key => {
  const [method = 'ANY', path = '/{proxy+}'] = key === '$default' ? [] : key.split(' ')
  return { key, method, path, function: 'serve', signedIn: false, scopes: [] }
})

test.each([
  ['GET', '/v1/me', 'GET /v1/me', undefined],
  ['PUT', '/v1/me', 'ANY /v1/me', undefined],
  ['GET', '/v1/7', 'GET /v1/{id}', { id: '7' }],
  ['PUT', '/v1/7', 'ANY /v1/{proxy+}', { proxy: '7' }],
  ['POST', '/v1/7/8', 'POST /v1/{proxy+}', { proxy: '7/8' }],
  ['GET', '/v1/7/8', 'ANY /v1/{proxy+}', { proxy: '7/8' }],
  ['GET', '/other', 'ANY /{proxy+}', { proxy: 'other' }],
  ['GET', '/', '$default', undefined],
])('%s %s goes to %s', (method, path, key, pathParameters) => {
  expect(matchRoute(plans, method, path)).toMatchObject({ route: { key }, ...(pathParameters && { pathParameters }) })
})

test('without a fitting route there is none', () => {
  expect(matchRoute(plans.slice(4, 5), 'POST', '/v1/me')).toBeUndefined()
  expect(matchRoute(plans.slice(2, 3), 'GET', '/v1/')).toBeUndefined()
})
