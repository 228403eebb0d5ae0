import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below the ports that operating systems lend to clients (Linux from 32768, macOS and Windows from 49152): what is free
 * there stays free until its server listens, whatever connections are opened meanwhile.
 */
const [from, below] = [10_000, 32_768]

/** A TCP port of 127.0.0.1 that nobody listened on a moment ago. */
export async function freePort(tries = 20): Promise<number> {
  const port = randomInt(from, below)
  if (await isFree(port)) return port
  if (tries <= 1) throw new Error(`no free TCP port was found between ${from} and ${below}`)
  return freePort(tries - 1)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
