import { randomBytes } from 'node:crypto'
import { closeSync, createReadStream, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Fsync } from '../queue-database.ts'
import { Checksums } from './checksums.ts'

/**
 * Bytes that came in complete but belong to no object yet: those of a small body, or the name of the file in which a
 * larger one lies. `crc32` is base64 of 4 bytes, as S3 writes it.
 */
export type ReceivedBody = { body: Buffer | string; size: number; md5: Buffer; crc32: string }

/** Larger bodies lie in files of their own; most mails and all webhooks are smaller. */
export const smallBytes = 64 * 1024

/**
 * The bytes of large objects, one file each under a random name, so that a new version never touches the bytes of the
 * old one while somebody reads them.
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

  /** Takes in a body; a large one goes to disk as it comes. When the stream breaks off nothing remains and the error is thrown. */
  async receive(chunks: AsyncIterable<Uint8Array>): Promise<ReceivedBody> {
    const counted = new Checksums()
    const source = counted.over(chunks)
    const { start, ended } = await firstBytes(source)
    const body = ended ? start : await this.#toFile(start, source)
    return { body, ...counted.result() }
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

  async #toFile(start: Buffer, rest: AsyncIterable<Uint8Array>): Promise<string> {
    const body = randomBytes(16).toString('hex')
    const path = join(this.#incoming, body)
    try {
      await this.#write(path, start, rest)
      await this.#makeFolder(dirname(this.#path(body)))
      await rename(path, this.#path(body))
      if (this.#fsync === 'full') await syncFolder(dirname(this.#path(body)))
      return body
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  async #write(path: string, start: Buffer, rest: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(start)
      for await (const chunk of rest) await file.writeFile(chunk)
      if (this.#fsync === 'full') await file.datasync()
    } finally {
      await file.close()
    }
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#made.has(path)) return
    await mkdir(path, { recursive: true })
    this.#made.add(path)
  }

  #path = (body: string): string => bodyPath(this.#folder, body)
}

/** Where the bytes of a large object lie below the folder of all. */
export const bodyPath = (folder: string, body: string): string => join(folder, body.slice(0, 2), body)

/** The bytes until there are more than a small body has, or until the end. */
async function firstBytes(source: AsyncIterator<Uint8Array>): Promise<{ start: Buffer; ended: boolean }> {
  const chunks: Uint8Array[] = []
  for (let size = 0; size <= smallBytes; ) {
    const { value, done } = await source.next()
    if (done) return { start: Buffer.concat(chunks), ended: true }
    chunks.push(value)
    size += value.length
  }
  return { start: Buffer.concat(chunks), ended: false }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
