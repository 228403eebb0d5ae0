import type { EventEntry } from '../timeline/entry.ts'
import type { Confirmation } from './confirmation.ts'

/** Confirmations in the table; reads are strongly consistent. False: somebody was faster, nothing is written. */
export type ConfirmationStore = {
  /** False: one of this id is there already. */
  create: (confirmation: Confirmation) => Promise<boolean>
  read: (id: string) => Promise<Confirmation | undefined>
  /** Writes `next` over the version before it, and that its end said yes. */
  use: (next: Confirmation) => Promise<boolean>
  /** Writes `next` over the version before it, with what the timeline tells. */
  finish: (next: Confirmation, events: EventEntry[]) => Promise<boolean>
  /** The ends of a link that said yes. */
  proven: (linkId: string) => Promise<string[]>
}
