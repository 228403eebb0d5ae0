import { oneLine } from './one-line.ts'

/** What mail programs put before a subject that they answer, in the languages they speak, once or many times. */
const answering = /^(?:\s*(?:re|aw|sv|vs|antw|odp|rif|res|回复|回覆|答复|返信)(?:\s?[[(]\d{1,3}[\])])?\s*[:：])+\s*/iu

/** RFC 5322 section 3.6.5: `Re: `, once, before the subject of what is answered. Longer ones are cut. */
export const answeringSubject = (subject: string): string =>
  `Re: ${plainSubject(subject).replace(answering, '')}`.trimEnd()

export const plainSubject = (subject: string): string => oneLine(subject, longest)

/** Mail programs show far less; a field of RFC 5322 has no limit but that of its lines, which are folded. */
const longest = 250
