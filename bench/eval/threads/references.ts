import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { factKinds } from '../../../core/facts/fact.ts'

/**
 * What a person marked in a real thread, without a word of it: the hash of the thread, and for each fact the turn that
 * states it, its UTF-16 offsets there and its kind. Software versions count as `device`, flights as `order`. `optional`: said, and
 * no fault to tell, but nobody would ask for it.
 */
const referenceSchema = z.strictObject({
  thread: z.string().regex(/^[0-9a-f]{64}$/),
  marks: z.array(
    z.strictObject({
      entry: z.string().min(1),
      start: z.int().min(0),
      end: z.int().min(1),
      kind: z.enum(factKinds),
      holder: z.literal('other').optional(),
      stale: z.literal(true).optional(),
      optional: z.literal(true).optional(),
    }),
  ),
})
export type Reference = z.infer<typeof referenceSchema>

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../test/fixtures/brief-references')

/** Every reference of the project. */
export const references = (): Reference[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .flatMap(name => z.array(referenceSchema).parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
