import type { HttpRoute } from '../../template/http-routes.ts'

export type RouteMatch = { route: HttpRoute; pathParameters: Record<string, string> | undefined }

/**
 * The route of a request as an HTTP API chooses it: the most specific path first, a path of fixed words before one
 * with parameters, that before a greedy one; of the same path the method's own route before ANY.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function matchRoute(routes: readonly HttpRoute[], method: string, path: string): RouteMatch | undefined {
  const matches = routes.flatMap(route => {
    const pathParameters = takes(route, method) ? matchPath(route, path) : undefined
    return pathParameters === undefined ? [] : [{ route, pathParameters }]
  })
  const [best] = matches.sort((one, other) => rank(one.route) - rank(other.route))
  if (!best) return undefined
  const some = Object.keys(best.pathParameters).length > 0
  return { route: best.route, pathParameters: some ? best.pathParameters : undefined }
}

/** Less is more specific. */
function rank({ key, method, path }: HttpRoute): number {
  const greedy = path.includes('+}') ? 1000 : 0
  const parameters = 10 * path.split('{').length
  return (
    (key === '$default' ? 10_000 : 0) + greedy - 10 * path.split('/').length + parameters + (method === 'ANY' ? 1 : 0)
  )
}

const takes = (route: HttpRoute, method: string): boolean => route.method === method || route.method === 'ANY'

function matchPath(route: HttpRoute, path: string): Record<string, string> | undefined {
  if (route.key === '$default') return {}
  const names = route.path.split('/')
  const segments = path.split('/')
  const parameters: Record<string, string> = {}
  for (const [position, name] of names.entries()) {
    const segment = segments[position]
    if (segment === undefined) return undefined
    if (name.endsWith('+}')) {
      parameters[name.slice(1, -2)] = segments.slice(position).join('/')
      return segments.slice(position).join('') === '' ? undefined : parameters
    }
    if (name.startsWith('{') && segment !== '') parameters[name.slice(1, -1)] = segment
    else if (name !== segment) return undefined
  }
  return names.length === segments.length ? parameters : undefined
}
