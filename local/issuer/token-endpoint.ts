import { createHash } from 'node:crypto'
import * as z from 'zod'
import { authorizationSchema } from './authorization.ts'
import { audience, type Issuer, personClaims } from './issuer.ts'
import { type SignedIn, signedInSchema } from './people.ts'

/** What tokens of this machine are for besides the API. */
export const purposes = { code: 'throughline-code', refresh: 'throughline-refresh', session: 'throughline-session' }

/** As long as Cognito's are, by lib/constructs/user-pool.ts. */
const idTokenSeconds = 3600
const refreshLifetime = '1d'

export const codeSchema = z.object({
  jti: z.string(),
  who: signedInSchema,
  ...authorizationSchema.pick({ client_id: true, redirect_uri: true, code_challenge: true, nonce: true }).shape,
})

const requestSchema = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    client_id: z.string(),
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string().min(43).max(128),
  }),
  z.object({ grant_type: z.literal('refresh_token'), client_id: z.string(), refresh_token: z.string() }),
])

/** RFC 6749, sections 5.1 and 5.2. */
export type TokenAnswer = { status: 200 | 400; body: Record<string, unknown> }

const refused = (error: 'invalid_request' | 'invalid_grant'): TokenAnswer => ({ status: 400, body: { error } })

/** Answers the form of a token request. A code is good once. */
export function tokenEndpoint(issuer: Issuer): (form: Record<string, string>) => Promise<TokenAnswer> {
  const used = new Set<string>()
  return async form => {
    const parsed = requestSchema.safeParse(form)
    if (!parsed.success) return refused('invalid_request')
    const { data } = parsed
    if (data.grant_type === 'refresh_token') {
      const held = signedInSchema.safeParse(await issuer.read(data.refresh_token, purposes.refresh))
      return held.success ? tokens(issuer, held.data) : refused('invalid_grant')
    }
    const code = codeSchema.safeParse(await issuer.read(data.code, purposes.code))
    if (!code.success || used.has(code.data.jti)) return refused('invalid_grant')
    used.add(code.data.jti)
    const challenge = createHash('sha256').update(data.code_verifier).digest('base64url')
    const { client_id, redirect_uri, code_challenge, who, nonce } = code.data
    const same = client_id === data.client_id && redirect_uri === data.redirect_uri && code_challenge === challenge
    return same ? tokens(issuer, who, nonce) : refused('invalid_grant')
  }
}

async function tokens(issuer: Issuer, who: SignedIn, nonce?: string): Promise<TokenAnswer> {
  const claims = { ...personClaims(who.role, who.name), ...(nonce !== undefined && { nonce }) }
  const idToken = await issuer.sign(claims, audience, `${idTokenSeconds}s`)
  const refreshToken = await issuer.sign(who, purposes.refresh, refreshLifetime)
  const given = { id_token: idToken, access_token: idToken, refresh_token: refreshToken }
  return { status: 200, body: { ...given, token_type: 'Bearer', expires_in: idTokenSeconds } }
}
