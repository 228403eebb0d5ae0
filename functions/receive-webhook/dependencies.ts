import { randomBytes } from 'node:crypto'
import { S3Client } from '@aws-sdk/client-s3'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import { s3RawStore } from '../../adapters/s3/raw-store.ts'
import { secretReader } from '../../adapters/secrets/secret-store.ts'
import type { ReceiveWebhook } from '../../core/webhook/receive-webhook.ts'
import { sourceSecretsSchema } from '../../core/webhook/source-secrets.ts'
import { environment, setting } from '../kit/environment.ts'

/** Everything that receive-webhook touches. */
export function dependencies(): ReceiveWebhook {
  const env = environment({ INTAKE_BUCKET: setting, SOURCES_SECRET: setting, PUBLIC_URL: z.url() })
  return {
    raw: s3RawStore(new S3Client(), env.INTAKE_BUCKET),
    secrets: secretReader(new SecretsManagerClient(), env.SOURCES_SECRET, sourceSecretsSchema, Date.now),
    publicUrl: env.PUBLIC_URL.replace(/\/$/, ''),
    now: Date.now,
    newId: () => randomBytes(16).toString('hex'),
  }
}
