import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import * as z from 'zod'
import { StartError } from '../start-error.ts'

/** RS256, as Cognito signs. */
export const algorithm = 'RS256'

export type SigningKey = { kid: string; privateKey: CryptoKey; publicJwk: JWK }

const jwkSchema = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string(), d: z.string() })

/** The key that signs tokens of this machine, made at the first start and kept with mode 600 in the data directory. */
export async function signingKey(dataDir: string): Promise<SigningKey> {
  const path = join(dataDir, 'issuer-key.json')
  if (!existsSync(path)) await makeKey(dataDir, path)
  const parsed = jwkSchema.safeParse(readJson(path))
  if (!parsed.success)
    throw new StartError(`${path} holds no signing key. Delete it: a new one is made, and everybody signs in again.`)
  const { kty, kid, n, e } = parsed.data
  const privateKey = await importJWK(parsed.data, algorithm)
  if (privateKey instanceof Uint8Array) throw new StartError(`${path} holds a key of another kind. Delete it.`)
  return { kid, privateKey, publicJwk: { kty, kid, n, e, alg: algorithm, use: 'sig' } }
}

async function makeKey(dataDir: string, path: string): Promise<void> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const jwk = await exportJWK(privateKey)
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(path, JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) }), { mode: 0o600 })
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
