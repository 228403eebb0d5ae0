import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendProblem } from '../host/http/gateway-problem.ts'
import type { ExtraHandler } from '../host/http/http-front.ts'
import { readBody } from '../host/http/read-body.ts'
import { type Authorization, authorizationSchema, isLoopback, returnAddress } from './authorization.ts'
import type { Issuer } from './issuer.ts'
import { type Person, type SignedIn, signedInSchema } from './people.ts'
import { signInPage, signInPolicy } from './sign-in-page.ts'
import { purposes, tokenEndpoint } from './token-endpoint.ts'

export type SignInDeps = { issuer: Issuer; people: () => Promise<Person[]> }

const sessionCookie = 'throughline-session'
const sessionSeconds = 8 * 3600

/**
 * The code flow of OpenID Connect with PKCE on this machine, for its own pages only. A browser that has signed in is
 * let through without being asked again, as Cognito does, until it signs out.
 */
export function signInRoutes(deps: SignInDeps): (method: string, path: string) => ExtraHandler | undefined {
  const exchange = tokenEndpoint(deps.issuer)
  const handlers = new Map<string, ExtraHandler>([
    ['GET /authorize', (request, response) => askWho(deps, request, response)],
    ['POST /authorize', (request, response) => choose(deps, request, response)],
    [
      'POST /token',
      async (request, response) => {
        const { status, body } = await exchange(await readForm(request))
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        response.end(JSON.stringify(body))
      },
    ],
    ['GET /logout', async (request, response) => signOut(request, response)],
  ])
  return (method, path) => {
    const handler = handlers.get(`${method} ${path}`)
    return handler && ((request, response) => onThisMachine(request, response, handler))
  }
}

/** A page elsewhere may not pretend that this machine is its own server (DNS rebinding), nor send its form here. */
async function onThisMachine(request: IncomingMessage, response: ServerResponse, handler: ExtraHandler): Promise<void> {
  const { host = '', origin } = request.headers
  const here = `http://${host}`
  const foreign = origin !== undefined && origin !== here
  if (!isLoopback(here) || foreign) return sendProblem(response, 403, 'Sign in at http://127.0.0.1 on this machine.')
  return handler(request, response)
}

async function askWho(deps: SignInDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = authorizationSchema.safeParse(Object.fromEntries(queryOf(request)))
  if (!asked.success) return sendProblem(response, 403, 'This is no request to sign in that a console would make.')
  const known = signedInSchema.safeParse(await deps.issuer.read(cookieOf(request), purposes.session))
  if (known.success && asked.data.prompt !== 'login') return sendBack(deps, response, asked.data, known.data)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': signInPolicy(new URL(asked.data.redirect_uri).origin),
    'x-content-type-options': 'nosniff',
    // Their absence would make browsers send the form with the origin null.
    'referrer-policy': 'same-origin',
  })
  response.end(signInPage(asked.data, await deps.people()))
}

async function choose(deps: SignInDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await readForm(request)
  const asked = authorizationSchema.safeParse(form)
  const who = signedInSchema.safeParse(parsed(form.who ?? ''))
  if (!asked.success || !who.success) return sendProblem(response, 403, 'Choose somebody on the page for signing in.')
  const session = await deps.issuer.sign(who.data, purposes.session, `${sessionSeconds}s`)
  response.setHeader('set-cookie', cookie(session, sessionSeconds))
  return sendBack(deps, response, asked.data, who.data)
}

async function sendBack(
  deps: SignInDeps,
  response: ServerResponse,
  asked: Authorization,
  who: SignedIn,
): Promise<void> {
  const { client_id, redirect_uri, code_challenge, nonce } = asked
  const held = {
    jti: randomUUID(),
    who,
    client_id,
    redirect_uri,
    code_challenge,
    ...(nonce !== undefined && { nonce }),
  }
  const code = await deps.issuer.sign(held, purposes.code, '60s')
  response.writeHead(303, { location: returnAddress(asked, { code }), 'cache-control': 'no-store' }).end()
}

/** As Cognito's logout endpoint: back to `logout_uri`. */
function signOut(request: IncomingMessage, response: ServerResponse): void {
  const to = queryOf(request).get('logout_uri') ?? '/'
  const location = URL.canParse(to) && isLoopback(new URL(to).origin) ? to : '/'
  response.writeHead(303, { location, 'set-cookie': cookie('', 0), 'cache-control': 'no-store' }).end()
}

const cookie = (value: string, seconds: number): string =>
  `${sessionCookie}=${value}; Path=/authorize; HttpOnly; SameSite=Lax; Max-Age=${seconds}`

const cookieOf = ({ headers }: IncomingMessage): string =>
  new RegExp(`(?:^|;\\s*)${sessionCookie}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? ''

const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams => new URLSearchParams(url.split(/\?(.*)/s)[1] ?? '')

async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  const body = await readBody(request)
  return Object.fromEntries(new URLSearchParams(body?.toString('utf8') ?? ''))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
