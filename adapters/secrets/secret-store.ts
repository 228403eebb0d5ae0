import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type * as z from 'zod'

/** Reads a secret that holds JSON of this shape, and keeps it for `keepMs`; a changed secret is seen after that. */
export function secretReader<Schema extends z.ZodType>(
  client: SecretsManagerClient,
  SecretId: string,
  schema: Schema,
  now: () => number,
  keepMs = 300_000,
): () => Promise<z.infer<Schema>> {
  let kept: { value: Promise<z.infer<Schema>>; until: number } | undefined

  const read = async (): Promise<z.infer<Schema>> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }))
    const parsed = schema.safeParse(JSON.parse(SecretString ?? 'null'))
    if (parsed.success) return parsed.data
    const fields = parsed.error.issues.map(issue => issue.path.join('.')).join(', ')
    throw new Error(`the secret ${SecretId} lacks or has wrong: ${fields}; set them in Secrets Manager`)
  }

  return async () => {
    if (kept === undefined || kept.until < now()) kept = { value: read(), until: now() + keepMs }
    try {
      return await kept.value
    } catch (error) {
      kept = undefined
      throw error
    }
  }
}
