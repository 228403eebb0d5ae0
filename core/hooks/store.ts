import type { ConfiguredStore } from '../people/people-store.ts'
import type { Delivery } from './delivery.ts'
import type { Hook, HookSecret, Off } from './hook.ts'

/** Where a page of a log ended. */
export type DeliveryPosition = { at: string; id: string }

/** Webhooks and what was told them. Reads are strongly consistent but those of lists. */
export type HookStore = {
  hooks: ConfiguredStore<Hook>
  /** False: its settings are not those that were read any more, and stay as they are. */
  switchOff: (read: Hook, off: Off) => Promise<boolean>
  secrets: Pick<ConfiguredStore<HookSecret>, 'read' | 'write'>
  /** False: it is there already. */
  create: (delivery: Delivery) => Promise<boolean>
  read: (id: string) => Promise<Delivery | undefined>
  /** Writes the version after the one that was read. False: somebody was faster. */
  change: (next: Delivery) => Promise<boolean>
  /** The deliveries of a webhook, newest first; an index may lag by moments. */
  deliveries: (hook: string, limit: number, before?: DeliveryPosition) => Promise<Delivery[]>
  /** Those that failed at or after a time, oldest first. */
  failed: (hook: string, since: string, limit: number) => Promise<Delivery[]>
  /** Since when every try has failed. */
  failingSince: (hook: string) => Promise<string | undefined>
  /** Notes that a try failed at this time, and answers since when each has, without a silence that tells nothing. */
  noteFailure: (hook: string, at: string) => Promise<string>
  noteSuccess: (hook: string) => Promise<void>
}
