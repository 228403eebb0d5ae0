import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { readSecret, writeObjects } from '../permissions.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import { BundledFunction } from './bundled-function.ts'

export type WebhookIntakeProps = { foundation: Foundation; publicUrl: string }

/** The webhook door: verifies a signature over the raw body and stores the body, nothing else. */
export class WebhookIntake extends BundledFunction {
  constructor(scope: Construct, id: string, { foundation, publicUrl }: WebhookIntakeProps) {
    const { config, alarms, bucket, secrets } = foundation
    super(scope, id, {
      config,
      alarms,
      name: 'receive-webhook',
      description: 'Verifies a webhook over its raw body and stores it in the intake bucket',
      environment: {
        INTAKE_BUCKET: bucket.objects.bucketName,
        SOURCES_SECRET: secrets.names.sources,
        PUBLIC_URL: publicUrl,
      },
      statements: [...writeObjects(bucket, 'payloads/*'), readSecret(secrets.sources)],
      memoryMegabytes: 512,
      // Twilio waits fifteen seconds for an answer, Meta and X less; an import of contacts may take a moment to store.
      timeout: Duration.seconds(10),
      reservedConcurrency: config.webhookConcurrency,
      errorImpact: 'Calls, mentions and messages are not taken in; providers deliver again for a while, then give up.',
      runbook: 'receive-webhook-fails',
    })
    acknowledgeObjectPatterns(this, bucket.resource)
  }
}
