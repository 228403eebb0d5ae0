import * as oauth from 'oauth4webapi'
import * as z from 'zod'
import { type ConsoleConfig, signedInPath } from '../serving/console-config.ts'

/** What a sign-in leaves behind while the browser is at the provider: only good together with its answer. */
const pendingSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })
const pendingKey = 'throughline.sign-in'

/** Tokens, kept in memory only: a script that could read storage finds none. */
export type Tokens = { idToken: string; refreshToken?: string; expiresAtMs: number; claims: Claims }

const claimsSchema = z.object({
  sub: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  'cognito:username': z.string().optional(),
  'cognito:groups': z.array(z.string()).default([]),
})
export type Claims = z.infer<typeof claimsSchema>

/** Leaves for the provider; the page that comes back continues at `returnTo`. */
export async function beginSignIn({ signIn }: ConsoleConfig, returnTo: string): Promise<void> {
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
  const verifier = oauth.generateRandomCodeVerifier()
  sessionStorage.setItem(pendingKey, JSON.stringify({ state, nonce, verifier, returnTo }))
  const url = new URL(signIn.authorizationEndpoint, location.origin)
  const asked = {
    response_type: 'code',
    client_id: signIn.clientId,
    redirect_uri: redirectUri(),
    scope: 'openid',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  location.assign(url)
}

export type SignedIn = { tokens: Tokens; returnTo: string }

/** Redeems the answer that the provider sent the browser back with; undefined when it belongs to no sign-in of this tab. */
export async function finishSignIn(config: ConsoleConfig): Promise<SignedIn | undefined> {
  const pending = pendingSchema.safeParse(parsed(sessionStorage.getItem(pendingKey)))
  sessionStorage.removeItem(pendingKey)
  if (!pending.success) return undefined
  const { state, nonce, verifier, returnTo } = pending.data
  const [server, client] = [serverOf(config), clientOf(config)]
  const answer = oauth.validateAuthResponse(server, client, new URL(location.href), state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    redirectUri(),
    verifier,
    insecureOnLoopback(),
  )
  const granted = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  return { tokens: tokensOf(granted), returnTo }
}

/** New tokens for the refresh token; rejects when the provider gives none any more. */
export async function refresh(config: ConsoleConfig, { refreshToken, claims }: Tokens): Promise<Tokens> {
  if (refreshToken === undefined) throw new Error('there is no refresh token')
  const [server, client] = [serverOf(config), clientOf(config)]
  const options = insecureOnLoopback()
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, options)
  const granted = await oauth.processRefreshTokenResponse(server, client, response)
  const tokens = tokensOf(granted)
  if (tokens.claims.sub !== claims.sub) throw new Error('the tokens are another person’s')
  return { refreshToken, ...tokens }
}

/** Leaves for the provider, which forgets the browser and sends it back to the first page. */
export function leave({ signIn }: ConsoleConfig): void {
  const url = new URL(signIn.logoutEndpoint, location.origin)
  url.searchParams.set('client_id', signIn.clientId)
  url.searchParams.set('logout_uri', `${location.origin}/`)
  location.assign(url)
}

function tokensOf(granted: oauth.TokenEndpointResponse): Tokens {
  const { id_token: idToken, refresh_token: refreshToken, expires_in: seconds = 3600 } = granted
  if (idToken === undefined) throw new Error('the provider gave no id token')
  const claims = claimsSchema.parse(oauth.getValidatedIdTokenClaims(granted))
  const expiresAtMs = Date.now() + 1000 * seconds
  return { idToken, expiresAtMs, claims, ...(refreshToken !== undefined && { refreshToken }) }
}

const redirectUri = (): string => `${location.origin}${signedInPath}`

const serverOf = ({ signIn }: ConsoleConfig): oauth.AuthorizationServer => ({
  issuer: signIn.issuer,
  authorization_endpoint: new URL(signIn.authorizationEndpoint, location.origin).href,
  token_endpoint: new URL(signIn.tokenEndpoint, location.origin).href,
})

const clientOf = ({ signIn }: ConsoleConfig): oauth.Client => ({ client_id: signIn.clientId })

/** Without https only to this machine itself. */
const insecureOnLoopback = () =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname) ? { [oauth.allowInsecureRequests]: true } : {}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
