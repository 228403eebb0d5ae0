import { arnOf, type FixtureFunction, underBucket } from '../fixture-app.ts'

/**
 * The few AWS calls that fixture functions make, without the SDK: the front looks at who signed, not at the signature.
 * The table is reached by node:http, as by the SDK.
 */
const aws = `
import { request } from 'node:http'
const authorization = 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20250101/us-east-1/any/aws4_request, SignedHeaders=host, Signature=none'
const call = async (target, input) => {
  const headers = { authorization, 'x-amz-date': '20250101T000000Z', 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' }
  const response = await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers, body: JSON.stringify(input) })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}
const put = Item => new Promise((resolve, reject) => {
  const body = JSON.stringify({ TableName: process.env.TABLE, Item })
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(body),
    'x-amz-date': '20250101T000000Z',
    'x-amz-target': 'DynamoDB_20120810.PutItem',
    authorization,
  }
  const post = request(process.env.AWS_ENDPOINT_URL_DYNAMODB, { method: 'POST', headers }, async response => {
    const text = (await response.toArray()).join('')
    if (response.statusCode === 200) resolve()
    else reject(new Error(text))
  })
  post.on('error', reject)
  post.end(body)
})
const send = (QueueUrl, MessageBody) => call('AmazonSQS.SendMessage', { QueueUrl, MessageBody })
const object = async (method, key, body) => {
  const response = await fetch(process.env.AWS_ENDPOINT_URL + '/' + process.env.BUCKET + '/' + key, { method, headers: { authorization }, body })
  if (!response.ok) throw new Error(await response.text())
  return response.text()
}
`

const environment = {
  TABLE: { Ref: 'Timeline' },
  BUCKET: { Ref: 'Intake' },
  WORK_QUEUE_URL: { Ref: 'Work' },
  DEAD_QUEUE_URL: { Ref: 'Dead' },
}

const everything = [
  { Action: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:GetItem'], Resource: arnOf('Timeline') },
  { Action: ['s3:PutObject', 's3:GetObject'], Resource: underBucket('Intake', 'payloads/*') },
  { Action: 'sqs:SendMessage', Resource: '*' },
]

/** A function whose bundle is `code` after the calls above; it may do them all unless told otherwise. */
export const fixtureFunction = (code: string, more: Partial<FixtureFunction> = {}): FixtureFunction => ({
  bundle: `${aws}\n${code}`,
  statements: everything,
  environment,
  ...more,
})

const mapping = (name: string, source: unknown, more: object) => ({
  [`${name}From`]: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { FunctionName: { Ref: `${name}Function` }, EventSourceArn: source, ...more },
  },
})

export const fromQueue = (name: string, queue: string, more: object = {}) =>
  mapping(name, arnOf(queue), { BatchSize: 10, FunctionResponseTypes: ['ReportBatchItemFailures'], ...more })

export const fromStream = (name: string, more: object = {}) =>
  mapping(name, arnOf('Timeline', 'StreamArn'), {
    BatchSize: 100,
    StartingPosition: 'TRIM_HORIZON',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ...more,
  })

/** Routes of an HTTP API to a function; a key with `JWT ` before it wants a token. */
export const routes = (name: string, ...keys: string[]): Record<string, unknown> => {
  const integration = {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { IntegrationUri: arnOf(`${name}Function`) },
  }
  const all = keys.map((key, at): [string, unknown] => [
    `${name}Route${at}`,
    {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        RouteKey: key.replace('JWT ', ''),
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: `${name}Integration` }]] },
        AuthorizationType: key.startsWith('JWT ') ? 'JWT' : 'NONE',
      },
    },
  ])
  return { [`${name}Integration`]: integration, ...Object.fromEntries(all) }
}
