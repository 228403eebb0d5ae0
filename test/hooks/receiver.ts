import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'

export type Heard = { headers: IncomingHttpHeaders; raw: string; body: { [key: string]: unknown } }

const bodySchema = z.looseObject({})

/** Another system on this machine: it keeps what it hears, and answers as the test says. */
export async function startReceiver() {
  const heard: Heard[] = []
  let answer: (response: ServerResponse, heard: Heard) => void = response => response.writeHead(204).end()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString()
      const told = { headers: request.headers, raw, body: bodySchema.parse(JSON.parse(raw)) }
      heard.push(told)
      answer(response, told)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = addressOf(server.address())
  const answering = (next: typeof answer) => {
    answer = next
  }
  const stop = async () => {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
  }
  return { url: `http://127.0.0.1:${port}/hook`, port, heard, answering, stop }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address
}

/** As a receiver checks it who has read nothing but the document: with the platform's own HMAC. */
export function isSigned({ headers, raw }: Heard, secret: string): boolean {
  const signature = String(headers['x-throughline-signature'])
  const fields = new Map(
    signature.split(',').map(part => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
  const expected = createHmac('sha256', secret)
    .update(`${fields.get('t')}.${raw}`)
    .digest('hex')
  const given = fields.get('v1') ?? ''
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
