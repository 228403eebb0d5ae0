import type { Step } from './closure.ts'
import type { Operation } from './customer-record.ts'

/** Who decides and why. `operationId` is chosen by the caller; the same one again is the same act. */
export type Act = { operationId: string; by: string; reason?: string | undefined }

export const operationOf = (kind: Operation['kind'], { operationId: id, by, reason }: Act): Operation => ({
  id,
  kind,
  by,
  ...(reason !== undefined && { reason }),
})

/** How an edge is signed by an act. */
export const signature = ({ by, reason }: Act, at: string) => ({ by, at, ...(reason !== undefined && { reason }) })

export const wholeSteps = (streams: readonly string[]): Step[] => streams.map(stream => ({ stream, whole: true }))
