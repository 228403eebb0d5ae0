import * as z from 'zod'

/** Text that holds JSON, as its value; to be piped into the schema of that value. */
export const jsonTextSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    context.addIssue({ code: 'custom', message: 'is not JSON' })
    return z.NEVER
  }
})
