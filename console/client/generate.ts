import * as z from 'zod'
import { refersTo, type Schema, schemaSchema, typeOf } from './json-schema-type.ts'

const contentSchema = z.record(z.string(), z.object({ schema: schemaSchema }))
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  'x-roles': z.array(z.string()).default([]),
  parameters: z.array(
    z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: schemaSchema }),
  ),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema.optional() })),
})
type Operation = z.infer<typeof operationSchema> & { method: string; path: string }

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
})

/**
 * The source of a typed client of the API: one call for each of the named operations, and the types that they speak in.
 * `names` maps the client's own names to operation ids. Throws for an operation that the document does not have.
 */
export function generateClient(document: unknown, names: Record<string, string>): string {
  const { paths, components } = documentSchema.parse(document)
  const found = operationsIn(paths)
  const calls = Object.entries(names).map(([name, id]) => {
    const operation = found.find(({ operationId }) => operationId === id)
    if (operation === undefined) throw new Error(`openapi.json has no operation ${id}`)
    return { name, operation }
  })
  const types = schemasOf(
    calls.map(({ operation }) => operation),
    components.schemas,
  )
  return [
    '// Made from openapi.json by generate.ts; to make it again: npx vitest run test/console/client -u',
    "import type { Send } from './send.ts'",
    '',
    ...types.map(([name, schema]) => `export type ${name} = ${typeOf(schema)}\n`),
    `/** Who may call what; a console hides what the API would refuse. */\nexport const allowed = {\n${calls.map(({ name, operation }) => `${name}: ${JSON.stringify(operation['x-roles'])},`).join('\n')}\n} as const\n`,
    `/** The calls of the API. Each rejects with an ApiProblem. */\nexport const apiOf = (send: Send) => ({\n${calls.map(callText).join('\n')}\n})`,
    '',
    'export type Api = ReturnType<typeof apiOf>',
    '',
  ].join('\n')
}

const operationsIn = (paths: Record<string, Record<string, unknown>>): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, described]) => {
      const parsed = operationSchema.safeParse(described)
      return parsed.success ? [{ ...parsed.data, method: method.toUpperCase(), path }] : []
    }),
  )

/** Every schema that the operations speak of, and what those speak of, by name. */
function schemasOf(operations: Operation[], schemas: Record<string, Schema>): [string, Schema][] {
  const wanted = new Set<string>()
  const add = (names: string[]) => {
    for (const name of names) {
      if (wanted.has(name)) continue
      wanted.add(name)
      add(refersTo(schemas[name]))
    }
  }
  add(refersTo(operations))
  wanted.delete('Problem')
  return Object.entries(schemas).filter(([name]) => wanted.has(name))
}

function callText({ name, operation }: { name: string; operation: Operation }): string {
  const { method, path, summary, parameters, requestBody } = operation
  const inPath = parameters.filter(one => one.in === 'path').map(one => one.name)
  const query = parameters.filter(one => one.in === 'query')
  const body = requestBody?.content['application/json']?.schema
  const optional = query.every(({ required }) => !required)
  const takes = [
    ...inPath.map(one => `${one}: string`),
    ...(body ? [`body: ${typeOf(body)}`] : []),
    ...(query.length > 0 ? [`query: ${queryType(query)}${optional ? ' = {}' : ''}`] : []),
    'signal?: AbortSignal',
  ]
  const written = path.replace(/\{(\w+)\}/g, (_, one) => `\${encodeURIComponent(${one})}`)
  const parts = [`method: '${method}'`, `path: \`${written}\``, ...(query.length > 0 ? ['query'] : [])]
  const sent = [...parts, ...(body ? ['body'] : []), 'signal'].join(', ')
  return `/** ${summary}. */\n${name}: (${takes.join(', ')}) => send<${answerType(operation)}>({ ${sent} }),`
}

const queryType = (query: Operation['parameters']): string =>
  `{ ${query.map(({ name, required, schema }) => `${name}${required ? '' : '?'}: ${typeOf(schema)} | undefined`).join('; ')} }`

function answerType({ responses, operationId }: Operation): string {
  const [answer] = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const schema = answer?.[1].content?.['application/json']?.schema
  if (schema === undefined) throw new Error(`${operationId} describes no answer`)
  return typeOf(schema)
}
