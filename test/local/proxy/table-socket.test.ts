import { once } from 'node:events'
import { createServer } from 'node:http'
import { BatchWriteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, onTestFinished, test } from 'vitest'
import { openTableDoor, tableAddress } from '../../../local/host/functions/table-door.ts'
import { TableSocket } from '../../../local/proxy/table-socket.ts'
import { fixtureApp } from '../fixture-app.ts'
import { localAws } from './local-aws.ts'

const item = { pk: { S: 'alice' }, sk: { S: 'T#1' } }

test('a connection goes on after a refusal, and large calls come through whole', async () => {
  const reader = {
    bundle: '',
    statements: [{ Action: ['dynamodb:GetItem', 'dynamodb:BatchWriteItem'], Resource: '*' }],
  }
  const aws = await localAws(fixtureApp({ reader }))
  const { dynamodb } = aws.clientsOf('reader')
  await expect(dynamodb.send(new PutItemCommand({ TableName: 'timeline', Item: item }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('no statement allows dynamodb:PutItem'),
  })
  const text = 'ä'.repeat(150_000)
  const requests = ['1', '2', '3'].map(n => ({
    PutRequest: { Item: { pk: { S: 'alice' }, sk: { S: n }, text: { S: text } } },
  }))
  await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { timeline: requests } }))
  const read = await dynamodb.send(new GetItemCommand({ TableName: 'timeline', Key: { ...item, sk: { S: '3' } } }))
  expect(read.Item?.text?.S).toBe(text)
})

test('what is no call of DynamoDB does not get through', async () => {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(`${request.url}`)
    response.end('{}')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  for (const request of [
    'GET / HTTP/1.1\r\nhost: x\r\n\r\n',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\nx-amz-target: AmazonSQS.SendMessage\r\n\r\n{}',
    'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: DynamoDB_20120810.GetItem\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: DynamoDB_20120810.GetItem\r\ncontent-length: 2\r\n\r\n{}GET / HTTP/1.1',
  ]) {
    const socket = new TableSocket(new URL(`http://127.0.0.1:${port}`), () => undefined)
    socket.write(request)
    const [error] = await once(socket, 'error')
    expect(error).toMatchObject({ message: expect.stringContaining('call of DynamoDB') })
  }
  expect(calls).toEqual([])
})

test('without the door the address of the table leads nowhere', async () => {
  const settings = { endpoint: tableAddress, region: 'us-east-1', maxAttempts: 1 }
  const client = () => new DynamoDBClient({ ...settings, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
  const get = new GetItemCommand({ TableName: 'timeline', Key: item })
  await expect(client().send(get)).rejects.toMatchObject({ code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) })
  openTableDoor(new URL('http://127.0.0.1:1'), () => 'nobody may')
  await expect(client().send(get)).rejects.toMatchObject({ message: 'nobody may' })
})
