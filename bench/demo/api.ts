import { setTimeout as pause } from 'node:timers/promises'
import type * as z from 'zod'
import type { Role } from '../../core/api/role.ts'
import type { Stack } from '../../local/stack.ts'

/** The public API of a stack, as a program of the company would use it. */
export type Api = {
  read: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.output<Schema>>
  write: <Schema extends z.ZodType>(
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    schema: Schema,
  ) => Promise<z.output<Schema>>
}

/** As a person of that name; as the demo itself, when not given. */
export async function apiOf({ url, issuer }: Pick<Stack, 'url' | 'issuer'>, role: Role, name = 'demo'): Promise<Api> {
  const token = await issuer.issue(role, name)
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const ask = () => fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const response = await whenServed(ask)
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  return {
    read: async (path, schema) => schema.parse(await call('GET', path)),
    write: async (method, path, body, schema) => schema.parse(await call(method, path, body)),
  }
}

const tries = 5
const pauseMs = 1000

/** What was not served in time, on a machine that has much to do, is asked again: all that the demo writes has an id. */
async function whenServed(ask: () => Promise<Response>): Promise<Response> {
  for (let tried = 1; ; tried++) {
    const response = await ask()
    if (response.status !== 503 || tried === tries) return response
    await response.arrayBuffer()
    await pause(pauseMs * tried)
  }
}
