import type * as z from 'zod'
import type { Route, RouteSpec } from '../http/route.ts'

/** A route without what it does: all that the description of the API, which another function serves, needs of it. */
export type Described<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
> = Omit<RouteSpec<Params, Query, Body, Answer>, 'handle'>

/** Keeps the types of the parts, so that `route({ ...spec, handle })` knows what it is asked. */
export const describe = <
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Answer extends z.ZodType,
>(
  spec: Described<Params, Query, Body, Answer>,
): Described<Params, Query, Body, Answer> => spec

/** As OpenAPI needs it. */
export const asDescription = (spec: Described): Omit<Route, 'run'> => ({ ...spec, status: spec.status ?? 200 })
