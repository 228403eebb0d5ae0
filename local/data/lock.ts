import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.ts'
import { damaged } from './damaged.ts'

/**
 * Makes sure that one stack at a time works in a data directory; what it returns gives it free again. SQLite holds the
 * lock, and with it the operating system, so it ends with the process however that dies; the number in the file beside
 * it only tells whom to stop. Throws `StartError` when another stack works there or the directory cannot be written to.
 */
export function lockData(dataDir: string): () => void {
  const lock = openLock(dataDir)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw damaged(lockFile(dataDir), error)
    throw new StartError(
      `Another stack (process ${holderOf(dataDir)}) works in ${dataDir}. Stop it, or start with another THROUGHLINE_DATA.`,
    )
  }
  writeFileSync(holderFile(dataDir), `${process.pid}`)
  return () => lock.close()
}

const lockFile = (dataDir: string): string => join(dataDir, 'lock.db')
const holderFile = (dataDir: string): string => join(dataDir, 'stack.pid')

/** https://www.sqlite.org/rescode.html#busy */
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === 5

function openLock(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true })
    return new DatabaseSync(lockFile(dataDir))
  } catch (error) {
    throw new StartError(
      `The data directory ${dataDir} cannot be used: ${error instanceof Error ? error.message : error}. Set THROUGHLINE_DATA to a folder that may be written to.`,
    )
  }
}

function holderOf(dataDir: string): string {
  try {
    return readFileSync(holderFile(dataDir), 'utf8')
  } catch {
    return 'unknown'
  }
}
