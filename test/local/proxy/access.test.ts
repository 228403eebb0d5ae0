import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches, refusalOf, rememberedRefusals } from '../../../local/proxy/access.ts'
import { dynamoNeeds, queueNeeds } from '../../../local/proxy/json-needs.ts'
import type { Statement } from '../../../local/template/policies.ts'

const allow = (actions: string[], resources: string[], more: Partial<Statement> = {}): Statement => ({
  ...{ allows: true, actions, notActions: [], resources, notResources: [], conditional: false },
  ...more,
})

const ask = (statements: Statement[], action: string, resource: string) =>
  refusalOf({ name: 'record-contact', statements }, [{ action, resource }])

test('remembered answers are those of the policy, for each need its own', () => {
  const caller = { name: 'record-contact', statements: [allow(['sqs:SendMessage'], ['arn:q'])] }
  const remembered = rememberedRefusals(caller)
  const needs = ['sqs:SendMessage', 'sqs:DeleteMessage'].flatMap(action =>
    ['arn:q', 'arn:r'].map(resource => ({ action, resource })),
  )
  for (const need of [...needs, ...needs]) expect(remembered([need])).toBe(refusalOf(caller, [need]))
  expect(remembered(needs)).toBe(refusalOf(caller, needs))
})

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/timeline'

test('what no statement allows is refused with the statement that is missing', () => {
  expect(ask([allow(['sqs:ReceiveMessage'], ['arn:q'])], 'sqs:SendMessage', 'arn:q')).toBe(
    'no statement allows sqs:SendMessage on arn:q for record-contact',
  )
  expect(ask([allow(['sqs:SendMessage'], ['arn:q'])], 'sqs:SendMessage', 'arn:q')).toBeUndefined()
})

test.each([
  ['s3:Get*', 's3:GetObject', true],
  ['S3:getobject', 's3:GetObject', true],
  ['s3:GetObject', 's3:GetObjectAcl', false],
  ['*', 's3:GetObject', true],
  ['s3:?etObject', 's3:GetObject', true],
])('the action %s covers %s: %s', (pattern, action, covered) => {
  expect(ask([allow([pattern], ['*'])], action, 'arn:b') === undefined).toBe(covered)
})

test.each([
  ['arn:aws:s3:::intake/payloads/*', 'arn:aws:s3:::intake/payloads/mail/support/1', true],
  ['arn:aws:s3:::intake/payloads/*', 'arn:aws:s3:::intake/files/1', false],
  ['arn:aws:s3:::intake', 'arn:aws:s3:::intake/files/1', false],
  ['arn:aws:s3:::intake/(a+b)[1]', 'arn:aws:s3:::intake/(a+b)[1]', true],
  ['arn:aws:s3:::Intake', 'arn:aws:s3:::intake', false],
])('the resource %s covers %s: %s', (pattern, resource, covered) => {
  expect(matches(pattern, resource)).toBe(covered)
})

test('a pattern without wildcards matches itself and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      fc.pre(!/[*?]/.test(one))
      expect(matches(one, other)).toBe(one === other)
    }),
  )
})

test('a deny wins; a conditional deny is not evaluated; NotAction and NotResource except', () => {
  const everything = allow(['*'], ['*'])
  expect(ask([everything, allow(['s3:*'], ['*'], { allows: false })], 's3:GetObject', 'arn:b')).toMatch(
    /denies s3:GetObject on arn:b/,
  )
  expect(
    ask([everything, allow(['s3:*'], ['*'], { allows: false, conditional: true })], 's3:GetObject', 'arn:b'),
  ).toBeUndefined()
  const others = allow([], [], { notActions: ['s3:Delete*'], notResources: ['arn:secret'] })
  expect(ask([others], 's3:GetObject', 'arn:b')).toBeUndefined()
  expect(ask([others], 's3:DeleteObject', 'arn:b')).toMatch(/s3:DeleteObject on arn:b/)
  expect(ask([others], 's3:GetObject', 'arn:secret')).toMatch(/s3:GetObject on arn:secret/)
})

test('a transaction needs the permission of each of its items', () => {
  const input = {
    TransactItems: [
      { Put: { TableName: 'timeline' } },
      { ConditionCheck: { TableName: 'timeline' } },
      { Delete: { TableName: 'other' } },
    ],
  }
  expect(dynamoNeeds('TransactWriteItems', input).map(({ action }) => action)).toEqual([
    'dynamodb:PutItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
  ])
})

test.each([
  ['GetItem', { TableName: 'timeline' }, [{ action: 'dynamodb:GetItem', resource: table }]],
  [
    'Query',
    { TableName: 'timeline', IndexName: 'gsi1' },
    [{ action: 'dynamodb:Query', resource: `${table}/index/gsi1` }],
  ],
  ['BatchGetItem', { RequestItems: { timeline: {} } }, [{ action: 'dynamodb:BatchGetItem', resource: table }]],
  ['ListTables', {}, [{ action: 'dynamodb:ListTables', resource: '*' }]],
])('%s needs its own name on what it touches', (operation, input, needs) => {
  expect(dynamoNeeds(operation, input)).toEqual(needs)
})

test('a batch to a queue is authorized as the single operation', () => {
  const input = { QueueUrl: 'http://127.0.0.1:1/000000000000/work' }
  expect(queueNeeds('SendMessageBatch', input)).toEqual([
    { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:000000000000:work' },
  ])
})
