import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { importKinds } from '../../core/api/import.ts'
import { importMappingSchema } from '../../core/import/import.ts'
import { sourceSchema } from '../../core/source/source.ts'
import { UsageError } from './usage-error.ts'

export const help = `npm run import -- <kind> <file or folder>… [options]

Imports files of contacts through the API of a running stack. A file that was imported before, whole or in part, is
continued: nothing is recorded twice. Of a folder, every file in it is taken, in folders below it too.

kinds      ${importKinds.join(', ')}
           contacts are in the normal form, one JSON object a line

options    --source <id>     the source that the contacts belong to; without it, the one of the kind's live door
           --mapping <file>  for csv: JSON like {"from.phone": "Caller"}, column names by field of a contact
           --again           start anew, even if the same file was imported before
           --url <address>   of the API; http://127.0.0.1:$PORT, with port 4000 when PORT is not set
           --token <token>   of an operator; THROUGHLINE_TOKEN or, on this machine, one made on the spot
           --help            this text

exit code  0 every row is recorded; 1 something was set aside or could not be read; 2 the command was wrong;
           3 the API did not answer or refused`

const optionsSchema = z.object({
  kind: z.enum(importKinds),
  paths: z.array(z.string()).min(1, 'name at least one file or folder'),
  source: sourceSchema.shape.id.optional(),
  mapping: importMappingSchema.optional(),
  again: z.boolean(),
  url: z.url({ protocol: /^https?$/, error: 'write an address like http://127.0.0.1:4000' }),
  token: z.string().min(1).optional(),
})
export type ImportOptions = z.infer<typeof optionsSchema>

/** The command line, or `help` when that was asked for. Throws `UsageError`. */
export function readOptions(argv: string[], env: Record<string, string | undefined>): ImportOptions | 'help' {
  const { values, positionals } = parse(argv)
  if (values.help) return 'help'
  const [kind, ...paths] = positionals
  const { mapping, ...given } = values
  const parsed = optionsSchema.safeParse({
    again: false,
    url: `http://127.0.0.1:${env.PORT ?? 4000}`,
    token: env.THROUGHLINE_TOKEN,
    ...given,
    kind,
    paths,
    mapping: mapping === undefined ? undefined : readMapping(mapping),
  })
  if (parsed.success) return requireMapping(parsed.data)
  throw new UsageError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}

function parse(argv: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { source: text, mapping: text, url: text, token: text, again: flag, help: flag }
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'the options cannot be read')
  }
}

function readMapping(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`mapping: ${file} cannot be read as JSON (${error instanceof Error ? error.message : error})`)
  }
}

function requireMapping(options: ImportOptions): ImportOptions {
  if (options.kind !== 'csv' || options.mapping !== undefined) return options
  throw new UsageError('mapping: csv needs --mapping <file>, which says which column holds which field')
}
