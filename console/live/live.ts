import type { LiveEvent } from '../../core/live/event.ts'
import { type Following, followingFrom, hear, reconnected } from '../../core/live/follow.ts'
import { type ServerMessage, serverMessageSchema } from '../../core/live/message.ts'
import { type Presences, present } from './presence.ts'

export type LiveState = 'connecting' | 'live' | 'away'

/** Hears of what happened; `reload` says that events were missed, so that everything is to be loaded again. */
export type Hearer = { events: (events: readonly LiveEvent[]) => void; reload: () => void }

/** As much of a WebSocket as is used. */
export type Socket = {
  readyState: number
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent) => void) | null
  onclose: ((event: CloseEvent) => void) | null
  send: (text: string) => void
  close: () => void
}

export type LiveDeps = {
  /** A fresh address to connect to. */
  address: () => Promise<string>
  /** What is always listened to. */
  topics: readonly string[]
  connect: (address: string) => Socket
}

const sayAgainMs = 15_000
const pingMs = 60_000
const longestWaitMs = 30_000

/**
 * The connection for live events: one for the whole console, whatever it shows. It connects again whenever it breaks, and
 * what happened in between is replayed (docs/live.md).
 */
export class Live {
  readonly #deps: LiveDeps
  readonly #listeners = new Set<() => void>()
  readonly #hearers = new Set<Hearer>()
  readonly #topics = new Map<string, number>()
  readonly #places = new Map<string, 'looking' | 'typing'>()
  readonly #beats: ReturnType<typeof setInterval>[]
  #following: Following = followingFrom()
  #presences: Presences = []
  #state: LiveState = 'connecting'
  #socket: Socket | undefined
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(deps: LiveDeps) {
    this.#deps = deps
    this.#beats = [
      setInterval(() => this.#sayPlaces(), sayAgainMs),
      setInterval(() => this.#say({ type: 'ping' }), pingMs),
    ]
    void this.#open()
  }

  readonly state = (): LiveState => this.#state

  readonly presence = (): Presences => this.#presences

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hears events until the returned function is called. */
  readonly onEvents = (hearer: Hearer): (() => void) => {
    this.#hearers.add(hearer)
    return () => void this.#hearers.delete(hearer)
  }

  /** Listens to a topic for as long as something is shown of it. */
  listen(topic: string): () => void {
    this.#topics.set(topic, (this.#topics.get(topic) ?? 0) + 1)
    this.#subscribe()
    return () => {
      const left = (this.#topics.get(topic) ?? 1) - 1
      if (left > 0) this.#topics.set(topic, left)
      else this.#topics.delete(topic)
      this.#subscribe()
    }
  }

  /** Tells colleagues where the person is, until the returned function is called. */
  stay(at: string, state: 'looking' | 'typing'): () => void {
    this.#places.set(at, state)
    this.#say({ type: 'presence', at, state })
    return () => {
      this.#places.delete(at)
      this.#say({ type: 'presence', at, state: 'gone' })
    }
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#retry)
    for (const beat of this.#beats) clearInterval(beat)
    this.#socket?.close()
  }

  async #open(): Promise<void> {
    try {
      const socket = this.#deps.connect(await this.#deps.address())
      this.#socket = socket
      socket.onopen = () => {
        this.#following = reconnected(this.#following)
        this.#subscribe()
      }
      socket.onmessage = ({ data }) => {
        const parsed = serverMessageSchema.safeParse(JSON.parse(`${data}`))
        if (parsed.success) this.#take(parsed.data)
      }
      socket.onclose = () => this.#openLater()
    } catch {
      // Without a ticket there is no connection; it is asked for again like a broken one.
      this.#openLater()
    }
  }

  #openLater(): void {
    this.#socket = undefined
    if (this.#stopped) return
    this.#setState('away')
    this.#failures += 1
    const wait = Math.min(longestWaitMs, 500 * 2 ** this.#failures) * (0.5 + Math.random() / 2)
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#open(), wait)
  }

  #take(message: ServerMessage): void {
    const { next, events, reload } = hear(this.#following, message)
    this.#following = next
    if (message.type === 'subscribed') this.#subscribed()
    const presences = present(this.#presences, message, events)
    const moved = presences !== this.#presences
    this.#presences = presences
    if (moved) this.#changed()
    for (const hearer of this.#hearers) {
      if (reload) hearer.reload()
      if (events.length > 0) hearer.events(events)
    }
  }

  #subscribed(): void {
    this.#failures = 0
    const { resuming, position } = this.#following
    if (resuming && position !== undefined) this.#say({ type: 'resume', after: position })
    this.#sayPlaces()
    this.#setState('live')
  }

  #subscribe(): void {
    this.#say({ type: 'subscribe', topics: [...this.#deps.topics, ...this.#topics.keys()], bundle: true })
  }

  #sayPlaces(): void {
    for (const [at, state] of this.#places) this.#say({ type: 'presence', at, state })
  }

  #say(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  #setState(state: LiveState): void {
    if (this.#state === state) return
    this.#state = state
    this.#changed()
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
