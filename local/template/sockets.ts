import * as z from 'zod'
import { type FunctionPlan, functionOf } from './functions.ts'
import type { Resources } from './resolve.ts'

/** A WebSocket API: its id, the stage whose name is the path, and the function of each route by the route's key. */
export type SocketApi = { api: string; stage: string; routes: Map<string, string> }

const apiSchema = z.looseObject({ ProtocolType: z.string().optional() })
const stageSchema = z.looseObject({ ApiId: z.string(), StageName: z.string() })
const routeSchema = z.looseObject({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() })
const integrationSchema = z.looseObject({ IntegrationUri: z.string() })

/** The ids of the app's WebSocket APIs; every other API is an HTTP API. */
export const socketApiIds = (resources: Resources): string[] =>
  resources
    .ofType('AWS::ApiGatewayV2::Api')
    .filter(({ properties }) => apiSchema.parse(properties).ProtocolType === 'WEBSOCKET')
    .map(({ ref }) => ref)

/** The WebSocket APIs of the app, with their routes to functions of ours. */
export function readSocketApis(resources: Resources, functions: FunctionPlan[]): SocketApi[] {
  const targets = new Map(
    resources.ofType('AWS::ApiGatewayV2::Integration').map(({ ref, properties }): [string, string | undefined] => {
      return [`integrations/${ref}`, functionOf(functions, integrationSchema.parse(properties).IntegrationUri)?.name]
    }),
  )
  const stages = resources.ofType('AWS::ApiGatewayV2::Stage').map(({ properties }) => stageSchema.parse(properties))
  return socketApiIds(resources).flatMap(api => {
    const stage = stages.find(({ ApiId }) => ApiId === api)?.StageName
    const routes = resources
      .ofType('AWS::ApiGatewayV2::Route')
      .filter(({ properties }) => properties.ApiId === api)
      .flatMap(({ properties }): [string, string][] => {
        const { RouteKey, Target } = routeSchema.parse(properties)
        const target = targets.get(Target)
        return target === undefined ? [] : [[RouteKey, target]]
      })
    return stage === undefined ? [] : [{ api, stage, routes: new Map(routes) }]
  })
}
