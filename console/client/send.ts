import { ApiProblem, problemIn, Unreachable } from './problem.ts'

export type Request = {
  method: string
  path: string
  query?: Record<string, string | number | undefined>
  body?: unknown
  signal?: AbortSignal | undefined
}

/** Sends a request and answers with its parsed body, whose form the API has checked. */
export type Send = <Answer>(request: Request) => Promise<Answer>

export type SendDeps = {
  /** Where the API is; empty where it has the console's own address. */
  apiUrl: string
  fetch: typeof fetch
  /** A token that is good now; undefined when the sign-in has ended. */
  token: () => Promise<string | undefined>
  /** The API refused the token: there must be a new one before anything else is asked. */
  onRefused: () => Promise<string | undefined>
}

/** Rejects with `ApiProblem` for what the API refuses, and `Unreachable` when no answer came. */
export function sender(deps: SendDeps): Send {
  return async request => {
    const first = await attempt(deps, request, await deps.token())
    if (first.status !== 401) return answerOf(first)
    const renewed = await deps.onRefused()
    return answerOf(renewed === undefined ? first : await attempt(deps, request, renewed))
  }
}

async function attempt(deps: SendDeps, request: Request, token: string | undefined): Promise<Response> {
  const { method, path, body, signal } = request
  try {
    return await deps.fetch(`${deps.apiUrl}${path}${queryText(request.query)}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      cache: 'no-store',
      credentials: 'omit',
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable(error)
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (response.ok) return response.json()
  throw new ApiProblem(response.status, await problemIn(response))
}

function queryText(query: Request['query'] = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
