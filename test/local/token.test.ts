import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { decodeProtectedHeader, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { issuer, tokenHours } from '../../local/issuer/issuer.ts'
import { signingKey } from '../../local/issuer/signing-key.ts'
import { tempDir } from './temp-dir.ts'

const command = fileURLToPath(new URL('../../local/token.ts', import.meta.url))

function token(dataDir: string, ...args: string[]) {
  const env = { ...process.env, THROUGHLINE_DATA: dataDir }
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], { env, encoding: 'utf8' })
  return { stdout: stdout.trim(), stderr, status }
}

test('a token of the command is good at the stack of that data directory, and at no other', async () => {
  const [here, there] = [tempDir(), tempDir()]
  const { stdout, status } = token(here, 'agent', '--as', 'alice')
  expect(status).toBe(0)
  const claims = await issuer(await signingKey(here)).verify(stdout)
  expect(claims).toMatchObject({ sub: 'alice', name: 'alice', 'cognito:groups': ['agent'] })
  expect(Number(claims?.exp) - Number(claims?.iat)).toBe(tokenHours * 3600)
  expect(await issuer(await signingKey(there)).verify(stdout)).toBeUndefined()
})

test('a token for a person has the id of their agent as its subject, and their name', async () => {
  const dataDir = tempDir()
  const claims = async (...args: string[]) =>
    issuer(await signingKey(dataDir)).verify(token(dataDir, 'social', ...args).stdout)
  expect(await claims('--as', 'Anna Müller')).toMatchObject({ sub: 'anna-muller', name: 'Anna Müller' })
  expect(await claims()).toMatchObject({ sub: 'social', name: 'social' })
  expect(token(dataDir, 'agent', '--as', '…')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('give the id of the agent'),
  })
})

test('expired, altered and foreign tokens are not good', async () => {
  const key = await signingKey(tempDir())
  const tokens = issuer(key)
  const good = await tokens.issue('agent')
  const { kid } = decodeProtectedHeader(good)
  const sign = (issuerName: string, expires: string) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', kid: `${kid}` })
      .setIssuer(issuerName)
      .setAudience('throughline-local')
      .setExpirationTime(expires)
      .sign(key.privateKey)
  const claims = { iss: 'https://throughline.local', aud: 'throughline-local' }
  expect(await tokens.verify(await sign('https://throughline.local', '1h'))).toMatchObject(claims)
  expect(await tokens.verify(await sign('https://throughline.local', '-1h'))).toBeUndefined()
  expect(await tokens.verify(await sign('https://elsewhere.example', '1h'))).toBeUndefined()
  const [header, , signature] = good.split('.')
  const forged = Buffer.from(JSON.stringify({ 'cognito:groups': ['admin'] })).toString('base64url')
  expect(await tokens.verify(`${header}.${forged}.${signature}`)).toBeUndefined()
  expect(await tokens.verify('nonsense')).toBeUndefined()
})

test('--help tells the roles; an unknown role or option is refused in a few lines', () => {
  const dataDir = tempDir()
  expect(token(dataDir, '--help')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('agent, social, marketing, operator, admin'),
  })
  expect(token(dataDir, 'boss')).toMatchObject({ status: 1, stderr: expect.stringContaining('Name one role: agent') })
  const { status, stderr } = token(dataDir, 'agent', '--nonsense')
  expect([status, stderr.trim().split('\n').length < 4]).toEqual([1, true])
})
