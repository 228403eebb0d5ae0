import { shownName } from '../attachment/attachment.ts'

/** A file's name as it is safe to show and to save under: no path, nothing unseen, no turned writing. */
export const attachedName = (name: string, id: string): string => shownName(name).slice(0, 255) || `part ${id}`
