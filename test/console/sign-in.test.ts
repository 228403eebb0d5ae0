import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type Issuer, issuer } from '../../local/issuer/issuer.ts'
import { signInRoutes } from '../../local/issuer/sign-in-routes.ts'
import { signingKey } from '../../local/issuer/signing-key.ts'

const people = [{ role: 'social' as const, name: 'Priya <b>Nair</b>', teams: ['Social media'] }]
const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')

const dataDir = mkdtempSync(join(tmpdir(), 'throughline-'))
let tokens: Issuer
let routes: ReturnType<typeof signInRoutes>
let url = ''
const server = createServer((request, response) => {
  void routes(request.method ?? '', (request.url ?? '').split('?')[0] ?? '')?.(request, response)
})

beforeAll(async () => {
  tokens = issuer(await signingKey(dataDir))
  routes = signInRoutes({ issuer: tokens, people: async () => people })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.close()
  rmSync(dataDir, { recursive: true })
})

const asked = (differing: Record<string, string> = {}) =>
  new URLSearchParams({
    ...{ response_type: 'code', client_id: 'console', redirect_uri: `${url}/signed-in`, state: 's', nonce: 'n' },
    ...{ code_challenge: challenge, code_challenge_method: 'S256', ...differing },
  })

const choose = (headers: Record<string, string> = {}) =>
  fetch(`${url}/authorize`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams([...asked(), ['who', JSON.stringify({ role: 'social', name: 'Priya Nair' })]]),
  })

const codeOf = (answer: Response): string =>
  new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''

const exchange = async (form: Record<string, string>) => {
  const response = await fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(form) })
  return { status: response.status, body: z.record(z.string(), z.unknown()).parse(await response.json()) }
}

const grant = (code: string, differing: Record<string, string> = {}) => ({
  ...{ grant_type: 'authorization_code', client_id: 'console', code, redirect_uri: `${url}/signed-in` },
  ...{ code_verifier: verifier, ...differing },
})

describe('signing in on one machine', () => {
  test('the page names everybody and every role, and nobody’s name is markup', async () => {
    const page = await (await fetch(`${url}/authorize?${asked()}`)).text()
    for (const text of ['Priya', 'agent', 'marketing', 'operator', 'admin']) expect(page).toContain(text)
    expect(page).not.toContain('<b>')
  })

  test('whoever is chosen gets a token that the API takes, by the code and its verifier, once', async () => {
    const answer = await choose()
    const back = new URL(answer.headers.get('location') ?? '')
    expect([answer.status, back.origin, back.pathname, back.searchParams.get('state')]).toEqual([
      303,
      url,
      '/signed-in',
      's',
    ])
    const { status, body } = await exchange(grant(codeOf(answer)))
    expect(status).toBe(200)
    expect(await tokens.verify(`${body.id_token}`)).toMatchObject({
      sub: 'priya-nair',
      'cognito:groups': ['social'],
      nonce: 'n',
    })
    expect(await exchange(grant(codeOf(answer)))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }],
    ['another address', { redirect_uri: 'http://127.0.0.1:9/x' }],
    ['another client', { client_id: 'other' }],
  ])('%s gets nothing for a code', async (_, differing) => {
    expect((await exchange(grant(codeOf(await choose()), differing))).status).toBe(400)
  })

  test('a refresh token gives new tokens, and is none for the API', async () => {
    const { body } = await exchange(grant(codeOf(await choose())))
    const again = await exchange({
      grant_type: 'refresh_token',
      client_id: 'console',
      refresh_token: `${body.refresh_token}`,
    })
    expect(await tokens.verify(`${again.body.id_token}`)).toMatchObject({ sub: 'priya-nair' })
    expect(await tokens.verify(`${body.refresh_token}`)).toBeUndefined()
    expect(
      (await exchange({ grant_type: 'refresh_token', client_id: 'console', refresh_token: `${body.id_token}` })).status,
    ).toBe(400)
  })

  test('a browser that has signed in is let through, until it signs out', async () => {
    const [cookie = ''] = (await choose()).headers.get('set-cookie')?.split(';') ?? []
    const through = await fetch(`${url}/authorize?${asked()}`, { redirect: 'manual', headers: { cookie } })
    expect(through.status).toBe(303)
    const out = await fetch(`${url}/logout?logout_uri=${encodeURIComponent('https://evil.example/')}`, {
      redirect: 'manual',
    })
    expect(out.headers.get('location')).toBe('/')
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  })

  test.each([
    ['back to another machine', { redirect_uri: 'https://evil.example/signed-in' }],
    ['without a challenge', { code_challenge: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['in the implicit flow', { response_type: 'token' }],
  ])('%s it is refused', async (_, differing) => {
    expect((await fetch(`${url}/authorize?${asked(differing)}`)).status).toBe(403)
  })

  test('a page elsewhere cannot send the form', async () => {
    expect((await choose({ origin: 'https://evil.example' })).status).toBe(403)
  })
})
