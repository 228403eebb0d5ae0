import type { BriefLine } from './brief.ts'

/**
 * A line that can be written in at most so many words; undefined where they are too few to say anything. `most` is what it
 * may take when there is plenty.
 */
export type Draft = { most: number; write: (words: number) => BriefLine | undefined }

/** What is put behind a line that rests on an unproven link alone. */
export const unproven = ' (not confirmed)'
