import * as z from 'zod'

export type JsonSchema = { [key: string]: unknown }

/**
 * The JSON Schemas (draft 2020-12) of a document, with every named schema once under `components.schemas`
 * (OpenAPI 3.1.1, section 4.8.24).
 */
export class JsonSchemas {
  readonly components: Record<string, JsonSchema> = {}

  /** What a client sends. */
  input(schema: z.ZodType): JsonSchema {
    return this.#of(schema, 'input')
  }

  /** What a client gets. More fields may come in later versions, so none are excluded. */
  output(schema: z.ZodType): JsonSchema {
    return this.#of(schema, 'output')
  }

  #of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const made = z.toJSONSchema(schema, { io, override: simplify(io), unrepresentable: 'throw' })
    const { $schema: _dialect, $defs = {}, ...rest } = record.parse(withReferences(made))
    for (const [name, named] of Object.entries(record.parse($defs))) this.#add(name, record.parse(named))
    return rest
  }

  #add(name: string, schema: JsonSchema): void {
    const known = this.components[name]
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`two different schemas are named ${name}`)
    }
    this.components[name] = schema
  }
}

const record = z.record(z.string(), z.unknown())

/** The pattern of a time or a date is long and says no more than its format. */
const simplify =
  (io: 'input' | 'output') =>
  ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  }

function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string'
        ? member.replace('#/$defs/', '#/components/schemas/')
        : withReferences(member),
    ]),
  )
}
