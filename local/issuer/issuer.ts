import { createLocalJWKSet, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Role } from '../../core/api/role.ts'
import { agentIdOf } from '../../core/people/agent.ts'
import { algorithm, type SigningKey } from './signing-key.ts'

/** The name of the one user pool of this machine, and of its one client. */
export const issuerName = 'https://throughline.local'
export const audience = 'throughline-local'

export const tokenHours = 12

export type Claims = Record<string, unknown>

/** Signs people in on this machine, with tokens of the shape that Cognito gives. */
export type Issuer = {
  /** For a person, whose agent's id is the subject: `anna-muller` for `Anna Müller`. Without a name, for the role. */
  issue: (role: Role, name?: string) => Promise<string>
  /** The claims of a token that is ours and in time, as the JWT authorizer of an HTTP API would verify it. */
  verify: (token: string) => Promise<Claims | undefined>
  /** A token of ours for another purpose, which no API takes: a code, a refresh token, the session of a browser. */
  sign: (claims: JWTPayload, purpose: string, lifetime: string) => Promise<string>
  /** The claims of what `sign` made for this purpose, while it is in time. */
  read: (token: string, purpose: string) => Promise<Claims | undefined>
  /** https://openid.net/specs/openid-connect-discovery-1_0.html */
  discovery: (url: string) => object
  keys: object
}

export function issuer({ kid, privateKey, publicJwk }: SigningKey): Issuer {
  const jwks = { keys: [publicJwk] }
  const keySet = createLocalJWKSet(jwks)
  const sign = (claims: JWTPayload, purpose: string, lifetime: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid })
      .setIssuer(issuerName)
      .setAudience(purpose)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(privateKey)
  const read = async (token: string, purpose: string) => {
    try {
      const wanted = { issuer: issuerName, audience: purpose, algorithms: [algorithm] }
      return (await jwtVerify(token, keySet, wanted)).payload
    } catch {
      return undefined
    }
  }
  return {
    issue: (role, name = role) => sign(personClaims(role, name), audience, `${tokenHours}h`),
    verify: token => read(token, audience),
    sign,
    read,
    discovery,
    keys: jwks,
  }
}

/** What a token says of a person. */
export const personClaims = (role: Role, name: string): JWTPayload => ({
  sub: agentIdOf(name),
  'cognito:groups': [role],
  'cognito:username': name,
  name,
  token_use: 'id',
})

const discovery = (url: string): object => ({
  issuer: issuerName,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  end_session_endpoint: `${url}/logout`,
  jwks_uri: `${url}/.well-known/jwks.json`,
  id_token_signing_alg_values_supported: [algorithm],
  subject_types_supported: ['public'],
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  scopes_supported: ['openid'],
})
