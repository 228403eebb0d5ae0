import { Socket } from 'node:net'
import type { Need } from './access.ts'
import { dynamoNeeds } from './json-needs.ts'

/** Why something may not be done, or undefined. */
export type RefusalOf = (needs: Need[]) => string | undefined

type Done = (error?: Error | null) => void
type Chunk = { chunk: Buffer | string; encoding: BufferEncoding }

/**
 * A connection to the table's engine that lets through only what the caller may do, and answers the rest itself with
 * AccessDeniedException. It takes HTTP/1.1 requests of Node's client: one at a time, with a content-length. It stands in
 * the caller's own thread, because a front in between costs more than the engine's work.
 */
export class TableSocket extends Socket {
  #refusalOf: RefusalOf
  #begun: Chunk[] = []

  constructor(engine: URL, refusalOf: RefusalOf) {
    super()
    this.#refusalOf = refusalOf
    this.setNoDelay(true)
    this.connect(Number(engine.port), engine.hostname)
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: Done): void {
    this.#take([{ chunk, encoding }], done)
  }

  override _writev(chunks: Chunk[], done: Done): void {
    this.#take(chunks, done)
  }

  #take(chunks: Chunk[], done: Done): void {
    this.#begun.push(...chunks)
    try {
      const request = readRequest(Buffer.concat(this.#begun.map(bytesOf)))
      if (request === undefined) done()
      else this.#pass(this.#begun.splice(0), this.#refusalOf(dynamoNeeds(request.operation, request.input)), done)
    } catch (error) {
      done(error instanceof Error ? error : new Error(`${error}`))
    }
  }

  #pass(request: Chunk[], refusal: string | undefined, done: Done): void {
    if (refusal === undefined) super._writev?.(request, done)
    else {
      setImmediate(() => this.push(refusedAnswer(refusal)))
      done()
    }
  }
}

const bytesOf = ({ chunk, encoding }: Chunk): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk

/** Undefined while the request is not complete. Throws when it is none of a DynamoDB client. */
function readRequest(bytes: Buffer): { operation: string; input: unknown } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end + 2)
  const length = /^\d+$/.exec(fieldOf(head, 'content-length'))?.[0]
  const operation = /^DynamoDB_\w+\.(\w+)$/.exec(fieldOf(head, 'x-amz-target'))?.[1]
  if (length === undefined || operation === undefined) throw new Error('this is no call of DynamoDB')
  const missing = end + 4 + Number(length) - bytes.length
  if (missing < 0) throw new Error('a call of DynamoDB is longer than it says')
  return missing > 0 ? undefined : { operation, input: JSON.parse(bytes.toString('utf8', end + 4)) }
}

/** A header field of a request, or ''. */
function fieldOf(head: string, name: string): string {
  const start = head.toLowerCase().indexOf(`\r\n${name}: `)
  return start < 0 ? '' : head.slice(start + name.length + 4, head.indexOf('\r\n', start + 2))
}

function refusedAnswer(message: string): string {
  const body = JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message, Message: message })
  const length = Buffer.byteLength(body)
  return `HTTP/1.1 400 Bad Request\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: ${length}\r\n\r\n${body}`
}
