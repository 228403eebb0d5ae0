import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import * as z from 'zod'

/**
 * Every action that is granted on the resource `*`, because AWS defines no resource for it (Service Authorization
 * Reference, the action's row has no resource type). The template tests refuse any other.
 */
export const actionsWithoutResource = {
  'xray:PutTraceSegments': 'A trace segment belongs to no resource.',
  'xray:PutTelemetryRecords': 'The daemon reports on itself, not on a resource.',
  'dynamodb:ListStreams': 'Lambda lists the streams of the account when it creates the event source mapping.',
  'ses:DescribeActiveReceiptRuleSet': 'Which rule set is active is a setting of the account and region.',
  'ses:SetActiveReceiptRuleSet': 'Which rule set is active is a setting of the account and region.',
} as const

/** Every path pattern that a grant may end in: all objects below one prefix of the intake bucket or the archive. */
export const objectPatterns = {
  'payloads/*': 'Payload keys hold a date and a hash, so they cannot be listed before they exist.',
  'payloads/mail-ses/*': 'SES names each mail when it arrives.',
  'payloads/sent/*': 'An answer is stored when it is sent, under the time of that.',
  'files/*': 'An import has its own key, so it cannot be listed before it exists.',
  'attachments/*': 'A file that goes with an answer has its own key when it is announced.',
  'archive/*': 'A file of the archive is named after its day.',
  'results/*': 'Athena names the answer of each query.',
} as const

export type ObjectPattern = keyof typeof objectPatterns

/** What a grant on the connections of a WebSocket API ends in: any connection of one API and stage. */
export const connectionPatterns = ['POST/@connections/*', 'DELETE/@connections/*'] as const

/** Grants actions that AWS gives no resource, and only those. */
export const statementWithoutResource = (...actions: (keyof typeof actionsWithoutResource)[]): PolicyStatement =>
  new PolicyStatement({ actions, resources: ['*'] })

/** Tells cdk-nag that `*` under this construct is one of the actions above; the template tests hold it to that. */
export function acknowledgeActionsWithoutResource(scope: Construct): void {
  const reason = 'Only for the actions listed in lib/wildcard-exceptions.ts, which AWS gives no resource.'
  Validations.of(scope).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason })
}

/** Tells cdk-nag that grants under this construct end in the object patterns above. */
export function acknowledgeObjectPatterns(scope: Construct, bucket: CfnBucket): void {
  const id = Stack.of(scope).resolve(bucket.logicalId)
  for (const [pattern, reason] of Object.entries(objectPatterns)) {
    Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::<${id}.Arn>/${pattern}]`, reason })
  }
}

/** Tells cdk-nag that grants under this construct end in the connections of a WebSocket API. */
export function acknowledgeConnectionPatterns(
  scope: Construct,
  api: { connections: (method: 'POST' | 'DELETE') => string },
): void {
  const reason = 'API Gateway names each connection when it is made.'
  for (const method of ['POST', 'DELETE'] as const) {
    const arn = nagName(Stack.of(scope).resolve(api.connections(method)))
    Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${arn}]`, reason })
  }
}

const part = z.union([z.string(), z.object({ Ref: z.string() }).transform(({ Ref }) => `<${Ref}>`)])
const joined = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(part)]) })

/** A resolved ARN as cdk-nag writes it: references in angle brackets. */
const nagName = (arn: unknown): string => joined.parse(arn)['Fn::Join'][1].join('')

/** Tells cdk-nag that the grant under this construct ends in the contacts of one instance of Amazon Connect. */
export function acknowledgeContacts(scope: Construct, instanceArn: string): void {
  const reason = 'Amazon Connect names each call when it begins.'
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${instanceArn}/contact/*]`, reason })
}
