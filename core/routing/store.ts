import type { Row } from '../conversation/row.ts'
import type { ConversationWrite } from '../conversation/store.ts'
import type { ConfiguredStore } from '../people/people-store.ts'
import type { RoutingRule } from './rule.ts'
import type { Seat } from './seat.ts'

/** A seat as it was read, with the versions of the agent and of what was given to them. */
export type ReadSeat = Seat & { agentVersion: number; givenVersion: number | undefined }

/** What routing keeps in the table. */
export type RoutingStore = {
  rules: ConfiguredStore<RoutingRule>
  /** Every agent, with how many open conversations they have. Whoever is given one after this reads it, or is refused. */
  seats: () => Promise<ReadSeat[]>
  /**
   * Writes an assignment of the one conversation in `write` to the seat, and counts it there, all or nothing. False:
   * somebody was faster, the agent changed, or was given something else since the seat was read.
   */
  assign: (write: ConversationWrite, seat: ReadSeat) => Promise<boolean>
  /** The newest rows of conversations by their last contact, whatever became of them, for looking back. */
  recent: (limit: number, since: string | undefined) => Promise<Row[]>
}
