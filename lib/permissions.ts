import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { type ObjectPattern, statementWithoutResource } from './wildcard-exceptions.ts'

/** Written out because the grant methods of aws-cdk-lib give more than a function uses, some with a wildcard. */
const grant = (actions: string[], resources: string[]): PolicyStatement => new PolicyStatement({ actions, resources })

/** Single-item, batch and range operations; those inside a transaction are authorized by the same names. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'BatchWriteItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'

/** Operations on a table, and the use of its key on the caller's behalf that each of them needs. */
export const useTable = (table: { tableArn: string; key: Key }, actions: TableAction[]): PolicyStatement[] => [
  grant(
    actions.map(action => `dynamodb:${action}`),
    [table.tableArn],
  ),
  grant(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [table.key.keyArn]),
]

/** Reads the indexes of a table. */
export const queryIndexes = (table: { tableArn: string }, ...indexes: string[]): PolicyStatement =>
  grant(
    ['dynamodb:Query'],
    indexes.map(index => `${table.tableArn}/index/${index}`),
  )

/** What Lambda's poller needs to read a table's stream for a function. */
export const readStream = (table: { streamArn: string; key: Key }): PolicyStatement[] => [
  grant(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [table.streamArn]),
  statementWithoutResource('dynamodb:ListStreams'),
  grant(['kms:Decrypt', 'kms:DescribeKey'], [table.key.keyArn]),
]

/** Reads objects. Without `s3:ListBucket` a missing one would be answered with 403 instead of 404. */
export const readObjects = (bucket: { objects: Bucket; key: Key }, ...under: ObjectPattern[]): PolicyStatement[] => [
  grant(
    ['s3:GetObject'],
    under.map(pattern => bucket.objects.arnForObjects(pattern)),
  ),
  grant(['s3:ListBucket'], [bucket.objects.bucketArn]),
  grant(['kms:Decrypt'], [bucket.key.keyArn]),
]

/** Writes objects; `kms:Decrypt` is for the parts of a multipart upload. */
export const writeObjects = (bucket: { objects: Bucket; key: Key }, ...under: ObjectPattern[]): PolicyStatement[] => [
  grant(
    ['s3:PutObject'],
    under.map(pattern => bucket.objects.arnForObjects(pattern)),
  ),
  grant(['kms:GenerateDataKey', 'kms:Decrypt'], [bucket.key.keyArn]),
]

/** Removes objects. */
export const removeObjects = (bucket: { objects: Bucket }, ...under: ObjectPattern[]): PolicyStatement =>
  grant(
    ['s3:DeleteObject'],
    under.map(pattern => bucket.objects.arnForObjects(pattern)),
  )

/** Asks Athena, which reads the catalogue and the files, and writes its answers, in the name of whoever asks. */
export const askArchive = (archive: {
  objects: Bucket
  key: Key
  workGroupArn: string
  catalogArns: string[]
}): PolicyStatement[] => [
  grant(
    ['GetQueryExecution', 'GetQueryResults', 'StartQueryExecution', 'StopQueryExecution'].map(name => `athena:${name}`),
    [archive.workGroupArn],
  ),
  grant(['glue:GetDatabase', 'glue:GetTable'], archive.catalogArns),
  ...readObjects(archive, 'archive/*', 'results/*'),
  ...writeObjects(archive, 'results/*'),
  grant(['s3:GetBucketLocation'], [archive.objects.bucketArn]),
]

/** Sends messages, one or ten at a time: both are authorized by this name. */
export const sendTo = (...queues: Queue[]): PolicyStatement =>
  grant(
    ['sqs:SendMessage'],
    queues.map(queue => queue.queueArn),
  )

/** What Lambda's poller needs to hand a queue's messages to a function. */
export const consume = (...queues: Queue[]): PolicyStatement =>
  grant(
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    queues.map(queue => queue.queueArn),
  )

/** Posts to the connections of a WebSocket API, and ends them; the id of a connection is not known before it exists. */
export const callConnections = (api: { connections: (method: 'POST' | 'DELETE') => string }): PolicyStatement =>
  grant(['execute-api:ManageConnections'], [api.connections('POST'), api.connections('DELETE')])

/** Reads a secret's current value. */
export const readSecret = (secret: Secret): PolicyStatement =>
  grant(['secretsmanager:GetSecretValue'], [secret.secretArn])

/**
 * Asks one foundation model of the stack's region; Converse is authorized by the same name. Its ARN has no account.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export const askModel = (stack: Stack, modelId: string): PolicyStatement =>
  grant(
    ['bedrock:InvokeModel'],
    [stack.formatArn({ service: 'bedrock', account: '', resource: 'foundation-model', resourceName: modelId })],
  )

/**
 * Has an instance of Amazon Connect call somebody: the grant is on the contacts that begin so.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 */
export const callOut = (instanceArn: string): PolicyStatement =>
  grant(['connect:StartOutboundVoiceContact'], [`${instanceArn}/contact/*`])

/**
 * Sends mail from the given verified identities of SES, domains or addresses. SendEmail with raw content is authorized
 * as SendRawEmail, too (seen in https://github.com/nodemailer/nodemailer/issues/1734; the grant of aws-cdk-lib has both).
 */
export const sendMail = (stack: Stack, identities: string[]): PolicyStatement =>
  grant(
    ['ses:SendEmail', 'ses:SendRawEmail'],
    identities.map(resourceName => stack.formatArn({ service: 'ses', resource: 'identity', resourceName })),
  )
