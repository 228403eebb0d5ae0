import * as z from 'zod'

/** The function's environment, read once at start; a missing or wrong setting is named, never its value. */
export function environment<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(process.env)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map(issue => issue.path.join('.')).join(', ')
  throw new Error(`missing or wrong environment: ${names}`)
}

export const setting = z.string().min(1)
