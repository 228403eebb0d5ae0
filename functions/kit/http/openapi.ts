import { problemSchema } from '../../../core/api/problem.ts'
import { type JsonSchema, JsonSchemas } from './json-schemas.ts'
import { nothing, type Route } from './route.ts'

/** A route as it is described; what it does is not told. */
type Described = Omit<Route, 'run'>

export type OpenApiInfo = { title: string; version: string; description: string }

/** What other functions answer: their paths, and how their callers prove themselves. */
export type Others = {
  paths: (schemas: JsonSchemas) => Record<string, JsonSchema>
  securitySchemes: Record<string, JsonSchema>
  /** What others are sent, by the name of the event. */
  webhooks: (schemas: JsonSchemas) => Record<string, JsonSchema>
}

/** An OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1) of a table of routes. */
export function openApi(info: OpenApiInfo, routes: readonly Described[], others: Others): JsonSchema {
  const schemas = new JsonSchemas()
  const paths: Record<string, JsonSchema> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route, schemas) }
  }
  const problem = {
    description: 'A problem, by RFC 9457',
    content: { 'application/problem+json': { schema: schemas.output(problemSchema) } },
  }
  return {
    openapi: '3.1.1',
    info,
    paths: { ...paths, ...others.paths(schemas) },
    webhooks: others.webhooks(schemas),
    components: {
      schemas: schemas.components,
      responses: { Problem: problem },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, ...others.securitySchemes },
    },
  }
}

function operation(route: Described, schemas: JsonSchemas): JsonSchema {
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.roles === 'open' ? { security: [] } : { security: [{ token: [] }], ...rolesText(route.roles) }),
    parameters: [...parameters(route, 'path', schemas), ...parameters(route, 'query', schemas)],
    ...(route.body === nothing ? {} : { requestBody: requestBody(route, schemas) }),
    responses: {
      [route.status]: {
        description: 'Done',
        content: { [route.media ?? 'application/json']: { schema: schemas.output(route.answer) } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

const rolesText = (roles: readonly string[]): JsonSchema => ({
  description: `Roles: ${roles.join(', ')}.`,
  'x-roles': roles,
})

const requestBody = (route: Described, schemas: JsonSchemas): JsonSchema => ({
  required: true,
  content: { 'application/json': { schema: schemas.input(route.body) } },
})

function parameters(route: Described, where: 'path' | 'query', schemas: JsonSchemas): JsonSchema[] {
  const shape = where === 'path' ? route.params.shape : route.query.shape
  return Object.entries(shape).map(([name, schema]) => {
    const { description, ...described } = schemas.input(schema)
    const required = where === 'path' || !schema.safeParse(undefined).success
    return { name, in: where, required, ...(description === undefined ? {} : { description }), schema: described }
  })
}

/** `get /v1/customers/{id}/timeline` becomes `getV1CustomersIdTimeline`. */
const operationId = ({ method, path }: Described): string =>
  method.toLowerCase() +
  (path.match(/[A-Za-z0-9]+/g) ?? []).map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('')
