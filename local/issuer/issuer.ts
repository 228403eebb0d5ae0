import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose'
import type { Role } from '../../core/api/role.ts'
import { agentIdOf } from '../../core/people/agent.ts'
import { algorithm, type SigningKey } from './signing-key.ts'

/** The name of the one user pool of this machine, and of its one client. */
const issuerName = 'https://throughline.local'
const audience = 'throughline-local'

export const tokenHours = 12

export type Claims = Record<string, unknown>

/** Signs people in on this machine, with tokens of the shape that Cognito gives. */
export type Issuer = {
  /** For a person, whose agent's id is the subject: `anna-muller` for `Anna Müller`. Without a name, for the role. */
  issue: (role: Role, name?: string) => Promise<string>
  /** The claims of a token that is ours and in time, as the JWT authorizer of an HTTP API would verify it. */
  verify: (token: string) => Promise<Claims | undefined>
  /** https://openid.net/specs/openid-connect-discovery-1_0.html */
  discovery: (url: string) => object
  keys: object
}

export function issuer({ kid, privateKey, publicJwk }: SigningKey): Issuer {
  const jwks = { keys: [publicJwk] }
  const keySet = createLocalJWKSet(jwks)
  return {
    issue: (role, name = role) =>
      new SignJWT({ 'cognito:groups': [role], 'cognito:username': name, name, token_use: 'id' })
        .setProtectedHeader({ alg: algorithm, kid })
        .setSubject(agentIdOf(name))
        .setIssuer(issuerName)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${tokenHours}h`)
        .sign(privateKey),
    verify: async token => {
      try {
        const { payload } = await jwtVerify(token, keySet, { issuer: issuerName, audience, algorithms: [algorithm] })
        return payload
      } catch {
        return undefined
      }
    },
    discovery: url => ({
      issuer: issuerName,
      jwks_uri: `${url}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: [algorithm],
      subject_types_supported: ['public'],
      response_types_supported: ['id_token'],
    }),
    keys: jwks,
  }
}
