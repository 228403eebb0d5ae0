import * as z from 'zod'
import type { ShownCustomer } from '../../core/api/customer.ts'
import { customerSchema } from '../../core/api/customer.ts'
import { identityChangeSchema } from '../../core/api/identity-change.ts'
import { type TimelineEntry, timelineSchema } from '../../core/api/timeline.ts'
import type { Role, RunningStack } from './running-stack.ts'

type ContactEntry = Extract<TimelineEntry, { type: 'contact' }>

/** The public API, as any program would use it. */
export function apiOf(stack: RunningStack) {
  const call = async (method: string, path: string, role: Role, body?: object): Promise<Response> =>
    fetch(`${stack.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${stack.token(role)}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  const read = async <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    role: Role = 'agent',
  ): Promise<z.output<Schema>> => {
    const response = await call('GET', path, role)
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`)
    return schema.parse(await response.json())
  }

  const customersOf = async (identifier: string): Promise<ShownCustomer[]> =>
    (
      await read(
        `/v1/customers?identifier=${encodeURIComponent(identifier)}`,
        z.object({ items: z.array(customerSchema) }),
      )
    ).items

  const entriesOf = async (customer: string): Promise<TimelineEntry[]> => {
    const entries: TimelineEntry[] = []
    let cursor: string | undefined
    do {
      const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = await read(`/v1/customers/${customer}/timeline?limit=100${query}`, timelineSchema)
      entries.push(...page.items)
      cursor = page.cursor
    } while (cursor !== undefined)
    return entries
  }

  /** The contacts of a customer, newest first. */
  const timeline = async (customer: string): Promise<ContactEntry[]> =>
    (await entriesOf(customer)).flatMap(entry => (entry.type === 'contact' ? [entry] : []))

  const unmerge = async (customer: string, identifiers: string[], reason: string) => {
    const response = await call('POST', `/v1/customers/${customer}/unmerge`, 'agent', { identifiers, reason })
    return identityChangeSchema.parse(await response.json())
  }

  return { call, read, customersOf, entriesOf, timeline, unmerge }
}

/** Looks again until something holds; gives up, with the last failure, after a while. */
export async function eventually<T>(look: () => Promise<T>, seconds = 60): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    try {
      return await look()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}
