import type { Network, Reply } from './reply.ts'

/**
 * What became of one try. `refused` is for good; `later` means that the provider certainly did not take it and may be
 * asked again, after so many seconds where it says so; `unclear` that it may have taken it. `account` scopes the provider's
 * id where the route's does not: calls are known by the provider's account, not by our number.
 */
export type Sent =
  | { outcome: 'sent'; providerId: string; account?: string; refused?: { party: string; reason: string }[] }
  | { outcome: 'refused'; code: string; advice: string }
  | { outcome: 'later'; code: string; advice: string; afterSeconds?: number }
  | { outcome: 'unclear'; code: string; advice: string }

/** What looking for an unclear one showed: what the provider calls it, that it is not there, or nothing. */
export type Looked =
  | { outcome: 'found'; providerId: string; account?: string }
  | { outcome: 'absent' }
  | { outcome: 'unclear' }

/**
 * One network's way out. Never throws for what a provider answers or for a connection that fails: `Sent` says it.
 * `idempotent`: sending again under the same `reply.id` is done once. `look` is there where the provider can be asked.
 * All senders pass one contract suite against a loopback server that answers as the provider documents.
 */
export type Sender = {
  idempotent: boolean
  send: (reply: Reply) => Promise<Sent>
  look?: (reply: Reply) => Promise<Looked>
}

/** The senders of a deployment. */
export type Senders = Record<Network, Sender>
