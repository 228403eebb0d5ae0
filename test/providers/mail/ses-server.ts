import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export type Request = { method: string; path: string; body: Record<string, unknown> }
export type Answer = (request: Request, response: ServerResponse, socketOf: IncomingMessage) => void

/** Answers as SES does: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
export const accepts: Answer = (_request, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"0102018f-one"}')

export const refuses =
  (status: number, type: string, message = ''): Answer =>
  (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type })
      .end(JSON.stringify({ message }))

/** SES on this machine, which answers every request in the given way and keeps them. */
export async function sesServer(answer: Answer): Promise<{ endpoint: string; requests: Request[] }> {
  const requests: Request[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const request = {
      ...{ method: incoming.method ?? '', path: incoming.url ?? '' },
      body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
    }
    requests.push(request)
    answer(request, response, incoming)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { endpoint: `http://127.0.0.1:${address.port}`, requests }
}
