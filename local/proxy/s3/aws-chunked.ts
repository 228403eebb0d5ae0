import { S3Error } from './s3-error.ts'

const longestLine = 16_384

/**
 * Takes the body out of `aws-chunked` encoding, in which the SDK sends streams: chunks of `<hex size>[;signature]`,
 * then trailing headers, which land in `trailers` in lower case ("Signature calculations … trailing headers", S3 API
 * Reference). Holds one network chunk at a time; throws when the body ends before its last chunk.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = new Reader(source)
  for (;;) {
    const size = chunkSize(await reader.line())
    if (size === 0) break
    yield* reader.take(size)
    if ((await reader.line()) !== '') throw broken('a chunk is longer than its size says')
  }
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const colon = line.indexOf(':')
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
}

function chunkSize(line: string): number {
  const hex = line.split(';')[0] ?? ''
  if (!/^[0-9a-f]{1,12}$/i.test(hex)) throw broken('a chunk does not begin with its size')
  return Number.parseInt(hex, 16)
}

const broken = (reason: string): S3Error =>
  new S3Error(400, 'IncompleteBody', `the aws-chunked body is broken: ${reason}`)

class Reader {
  #source: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** The text up to the next line end. An end of the body counts as one, as some clients leave the last out. */
  async line(): Promise<string> {
    let end = this.#rest.indexOf('\r\n')
    while (end === -1 && (await this.#more())) {
      end = this.#rest.indexOf('\r\n')
      if (end === -1 && this.#rest.length > longestLine) throw broken('a line is too long')
    }
    const line = this.#rest.subarray(0, end === -1 ? undefined : end).toString('latin1')
    this.#rest = end === -1 ? Buffer.alloc(0) : this.#rest.subarray(end + 2)
    return line
  }

  /** Exactly that many bytes, as they come. */
  async *take(count: number): AsyncGenerator<Buffer> {
    let missing = count
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw broken('it ends inside a chunk')
      const part = this.#rest.subarray(0, missing)
      this.#rest = this.#rest.subarray(part.length)
      missing -= part.length
      yield part
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done) return false
    this.#rest = this.#rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#rest, next.value])
    return true
  }
}
