import { StartError } from '../start-error.ts'

/** A file of the data directory cannot be used; `reason` is what its engine says. */
export const damaged = (path: string, reason: unknown): StartError =>
  new StartError(
    `${path} cannot be opened: ${reason instanceof Error ? reason.message : reason}\nPut a copy of the data directory in its place, or start with another THROUGHLINE_DATA.`,
  )
