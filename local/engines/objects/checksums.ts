import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Size and checksums of bytes that pass by. */
export class Checksums {
  #md5 = createHash('md5')
  #sum = 0
  #size = 0

  async *over(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
    for await (const chunk of chunks) {
      this.#md5.update(chunk)
      this.#sum = crc32(chunk, this.#sum)
      this.#size += chunk.length
      yield chunk
    }
  }

  /** Once, after the last byte. */
  result(): { size: number; md5: Buffer; crc32: string } {
    const checksum = Buffer.alloc(4)
    checksum.writeUInt32BE(this.#sum)
    return { size: this.#size, md5: this.#md5.digest(), crc32: checksum.toString('base64') }
  }
}
