import * as z from 'zod'
import { type FunctionPlan, functionOf } from './functions.ts'
import type { Resources } from './resolve.ts'
import { socketApiIds } from './sockets.ts'

/** A route of the HTTP API to the function of that name. `path` may hold `{name}` and end in `{name+}`; method `ANY` takes all. */
export type HttpRoute = {
  key: string
  method: string
  path: string
  function: string
  signedIn: boolean
  scopes: string[]
}

const routeSchema = z.looseObject({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.string().default('NONE'),
  AuthorizationScopes: z.array(z.string()).default([]),
})

const integrationSchema = z.looseObject({ IntegrationUri: z.string() })

/** The routes of the app's HTTP API that lead to a function of ours. */
export function readHttpRoutes(resources: Resources, functions: FunctionPlan[]): HttpRoute[] {
  const targets = new Map<string, FunctionPlan | undefined>(
    resources.ofType('AWS::ApiGatewayV2::Integration').map(({ ref, properties }) => {
      return [`integrations/${ref}`, functionOf(functions, integrationSchema.parse(properties).IntegrationUri)] as const
    }),
  )
  const sockets = socketApiIds(resources)
  return resources.ofType('AWS::ApiGatewayV2::Route').flatMap(({ properties }) => {
    if (sockets.includes(`${properties.ApiId}`)) return []
    const { RouteKey, Target, AuthorizationType, AuthorizationScopes } = routeSchema.parse(properties)
    const target = targets.get(Target)
    if (!target) return []
    const [method = 'ANY', path = '/{proxy+}'] = RouteKey === '$default' ? [] : RouteKey.split(' ')
    return [
      {
        key: RouteKey,
        method,
        path,
        function: target.name,
        signedIn: AuthorizationType === 'JWT',
        scopes: AuthorizationScopes,
      },
    ]
  })
}
