/** Tokens go in headers: addresses end in logs. */
export type ProviderRequest = {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string | FormData
}

/**
 * What came of a request. `never`: the provider certainly did not get it (no address, no connection, no trust).
 * `perhaps`: it may have: no answer in time, or a connection that broke. `body` is the JSON of the answer, undefined
 * where it is none.
 */
export type Answered = { reached: 'answered'; status: number; headers: Headers; body: unknown }
export type ProviderAnswer = Answered | { reached: 'never' } | { reached: 'perhaps' }

export type Call = (request: ProviderRequest) => Promise<ProviderAnswer>

export type CallOptions = { fetch?: typeof globalThis.fetch; timeoutMs?: number; totalMs?: number }

/** No answer of a provider's that this project reads is longer; what is left over is not read. */
const longestAnswer = 1024 * 1024

/**
 * Makes the requests of one send: each is given 8 s, all of them together 20 s, less than a worker has and holds a reply for.
 * Every request has a connection of its own: one that was kept while a function slept breaks, and nobody could tell
 * whether the provider had heard. Redirects are not followed. Never throws.
 */
export function callWithin({ fetch = globalThis.fetch, timeoutMs = 8_000, totalMs = 20_000 }: CallOptions): Call {
  const whole = AbortSignal.timeout(totalMs)
  return async ({ method, url, headers, body = null }) => {
    if (whole.aborted) return { reached: 'never' }
    const signal = AbortSignal.any([whole, AbortSignal.timeout(timeoutMs)])
    const all = { ...headers, connection: 'close', accept: 'application/json' }
    try {
      const response = await fetch(url, { method, headers: all, body, redirect: 'manual', signal })
      const text = await readText(response)
      return { reached: 'answered', status: response.status, headers: response.headers, body: jsonOf(text) }
    } catch (error) {
      return { reached: wasNeverSent(error) ? 'never' : 'perhaps' }
    }
  }
}

async function readText({ body }: Response): Promise<string> {
  if (body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longestAnswer) return ''
  }
  return text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const untrusted = /^(ERR_SSL_|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

/** Names of system errors: https://nodejs.org/api/errors.html; those of undici, which is Node's fetch, begin with UND_ERR. */
export function wasNeverSent(error: unknown): boolean {
  const several = memberOf(error, 'errors')
  if (Array.isArray(several) && several.length > 0) return several.every(wasNeverSent)
  const code = memberOf(error, 'code')
  if (typeof code === 'string' && (unconnected.has(code) || untrusted.test(code))) return true
  if (memberOf(error, 'syscall') === 'connect') return true
  const cause = memberOf(error, 'cause')
  return cause !== undefined && wasNeverSent(cause)
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
