import { createWriteStream, existsSync, mkdirSync, openSync, renameSync, statSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'

const maxBytes = 10 * 1024 * 1024

/** What a function prints, with the time before each line, in `<folder>/<function>.log`; the 10 MB before that in `.log.1`. */
export class FunctionLog {
  #path: string
  #file: WriteStream
  #size: number

  constructor(folder: string, name: string) {
    mkdirSync(folder, { recursive: true })
    this.#path = join(folder, `${name}.log`)
    this.#size = existsSync(this.#path) ? statSync(this.#path).size : 0
    this.#file = openLog(this.#path)
  }

  write(text: string): void {
    if (this.#size > maxBytes) this.#turnOver()
    const time = new Date().toISOString()
    const lines = text.replace(/\n$/, '').split('\n')
    const stamped = lines.map(line => `${time} ${line}\n`).join('')
    this.#size += Buffer.byteLength(stamped)
    this.#file.write(stamped)
  }

  close = (): Promise<void> => new Promise(resolve => this.#file.end(resolve))

  #turnOver(): void {
    this.#file.end()
    renameSync(this.#path, `${this.#path}.1`)
    this.#file = openLog(this.#path)
    this.#size = 0
  }
}

/** Opened at once: a file that is only about to be opened would be opened under its name after it was put aside. */
const openLog = (path: string): WriteStream => createWriteStream(path, { fd: openSync(path, 'a', 0o600) })
