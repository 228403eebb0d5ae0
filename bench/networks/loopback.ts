import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import * as z from 'zod'

/** What a stand-in for a provider answers. */
export type Answer = { status: number; headers?: Record<string, string>; body: unknown }

/**
 * What goes wrong with one request to send. `taken` is done first: the provider has it, and nobody hears. Other words name
 * a refusal of the network's own, as it documents it; an `Answer` is given as it stands.
 */
export type Fault =
  | 'silence'
  | 'reset'
  | 'error'
  | 'taken, silence'
  | 'taken, reset'
  | 'taken, error'
  | (string & {})
  | Answer

/** The faults of the next requests, one each; or what goes wrong with the n-th from now on, counted from 0. */
export type Script = Fault[] | ((attempt: number) => Fault | undefined)

/** A message that a stand-in took. `target` is what it answers, `to` who gets it. */
export type Taken = {
  id: string
  network: string
  account: string
  form: string
  target?: string
  to?: string
  text: string
  media: string[]
  /** RFC 3339 UTC, ms. */
  at: string
}

/** A stand-in for a provider on this machine; `sent` is what it took, in order. */
export type Loopback = {
  url: string
  sent: Taken[]
  /** How many requests to send came, whatever became of them. */
  attempts: () => number
  fault: (script: Script) => void
  /** Reads fail from now on, or work again. */
  failReads: (fail: boolean) => void
  /** Resolves when the next request is left without an answer, after it was taken if it was. */
  silent: () => Promise<void>
  close: () => Promise<void>
}

export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  bytes: Uint8Array
  json: () => unknown
  form: () => Promise<FormData>
}

/** What a request is to its network: to be read, or to be taken; `take` keeps the message and gives the answer. */
export type Handled =
  | { kind: 'read'; answer: Answer }
  | { kind: 'send'; take: () => Answer }
  | { kind: 'refuse'; answer: Answer }

export type Behaviour = {
  handle: (asked: Asked) => Promise<Handled> | Handled
  /** The refusals that a fault can name. */
  refusals: Record<string, () => Answer>
  error: Answer
}

/** Serves a network's behaviour on a free port of 127.0.0.1. */
export async function startLoopback(sent: Taken[], behaviour: Behaviour): Promise<Loopback> {
  const faults = faultQueue()
  const silences = new EventEmitter().setMaxListeners(0)
  let reads = true
  const server = createServer(async (request, response) => {
    const handled = await behaviour.handle(await askedOf(request))
    if (handled.kind === 'send') {
      const told = heard(handled, faults.next(), behaviour)
      if (told === 'silence') silences.emit('silence')
      else give(response, told)
    } else give(response, handled.kind === 'read' && !reads ? behaviour.error : handled.answer)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    attempts: faults.attempts,
    fault: faults.set,
    failReads: fail => {
      reads = !fail
    },
    silent: async () => {
      await once(silences, 'silence')
    },
    close: () => closeAll(server),
  }
}

function faultQueue() {
  let script: Script = []
  let since = 0
  let attempts = 0
  return {
    attempts: () => attempts,
    set: (next: Script) => {
      script = next
      since = attempts
    },
    next: (): Fault | undefined => {
      const at = attempts - since
      attempts += 1
      return Array.isArray(script) ? script[at] : script(at)
    },
  }
}

/** What the one who asked hears: an answer, nothing, or that the connection broke. */
function heard({ take }: Sending, fault: Fault | undefined, behaviour: Behaviour): Answer | 'silence' | 'reset' {
  if (fault === undefined) return take()
  if (typeof fault !== 'string') return fault
  const [how, was] = fault.split(', ').reverse()
  if (was === 'taken') take()
  switch (how) {
    case 'silence':
    case 'reset':
      return how
    case 'error':
      return behaviour.error
    default:
      return named(behaviour, fault)
  }
}

type Sending = Extract<Handled, { kind: 'send' }>

function named({ refusals }: Behaviour, fault: string): Answer {
  const refusal = refusals[fault]
  if (refusal === undefined) throw new Error(`no such fault: ${fault}; there are ${Object.keys(refusals).join(', ')}`)
  return refusal()
}

async function askedOf(request: IncomingMessage): Promise<Asked> {
  const bytes = await buffer(request)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  return {
    ...{ method: request.method ?? 'GET', path: pathname, query: searchParams, headers: request.headers, bytes },
    json: () => JSON.parse(bytes.toString('utf8') || 'null'),
    form: () => new Response(bytes, { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData(),
  }
}

function give(response: ServerResponse, answer: Answer | 'reset'): void {
  if (answer === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
  response.end(JSON.stringify(answer.body))
}

async function closeAll(server: Server): Promise<void> {
  if (!server.listening) return
  server.closeAllConnections()
  await server[Symbol.asyncDispose]()
}

/** What a stand-in took, kept in order. Ids grow, and no two runs give the same. */
export function ledgerOf(network: string, onSent?: (taken: Taken) => void) {
  const sent: Taken[] = []
  let last = BigInt(Date.now()) << 22n
  const newId = (): string => {
    last += 1n
    return String(last)
  }
  const keep = (id: string, said: Omit<Taken, 'id' | 'network' | 'at'> & { network?: string }): void => {
    const taken = { id, network, at: new Date().toISOString(), ...said }
    sent.push(taken)
    onSent?.(taken)
  }
  return { sent, newId, keep }
}
export type Ledger = ReturnType<typeof ledgerOf>

/** A page of a list, newest first, and the token of the next: the number of what was read by then. */
export function pageOf<T>(all: T[], token: string | null, size: number): { items: T[]; next: string | undefined } {
  const from = Number(token ?? 0)
  const next = from + size < all.length ? String(from + size) : undefined
  return { items: all.slice(from, from + size), next }
}
