import type { HttpRoute } from '../../template/http-routes.ts'

/** What a token says once it is verified. */
export type Claims = Record<string, unknown>

/** The claims of a token that is good, undefined for any other. */
export type VerifyToken = (token: string) => Promise<Claims | undefined>

/** What the function sees of the token. */
export type JwtContext = { claims: Record<string, string>; scopes: string[] | null }

export type Refusal = { status: 401 | 403; wwwAuthenticate: string }

/**
 * What the JWT authorizer of an HTTP API does with the Authorization header, with `Bearer` before the token or not.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export async function authorize(
  { scopes }: HttpRoute,
  header: string | undefined,
  verifyToken: VerifyToken,
): Promise<JwtContext | Refusal> {
  const token = (header ?? '').trim().replace(/^bearer\s+/i, '')
  if (token === '') return { status: 401, wwwAuthenticate: 'Bearer' }
  const claims = await verifyToken(token)
  if (!claims) return { status: 401, wwwAuthenticate: 'Bearer scope="" error="invalid_token"' }
  const granted = `${claims.scope ?? claims.scp ?? ''}`.split(' ')
  const matching = scopes.filter(scope => granted.includes(scope))
  if (scopes.length > 0 && matching.length === 0)
    return { status: 403, wwwAuthenticate: `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"` }
  return { claims: textClaims(claims), scopes: scopes.length > 0 ? matching : null }
}

/** Every claim reaches the function as text; a list as `[agent social]`. */
function textClaims(claims: Claims): Record<string, string> {
  const texts = Object.entries(claims).map(([name, value]): [string, string] => [name, textOf(value)])
  return Object.fromEntries(texts)
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`
  return typeof value === 'object' ? JSON.stringify(value) : `${value}`
}
