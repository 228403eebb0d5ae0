import type { BriefLine } from '../brief/brief.ts'
import type { StatusEvent } from '../timeline/event.ts'

export type HandoverLine = NonNullable<StatusEvent['lines']>[number]

/** More entries than a line comes from; what goes beyond is in the brief. */
const mostEntries = 100
const mostLines = 20

/** What the next person is told of what is known: the brief of this moment, in the words it had. */
export const handoverLines = (brief: readonly BriefLine[]): HandoverLine[] =>
  brief.slice(0, mostLines).map(({ text, entryIds }) => ({
    text: text.slice(0, 2000),
    entryIds: entryIds.slice(0, mostEntries),
  }))
