import { createHash, randomBytes } from 'node:crypto'
import { closeSync, createReadStream, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Fsync } from '../queue-database.ts'

/** Bytes that lie complete in a file but belong to no object yet. `crc32` is base64 of 4 bytes, as S3 writes it. */
export type ReceivedBody = { body: string; size: number; md5: Buffer; crc32: string }

/**
 * The bytes of objects, one file each under a random name, so that a new version never touches the bytes of the old
 * one while somebody reads them.
 */
export class BodyFiles {
  #folder: string
  #incoming: string
  #fsync: Fsync
  /** Folders that are known to be there. */
  #made = new Set<string>()

  constructor(folder: string, fsync: Fsync) {
    this.#folder = folder
    this.#incoming = join(folder, 'incoming')
    this.#fsync = fsync
    rmSync(this.#incoming, { recursive: true, force: true })
    mkdirSync(this.#incoming, { recursive: true })
  }

  /** Streams a body to disk. When the stream breaks off nothing remains and the error is thrown. */
  async receive(chunks: AsyncIterable<Uint8Array>): Promise<ReceivedBody> {
    const body = randomBytes(16).toString('hex')
    const path = join(this.#incoming, body)
    try {
      const received = await this.#write(path, chunks)
      await this.#makeFolder(dirname(this.#path(body)))
      await rename(path, this.#path(body))
      if (this.#fsync === 'full') await syncFolder(dirname(this.#path(body)))
      return { body, ...received }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  read(body: string, range: { start: number; end: number }): Readable {
    return createReadStream(this.#path(body), range)
  }

  readSmall(body: string, { start, end }: { start: number; end: number }): Buffer {
    const bytes = Buffer.alloc(end - start + 1)
    const file = openSync(this.#path(body), 'r')
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start))
    } finally {
      closeSync(file)
    }
  }

  async remove(body: string): Promise<void> {
    await rm(this.#path(body), { force: true })
  }

  async #write(path: string, chunks: AsyncIterable<Uint8Array>): Promise<Omit<ReceivedBody, 'body'>> {
    const file = await open(path, 'wx', 0o600)
    const md5 = createHash('md5')
    let [size, sum] = [0, 0]
    try {
      for await (const chunk of chunks) {
        await file.writeFile(chunk)
        md5.update(chunk)
        sum = crc32(chunk, sum)
        size += chunk.length
      }
      if (this.#fsync === 'full') await file.datasync()
    } finally {
      await file.close()
    }
    const checksum = Buffer.alloc(4)
    checksum.writeUInt32BE(sum)
    return { size, md5: md5.digest(), crc32: checksum.toString('base64') }
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#made.has(path)) return
    await mkdir(path, { recursive: true })
    this.#made.add(path)
  }

  #path = (body: string): string => join(this.#folder, body.slice(0, 2), body)
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
