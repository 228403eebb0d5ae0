import * as z from 'zod'

/** An id of a network. Numbers above 2^53 have become strings when the payload was read. */
export const idSchema = z.union([z.string().min(1).max(256), z.int().transform(String)])

/** A member that a contact can do without: of another type than documented, it counts as absent. */
export const optionalId = idSchema.optional().catch(undefined)
export const optionalString = z.string().optional().catch(undefined)
export const optionalNumber = z.number().optional().catch(undefined)

/** The names of the members that were not as documented, for the operator: paths of the schema, never values. */
export function wrongFields(error: z.ZodError): string {
  const paths = error.issues.map(({ path }) => path.map(String).join('.') || 'the item itself')
  return [...new Set(paths)].slice(0, 5).join(', ')
}
