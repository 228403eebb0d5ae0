import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { connectTo, socketHost } from './sockets.ts'

const patience = { timeout: 20_000, interval: 50 }

/** Lets in who has the ticket; answers each message with its event; tells the queue of everything. */
const echo = `export const handler = async event => {
  const { requestContext, queryStringParameters, body } = event
  if (requestContext.eventType !== 'MESSAGE') await send(process.env.WORK_QUEUE_URL, JSON.stringify(event))
  if (requestContext.eventType === 'CONNECT') return { statusCode: queryStringParameters?.ticket === 'good' ? 200 : 401 }
  if (requestContext.eventType === 'MESSAGE' && body === 'throw') throw new Error('no')
  if (requestContext.eventType === 'MESSAGE' && body === 'hang up') await callback('DELETE', requestContext.connectionId)
  else if (requestContext.eventType === 'MESSAGE') await callback('POST', requestContext.connectionId, JSON.stringify(event))
  return { statusCode: 200 }
}`

const idSchema = z.looseObject({ requestContext: z.looseObject({ connectionId: z.string() }) })

test('the function of $connect decides who comes in', async () => {
  const { url, aws } = await socketHost(echo)
  expect((await connectTo(url, '/live?ticket=bad')).status).toBe(401)
  expect((await connectTo(url, '/elsewhere?ticket=good')).status).toBe(404)
  expect((await connectTo(url)).status).toBe(101)
  const events = aws.queues.peek('work').map((body): unknown => JSON.parse(body))
  expect(events).toHaveLength(2)
  expect(events[1]).toMatchObject({
    headers: { 'x-one': 'a' },
    multiValueHeaders: { 'x-one': ['a'] },
    queryStringParameters: { ticket: 'good' },
    multiValueQueryStringParameters: { ticket: ['good'] },
    requestContext: {
      ...{ routeKey: '$connect', eventType: 'CONNECT', messageDirection: 'IN', stage: 'live', apiId: 'Sockets' },
      ...{ messageId: null, connectionId: expect.stringMatching(/=$/), identity: { sourceIp: '127.0.0.1' } },
    },
    isBase64Encoded: false,
  })
})

test('a message reaches the function, and what it posts the client', async () => {
  const { url } = await socketHost(echo)
  const client = await connectTo(url)
  client.socket.send('{"type":"ping"}')
  expect(await client.next()).toMatchObject({
    body: '{"type":"ping"}',
    isBase64Encoded: false,
    requestContext: { routeKey: '$default', eventType: 'MESSAGE', messageId: expect.any(String) },
  })
  client.socket.send(Buffer.from([0, 1, 2]))
  expect(await client.next()).toMatchObject({ body: 'AAEC', isBase64Encoded: true })
})

test('a function that throws is told to the client in the words of API Gateway, and to the operator', async () => {
  const { url, lines } = await socketHost(echo)
  const client = await connectTo(url)
  client.socket.send('throw')
  expect(await client.next()).toMatchObject({ message: 'Internal server error', requestId: expect.any(String) })
  expect(lines).toEqual([expect.stringMatching(/^\$default: live threw Error/)])
})

test('who goes is told to the function, with the code', async () => {
  const { url, aws } = await socketHost(echo)
  const client = await connectTo(url)
  client.socket.close(4000, 'enough')
  await vi.waitFor(() => expect(aws.queues.peek('work')).toHaveLength(2), patience)
  const event: unknown = JSON.parse(aws.queues.peek('work')[1] ?? '')
  const context = { eventType: 'DISCONNECT', disconnectStatusCode: 4000, disconnectReason: 'enough' }
  expect(event).toMatchObject({ requestContext: context })
})

test('the function may end a connection', async () => {
  const { url } = await socketHost(echo)
  const client = await connectTo(url)
  client.socket.send('hang up')
  expect(await client.closed()).toBe(1000)
})

test('a message above a frame ends the connection with 1009, and so does one above a whole message', async () => {
  const { url } = await socketHost(echo)
  for (const bytes of [33 * 1024, 129 * 1024]) {
    const client = await connectTo(url)
    client.socket.send('x'.repeat(bytes))
    expect(await client.closed()).toBe(1009)
  }
})

test('a silent connection ends, one that speaks does not, until it is old', async () => {
  const { url } = await socketHost(echo, { socketLimits: { idleMs: 1500, longestMs: 4000 } })
  const [silent, talking] = [await connectTo(url), await connectTo(url)]
  const talk = setInterval(() => talking.socket.send('{}'), 300)
  let over = false
  void talking.closed().then(() => {
    over = true
  })
  expect(await silent.closed()).toBe(1001)
  expect(over).toBe(false)
  expect(await talking.closed()).toBe(1001)
  clearInterval(talk)
})

test('@connections is for whoever the policy allows; a connection that is not there is 410', async () => {
  const { url, aws, lines } = await socketHost(echo)
  const client = await connectTo(url)
  client.socket.send('{}')
  const { connectionId } = idSchema.parse(await client.next()).requestContext
  const call = (method: string, id: string, accessKeyId: string, body?: string) =>
    fetch(`${aws.endpoint}/live/@connections/${encodeURIComponent(id)}`, {
      method,
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20250101/us-east-1/execute-api/aws4_request`,
      },
      ...(body !== undefined && { body }),
    })
  const host = aws.host.accessKeyId
  expect(await (await call('GET', connectionId, host)).json()).toMatchObject({ identity: { sourceIp: '127.0.0.1' } })
  expect((await call('POST', connectionId, host, '{"a":1}')).status).toBe(200)
  expect(await client.next()).toEqual({ a: 1 })
  const gone = await call('POST', 'bm9ib2R5aXN0aGVy', host, '{}')
  expect([gone.status, gone.headers.get('x-amzn-errortype')]).toEqual([410, 'GoneException'])
  expect((await call('POST', connectionId, host, 'x'.repeat(129 * 1024))).status).toBe(413)
  expect((await call('POST', connectionId, 'nobody', '{}')).status).toBe(403)
  const other = aws.callers.issue('other', [])
  expect((await call('POST', connectionId, other.accessKeyId, '{}')).status).toBe(403)
  expect(lines).toEqual([expect.stringMatching(/no statement allows execute-api:ManageConnections .* for other/)])
})

test('a stop ends the connections', async () => {
  const host = await socketHost(echo)
  const client = await connectTo(host.url)
  await host.stop()
  expect(await client.closed()).toBe(1001)
})
