import { Problem } from '../../../core/api/problem.ts'
import type { Route } from './route.ts'

export type Match = { route: Route; params: Record<string, string> }

/** The route of a request, the first that fits: `/a/{id}.csv` stands before `/a/{id}`. Throws `Problem`: 404 for a path of no route, 405 for one that takes other methods. */
export function match(routes: readonly Route[], method: string, path: string): Match {
  const matches = routes.flatMap(route => {
    const params = matchPath(route.path, path)
    return params ? [{ route, params }] : []
  })
  if (matches.length === 0) throw new Problem('not-found', 'GET /openapi.json lists every path.')
  const found = matches.find(({ route }) => route.method === method)
  if (found) return found
  const allow = matches.map(({ route }) => route.method).join(', ')
  throw new Problem('method-not-allowed', `Use ${allow}.`, { headers: { allow } })
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/')
  const segments = path.split('/')
  if (names.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [position, name] of names.entries()) {
    const value = decodeSegment(segments[position] ?? '')
    const ending = name.startsWith('{') ? name.slice(name.indexOf('}') + 1) : undefined
    if (ending !== undefined && value && value.length > ending.length && value.endsWith(ending))
      params[name.slice(1, name.indexOf('}'))] = value.slice(0, value.length - ending.length)
    else if (name !== value) return undefined
  }
  return params
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
