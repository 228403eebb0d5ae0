import * as z from 'zod'

/** As much of JSON Schema (draft 2020-12) as the API's document uses. */
export type Schema = {
  type?: string | string[] | undefined
  $ref?: string | undefined
  const?: unknown
  enum?: unknown[] | undefined
  anyOf?: Schema[] | undefined
  oneOf?: Schema[] | undefined
  allOf?: Schema[] | undefined
  items?: Schema | boolean | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  additionalProperties?: Schema | boolean | undefined
  description?: string | undefined
}

export const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    $ref: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(schemaSchema).optional(),
    oneOf: z.array(schemaSchema).optional(),
    allOf: z.array(schemaSchema).optional(),
    items: z.union([z.boolean(), schemaSchema]).optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), schemaSchema]).optional(),
    description: z.string().optional(),
  }),
)

/** The name behind a reference to `components.schemas`. */
export const referredName = (ref: string): string => ref.replace('#/components/schemas/', '')

/** The TypeScript type of a schema. Throws for a form that no answer of the API has had so far. */
export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return referredName(schema.$ref)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const parts = schema.anyOf ?? schema.oneOf
  if (parts) return parts.map(part => `(${typeOf(part)})`).join(' | ')
  if (schema.allOf) return schema.allOf.map(part => `(${typeOf(part)})`).join(' & ')
  if (Array.isArray(schema.type)) return schema.type.map(type => `(${typeOfKind(type, schema)})`).join(' | ')
  return typeOfKind(schema.type, schema)
}

function typeOfKind(type: string | undefined, schema: Schema): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return `readonly (${typeof schema.items === 'object' ? typeOf(schema.items) : 'unknown'})[]`
    case 'object':
      return objectType(schema)
    case undefined:
      return 'unknown'
    default:
      throw new Error(`no TypeScript type is known for the JSON Schema type ${type}`)
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const comment = schema.description === undefined ? '' : `/** ${schema.description.replaceAll('*/', '')} */\n`
    const written = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)
    const type = required.includes(name) ? typeOf(schema) : `${typeOf(schema)} | undefined`
    return `${comment}${written}${required.includes(name) ? '' : '?'}: ${type}`
  })
  if (fields.length > 0) return `{\n${fields.join('\n')}\n}`
  if (typeof additionalProperties === 'object') return `Record<string, ${typeOf(additionalProperties)}>`
  return 'Record<string, unknown>'
}

/** Names of the schemas that a schema refers to, directly or inside. */
export function refersTo(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refersTo)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [referredName(inner)] : refersTo(inner),
  )
}
