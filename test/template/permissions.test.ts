import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { actionsWithoutResource, connectionPatterns, objectPatterns } from '../../lib/wildcard-exceptions.ts'
import { referred, type StageName, synthesized } from './synthesized.ts'

const oneOrMore = <T>(schema: z.ZodType<T>) => z.union([z.array(schema), schema.transform(one => [one])]).default([])
const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.unknown()),
})
const policySchema = z.object({
  PolicyDocument: z.object({ Statement: z.array(statementSchema) }),
  Roles: z.array(z.unknown()).default([]),
})
type Statement = z.infer<typeof statementSchema>

const stages: StageName[] = ['local', 'dev', 'prod']

/** What roles are allowed, by the path of the construct that the role belongs to. */
const granted = (stage: StageName): { role: string; statement: Statement }[] =>
  synthesized(stage)
    .ofType('AWS::IAM::Policy')
    .flatMap(({ Properties }) => {
      const { PolicyDocument, Roles } = policySchema.parse(Properties)
      return PolicyDocument.Statement.map(statement => ({ role: referred(Roles)[0] ?? '', statement }))
    })

/** What resources allow others, and what keys allow their account. */
const resourcePolicies = (stage: StageName): Statement[] =>
  synthesized(stage).all.flatMap(({ Type, Properties }) =>
    Type !== 'AWS::IAM::Policy' && 'PolicyDocument' in Properties
      ? policySchema.parse(Properties).PolicyDocument.Statement
      : [],
  )

describe.each(stages)('grants in stage %s', stage => {
  it('never name an action with a wildcard', () => {
    const allowed = [...granted(stage).map(({ statement }) => statement), ...resourcePolicies(stage)]
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => Action)
    expect(allowed.length).toBeGreaterThan(50)
    expect(allowed.filter(action => action.includes('*'))).toEqual([])
  })

  it('name the resource *, only for the actions that AWS gives no resource', () => {
    const everywhere = granted(stage).filter(({ statement }) => statement.Resource.includes('*'))
    const known = Object.keys(actionsWithoutResource)
    expect(everywhere.length).toBeGreaterThan(0)
    expect(everywhere.flatMap(({ statement }) => statement.Action).filter(action => !known.includes(action))).toEqual(
      [],
    )
  })

  it('end in a pattern only for the prefixes of the intake bucket and the connections of the live API', () => {
    const patterns = granted(stage)
      .flatMap(({ statement }) => statement.Resource)
      .filter(resource => resource !== '*')
      .flatMap(resource => JSON.stringify(resource).match(/"[^"]*\*[^"]*"/g) ?? [])
      .map(text => text.replaceAll('"', '').replace(/^\/(live\/)?/, ''))
    const known: string[] = [...Object.keys(objectPatterns), ...connectionPatterns]
    expect(patterns.length).toBeGreaterThan(0)
    expect(patterns.filter(pattern => !known.includes(pattern))).toEqual([])
  })

  it('come from no managed policy and no inline policy', () => {
    for (const role of synthesized(stage).ofType('AWS::IAM::Role')) {
      expect(role.Properties).not.toHaveProperty('ManagedPolicyArns')
      expect(role.Properties).not.toHaveProperty('Policies')
    }
  })
})

/** Its own log group and its traces, which every function may write. */
const everyone = ['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments']
const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']
const writes = ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']
const tableKey = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey']
const polls = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage']

const needed: Record<string, string[]> = {
  ReceiveWebhook: ['s3:PutObject', 'secretsmanager:GetSecretValue', 'kms:Decrypt', 'kms:GenerateDataKey'],
  ServeApi: [
    ...[...reads, 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', ...tableKey],
    ...['s3:GetObject', 's3:ListBucket', 's3:PutObject', 'secretsmanager:GetSecretValue', 'sqs:SendMessage'],
  ],
  ServeReports: [
    ...[...reads, ...writes, ...tableKey],
    ...[
      'athena:GetQueryExecution',
      'athena:GetQueryResults',
      'athena:StartQueryExecution',
      'athena:StopQueryExecution',
    ],
    ...['glue:GetDatabase', 'glue:GetTable', 's3:GetBucketLocation', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
    'sqs:SendMessage',
  ],
  NoteArchive: [...reads, 'dynamodb:BatchWriteItem', 'dynamodb:UpdateItem', ...tableKey, ...polls],
  WriteArchive: [
    ...[...reads, 'dynamodb:DeleteItem', 'dynamodb:UpdateItem', ...tableKey],
    ...['s3:DeleteObject', 's3:PutObject', 'secretsmanager:GetSecretValue'],
  ],
  SplitFile: [
    ...['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem', ...tableKey, ...polls],
    ...['s3:GetObject', 's3:ListBucket', 'sqs:SendMessage'],
  ],
  RecordContact: [
    ...[...reads, ...writes, 'dynamodb:BatchWriteItem', ...tableKey, ...polls],
    ...['s3:GetObject', 's3:ListBucket', 'secretsmanager:GetSecretValue'],
  ],
  ServeCustomer: [
    ...[...reads, 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', ...tableKey],
    'secretsmanager:GetSecretValue',
  ],
  AskSurveys: [
    ...[...reads, 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', ...tableKey],
    'secretsmanager:GetSecretValue',
  ],
  SendDigests: [
    ...[...reads, 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', ...tableKey],
    ...['secretsmanager:GetSecretValue', 'ses:SendEmail', 'ses:SendRawEmail'],
  ],
  SetAsideDead: [
    'dynamodb:BatchWriteItem',
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    ...tableKey,
    ...polls,
  ],
  PublishChanges: [
    ...['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    // The queue for failures is granted by aws-cdk-lib, with two reads beside the sending.
    ...['kms:Decrypt', 'kms:DescribeKey', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
  ],
  ServeLive: [
    ...['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', ...tableKey],
    ...['execute-api:ManageConnections', 'sqs:SendMessage'],
  ],
  NotifyConsole: [
    ...['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    ...[...reads, 'dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', ...tableKey],
    ...['execute-api:ManageConnections', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
  ],
  RunAutomation: [
    ...[...reads, 'dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', ...tableKey, ...polls],
    ...['secretsmanager:GetSecretValue', 'sqs:SendMessage'],
  ],
  DeliverHook: [...[...reads, 'dynamodb:DeleteItem', 'dynamodb:PutItem', ...tableKey, ...polls], 'sqs:SendMessage'],
  RecordAudit: ['dynamodb:BatchWriteItem', 'dynamodb:PutItem', ...tableKey, ...polls],
  MailIntakeActivation: ['ses:DescribeActiveReceiptRuleSet', 'ses:SetActiveReceiptRuleSet'],
}

describe('a function may do exactly what it does', () => {
  const prod = granted('prod')

  it.each(Object.entries(needed))('%s', (construct, actions) => {
    const own = prod.filter(({ role }) => role.startsWith(`${construct}`) && role.includes('Role'))
    const allowed = new Set(own.flatMap(({ statement }) => statement.Action))
    expect([...allowed].toSorted()).toEqual([...new Set([...actions, ...everyone])].toSorted())
  })

  it('SES may write mails, and nothing else', () => {
    const writer = prod.filter(({ role }) => role.startsWith('MailIntakeWriter')).map(({ statement }) => statement)
    expect(writer.flatMap(({ Action }) => Action)).toEqual([
      's3:PutObject',
      'kms:GenerateDataKey',
      'kms:Encrypt',
      'kms:Decrypt',
    ])
    expect(JSON.stringify(writer[0]?.Resource)).toContain('/payloads/mail-ses/*')
  })

  it('the webhook door can only add payloads', () => {
    const objects = prod
      .filter(({ role, statement }) => role.startsWith('ReceiveWebhook') && statement.Action.includes('s3:PutObject'))
      .flatMap(({ statement }) => statement.Resource)
    expect(objects.map(object => JSON.stringify(object)).filter(text => !text.includes('"/payloads/*"'))).toEqual([])
  })
})
