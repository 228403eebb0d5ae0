import { openAsBlob } from 'node:fs'
import type * as z from 'zod'
import { type ShownImport, shownImportSchema, startedImportSchema } from '../../core/api/import.ts'
import { problemSchema } from '../../core/api/problem.ts'
import type { ImportOptions } from './options.ts'

/** The API cannot be used; the message says why and what to do. */
export class ApiError extends Error {
  override name = 'ApiError'
}

export type StartedImport = z.infer<typeof startedImportSchema>

export type ImportApi = {
  start: (id: string, options: ImportOptions) => Promise<StartedImport>
  upload: (uploadUrl: string, path: string) => Promise<void>
  read: (id: string, limit: number, cursor?: string) => Promise<ShownImport>
}

const maxTries = 6
const timeoutMs = 30_000

/** Waits so many milliseconds. */
export type Pause = (ms: number) => Promise<void>

/** Calls the API; what may pass (no answer, 429, 5xx) is tried again. Asks for a token anew for each call. */
export function importApi(url: string, token: () => Promise<string>, pause: Pause): ImportApi {
  const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await persistently(url, pause, async () => {
      const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' }
      return fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) })
    })
    if (!response.ok) throw await refusal(response)
    return response.json()
  }
  return {
    start: async (id, { kind, source, mapping }) => {
      const body = JSON.stringify({ id, kind, source, mapping })
      return startedImportSchema.parse(await call('/v1/imports', { method: 'POST', body }))
    },
    upload: async (uploadUrl, path) => {
      const { origin } = new URL(uploadUrl)
      const put = async () => fetch(uploadUrl, { method: 'PUT', body: await openAsBlob(path) })
      const response = await persistently(origin, pause, put)
      await response.arrayBuffer()
      if (!response.ok) throw new ApiError(`the upload of ${path} was answered with ${response.status}`)
    },
    read: async (id, limit, cursor) => {
      const query = new URLSearchParams({ limit: `${limit}`, ...(cursor !== undefined && { cursor }) })
      return shownImportSchema.parse(await call(`/v1/imports/${id}?${query}`))
    },
  }
}

async function persistently(address: string, pause: Pause, ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await ask().catch(unreachable)
    const passing = response === undefined || response.status === 429 || response.status >= 500
    if (response !== undefined && (!passing || attempt === maxTries)) return response
    if (attempt === maxTries) {
      throw new ApiError(
        `nothing answers at ${address}: start the stack with npm start, or name its address with --url`,
      )
    }
    await response?.arrayBuffer()
    await pause(100 * 2 ** attempt)
  }
}

/** `fetch` rejects with a TypeError when there is no connection, and with a TimeoutError. */
function unreachable(error: unknown): undefined {
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) return undefined
  throw error
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined))
  if (!problem.success) return new ApiError(`the API answered ${response.status}`)
  const { title, detail, errors = [] } = problem.data
  const fields = errors.map(({ field, message }) => `${field} ${message}`)
  return new ApiError([title, detail, ...fields].filter(text => text !== undefined).join('. '))
}
