import { statSync } from 'node:fs'
import { join } from 'node:path'
import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { readSecrets } from '../../../local/data/secrets-file.ts'
import { arnOf, fixtureApp, underBucket } from '../fixture-app.ts'
import { localAws } from './local-aws.ts'

const bundle = 'export const handler = async () => undefined'

/** A recorder that may put payloads, put and get items, and read one secret; nothing else. */
const recorder = {
  bundle,
  statements: [
    { Action: ['s3:PutObject'], Resource: underBucket('Intake', 'payloads/*') },
    {
      Action: ['dynamodb:PutItem', 'dynamodb:GetItem'],
      Resource: arnOf('Timeline'),
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['S#*'] } },
    },
    { Action: 'secretsmanager:GetSecretValue', Resource: { Ref: 'Identity' } },
  ],
}

const item = { pk: { S: 'S#alice' }, sk: { S: 'T#1' } }
const key = { Bucket: 'intake', Key: 'payloads/contacts/local/1' }

test('a function may do what its policy says', async () => {
  const aws = await localAws(fixtureApp({ recorder }))
  const { s3, dynamodb } = aws.clientsOf('recorder')
  await dynamodb.send(new PutItemCommand({ TableName: 'timeline', Item: item }))
  expect((await dynamodb.send(new GetItemCommand({ TableName: 'timeline', Key: item }))).Item).toEqual(item)
  await s3.send(new PutObjectCommand({ ...key, Body: 'hello' }))
  expect(aws.store.get(key.Bucket, key.Key)?.size).toBe(5)
})

test('what its policy does not say is refused, by each service in its own way, with the missing statement', async () => {
  const aws = await localAws(fixtureApp({ recorder }))
  const { s3, dynamodb, sqs, secrets } = aws.clientsOf('recorder')
  const refused = (action: string) => ({
    name: expect.stringMatching(/^AccessDenied/),
    message: expect.stringContaining(`no statement allows ${action} on arn:aws:`),
  })
  await expect(dynamodb.send(new DeleteItemCommand({ TableName: 'timeline', Key: item }))).rejects.toMatchObject(
    refused('dynamodb:DeleteItem'),
  )
  const index = {
    TableName: 'timeline',
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :a',
    ExpressionAttributeValues: { ':a': { S: 'a' } },
  }
  await expect(dynamodb.send(new QueryCommand(index))).rejects.toMatchObject(refused('dynamodb:Query'))
  await expect(
    sqs.send(new SendMessageCommand({ QueueUrl: aws.queues.urlOf('work'), MessageBody: 'x' })),
  ).rejects.toMatchObject(refused('sqs:SendMessage'))
  await expect(s3.send(new GetObjectCommand(key))).rejects.toMatchObject(refused('s3:GetObject'))
  await expect(
    s3.send(new PutObjectCommand({ ...key, Key: 'files/1', Body: Buffer.alloc(3_000_000) })),
  ).rejects.toMatchObject(refused('s3:PutObject'))
  await expect(
    secrets.send(new GetSecretValueCommand({ SecretId: 'throughline/local/sources' })),
  ).rejects.toMatchObject(refused('secretsmanager:GetSecretValue'))
})

test('one item of a transaction that is not allowed refuses the whole', async () => {
  const aws = await localAws(fixtureApp({ recorder }))
  const { dynamodb } = aws.clientsOf('recorder')
  const put = { Put: { TableName: 'timeline', Item: item } }
  const remove = { Delete: { TableName: 'timeline', Key: { ...item, sk: { S: 'T#2' } } } }
  await expect(dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [put, remove] }))).rejects.toMatchObject({
    message: expect.stringContaining('dynamodb:DeleteItem'),
  })
  await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [put] }))
})

test('who has no key of this run is nobody', async () => {
  const aws = await localAws(fixtureApp({ recorder }))
  const { secrets, s3, sqs } = aws.clientsOf('recorder')
  for (const client of [secrets, s3, sqs])
    client.config.credentials = async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' })
  await expect(
    secrets.send(new GetSecretValueCommand({ SecretId: 'throughline/local/identity' })),
  ).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  })
  await expect(s3.send(new PutObjectCommand({ ...key, Body: 'x' }))).rejects.toMatchObject({
    name: 'InvalidAccessKeyId',
  })
  await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl: aws.queues.urlOf('work') }))).rejects.toMatchObject({
    message: expect.stringContaining('not one of this run'),
  })
})

test('secrets come from secrets.json, which only its owner can read and which keeps its values', async () => {
  const aws = await localAws(fixtureApp({ recorder }))
  const kept = readSecrets(aws.dataDir)
  const identity = await aws
    .clientsOf('recorder')
    .secrets.send(new GetSecretValueCommand({ SecretId: 'throughline/local/identity' }))
  expect(JSON.parse(identity.SecretString ?? '')).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const sources = await aws
    .clientsOf('host')
    .secrets.send(new GetSecretValueCommand({ SecretId: 'throughline/local/sources' }))
  const { identity: _, ...others } = kept
  expect(JSON.parse(sources.SecretString ?? '')).toEqual(others)
  expect(statSync(join(aws.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  await expect(
    aws.clientsOf('host').secrets.send(new GetSecretValueCommand({ SecretId: 'other' })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})
