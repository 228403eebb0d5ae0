import type { AuditQueue } from '../audit/audit.ts'
import type { Connection } from './connection.ts'
import type { LiveStore, Poster } from './live-store.ts'
import { type ErrorCode, errorMessage } from './message.ts'
import { say } from './say.ts'

export type ServeDeps = {
  store: LiveStore
  poster: Poster
  audit: AuditQueue
  nowMs: () => number
  /** Never the same twice. */
  newId: () => string
}

/** What a message makes of a connection, and what is to be done when that is stored. */
export type Reaction = { next: Connection; before?: () => Promise<void>; effect: () => Promise<void> }

export const refuse = (deps: ServeDeps, next: Connection, code: ErrorCode): Reaction => ({
  next,
  effect: () => say(deps, next.id, errorMessage(code)),
})
