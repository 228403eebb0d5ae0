import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'

/**
 * Makes sure that one stack at a time works in a data directory. What it returns gives the directory free again; after a
 * kill -9 the lock names a process that is gone, and is taken over. Throws `StartError` when another stack runs there.
 */
export function lockData(dataDir: string): () => void {
  const path = join(dataDir, 'stack.lock')
  makeFolder(dataDir)
  if (!tryLock(path)) {
    const holder = Number(readFileSync(path, 'utf8'))
    if (isAlive(holder)) {
      throw new StartError(
        `Another stack (process ${holder}) works in ${dataDir}. Stop it, or start with another THROUGHLINE_DATA.`,
      )
    }
    rmSync(path)
    if (!tryLock(path)) throw new StartError(`Another stack just started in ${dataDir}.`)
  }
  return () => rmSync(path, { force: true })
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    throw new StartError(
      `The data directory ${dataDir} cannot be made: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw new StartError(`The data directory cannot be written to: ${error instanceof Error ? error.message : error}`)
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
