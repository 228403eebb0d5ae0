import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Trouble } from '../../core/hooks/delivery.ts'
import type { Post, Posted } from '../../core/hooks/deps.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'

/** From the first look at the name to the last byte that is read. */
const timeoutMs = 10_000
/** An answer is of no interest; one that is longer is not read to its end. */
const longestAnswer = 65_536

/** Every address of a name, as node:dns looks it up. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export type PostOptions = {
  /** One machine only: the machine itself may be told, by http. */
  loopback: boolean
  timeoutMs?: number
  /** How names become addresses; the system's own way unless a test has another. */
  resolve?: Resolve
}

/**
 * Posts to a system outside. The very addresses that are connected to are checked, after the name was looked up and at
 * every try: a name that leads into a private network, now or later, is refused. Redirects are answers, not followed.
 * Nothing is thrown for what the other side does. https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export const hookPoster =
  (options: PostOptions) =>
  async ({ url, body, headers }: Post): Promise<Posted> => {
    const began = performance.now()
    const outcome = await answered(new URL(url), body, headers, options)
    return { ...outcome, ms: performance.now() - began }
  }

type Outcome = { status: number } | { trouble: Trouble }

/** Said by our own lookup where a name leads where nothing may be sent. */
class Refused extends Error {
  override name = 'Refused'
}

function answered(
  url: URL,
  body: Uint8Array,
  headers: Record<string, string>,
  { loopback, resolve = lookup, ...limits }: PostOptions,
): Promise<Outcome> {
  const allowed = allowance(loopback)
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !allowed(literal)) return Promise.resolve({ trouble: 'address refused' })
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:'))
    return Promise.resolve({ trouble: 'address refused' })
  const signal = AbortSignal.timeout(limits.timeoutMs ?? timeoutMs)
  const sent = { 'content-length': String(body.length), ...headers }
  const asked: RequestOptions = {
    ...{ method: 'POST', agent: false, headers: sent, signal },
    lookup: guardedLookup(resolve, allowed),
  }
  return new Promise(done => {
    const fail = (error: unknown) => done({ trouble: signal.aborted ? 'timed out' : troubleOf(error) })
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const asking = send(url, asked, answer => {
      let read = 0
      const finish = () => done({ status: answer.statusCode ?? 0 })
      answer.on('data', (chunk: Uint8Array) => {
        read += chunk.length
        if (read <= longestAnswer) return
        finish()
        asking.destroy()
      })
      answer.on('end', finish)
      answer.on('error', fail)
    })
    asking.on('error', fail)
    asking.end(body)
  })
}

const allowance =
  (loopback: boolean) =>
  (address: string): boolean =>
    isPublicAddress(address) || (loopback && isLoopback(address))

const troubleOf = (error: unknown): Trouble => (error instanceof Refused ? 'address refused' : 'not reached')

/** Looks a name up and lets no address through that is not allowed; where one of several is not, none is. */
const guardedLookup =
  (resolve: Resolve, allowed: (address: string) => boolean): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      const [first] = found
      if (first === undefined || !found.every(({ address }) => allowed(address))) return callback(new Refused(), '')
      return options.all === true ? callback(null, found) : single(callback, first)
    })
  }

const single = (callback: Parameters<LookupFunction>[2], { address, family }: LookupAddress): void =>
  callback(null, address, family)
