import * as z from 'zod'
import type { Actor, Role } from '../../../core/api/role.ts'
import { type Part, readPart } from './read-part.ts'

/** For a part of a request that a route does not use. */
export const nothing = z.object({})

export type Asked<Params, Query, Body> = { params: Params; query: Query; body: Body; actor: Actor }

export type RouteSpec<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Answer extends z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PUT'
  /** Like `/v1/customers/{id}`; a parameter is one segment. */
  path: string
  /** `open` needs no token. */
  roles: readonly Role[] | 'open'
  summary: string
  params: Params
  query: Query
  /** `nothing`: a body is not even read. */
  body: Body
  answer: Answer
  status?: 200 | 201 | 202
  /** What the answer is, if not JSON; its schema is then one of a text. */
  media?: 'text/csv'
  handle: (asked: Asked<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<z.input<Answer>>
}

/** The parts of a request before any schema has seen them. */
export type RawRequest = Record<Part, unknown> & { actor: Actor }

/** A route whose types are closed over: parses, handles, and parses what it answers. */
export type Route = Pick<
  RouteSpec<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>,
  'method' | 'path' | 'roles' | 'summary' | 'params' | 'query' | 'body' | 'answer' | 'media'
> & { status: number; run: (request: RawRequest) => Promise<unknown> }

/** Throws `Problem` for a request that the schemas refuse; whatever is not in the answer's schema is left out of it. */
export function route<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Answer extends z.ZodType,
>({ handle, status = 200, ...spec }: RouteSpec<Params, Query, Body, Answer>): Route {
  return {
    ...spec,
    status,
    run: async raw => {
      const params = readPart('path', spec.params, raw.path)
      const query = readPart('query', spec.query, raw.query)
      const told = spec.method === 'PUT' ? withoutPath(raw.body, params, spec.body) : raw.body
      const body = readPart('body', spec.body, told)
      return spec.answer.parse(await handle({ params, query, body, actor: raw.actor }))
    },
  }
}

const members = z.record(z.string(), z.unknown())

/**
 * What was read may be put again as it is: of what the body repeats from the path nothing is left. A body that says
 * otherwise than its path keeps that, and its schema refuses it.
 */
function withoutPath(body: unknown, params: Record<string, unknown>, schema: z.ZodObject): unknown {
  const read = members.safeParse(body)
  if (!read.success) return body
  const repeated = ([name, value]: [string, unknown]) =>
    !Object.hasOwn(schema.shape, name) && Object.hasOwn(params, name) && params[name] === value
  return Object.fromEntries(Object.entries(read.data).filter(one => !repeated(one)))
}
