import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { secretReader } from '../../adapters/secrets/secret-store.ts'
import type { IdentityDeps } from '../../core/identity/carry-out.ts'
import { identityIds } from '../../core/identity/ids.ts'
import { replyTokenKey } from '../../core/reply/reply-token.ts'
import { pause } from './pause.ts'

const identitySecretSchema = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) })

/** The deployment's key never changes, so it is kept while the function is warm. */
const forEver = Number.POSITIVE_INFINITY

/** What decisions about identity need, once the deployment's key has been read. */
export function identityDeps(
  table: Table,
  secrets: SecretsManagerClient,
  secretId: string,
): () => Promise<IdentityDeps> {
  const readKey = secretReader(secrets, secretId, identitySecretSchema, Date.now, forEver)
  const now = () => new Date().toISOString()
  let made: IdentityDeps | undefined
  return async () => {
    const ids = identityIds((await readKey()).key)
    made ??= { store: identityStore(table, ids), ids, now, pause }
    return made
  }
}

/** The key that tokens of replies are signed with, once the deployment's key has been read. */
export function replyTokenKeys(secrets: SecretsManagerClient, secretId: string): () => Promise<Uint8Array> {
  const readKey = secretReader(secrets, secretId, identitySecretSchema, Date.now, forEver)
  return async () => replyTokenKey((await readKey()).key)
}
