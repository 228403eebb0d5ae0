import type { Conversation, Handover } from '../conversation/conversation.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { HandoverLine } from './lines.ts'

/** A hand-over as the next person sees it. Without lines where nobody knew yet whose matter it was. */
export type ShownHandover = Handover & { note?: string; lines: HandoverLine[] }

/** The last hand-over of a conversation that is not settled, with what was known at that moment; one read. */
export async function readHandover(
  { readEntries }: Pick<TimelineStore, 'readEntries'>,
  { handover, anchor }: Pick<Conversation, 'handover' | 'anchor'>,
): Promise<ShownHandover | undefined> {
  if (handover === undefined) return undefined
  const place = { stream: anchor, sortAt: handover.at }
  const [entry] = await readEntries([{ entryId: handover.entryId, place }])
  if (entry?.type !== 'event' || entry.event.type !== 'status') return { ...handover, lines: [] }
  const { note, lines = [] } = entry.event
  return { ...handover, ...(note !== undefined && { note }), lines }
}
