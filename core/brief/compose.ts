import { type BriefInput, type BriefLine, briefLineKinds } from './brief.ts'
import type { Draft } from './draft.ts'
import { answeredDraft, askedDraft, promisedDraft, questionDraft } from './lines/exchange.ts'
import { channelsDraft, languageDraft, moodDraft, openDraft } from './lines/standing.ts'
import { toldDrafts, triedDraft } from './lines/told.ts'
import { wantsDraft } from './lines/wants.ts'
import { shownName, whoDraft } from './lines/who.ts'
import { readContacts } from './reading.ts'
import { wordCount } from './wording.ts'

/** What an agent reads while the phone rings. */
export const mostWords = 120

/**
 * What an agent must know before speaking, in at most `mostWords` words, in the order of reading. A pure function of what is
 * stored: no line says what its entries do not hold, none repeats what the customer took back or what is another person's.
 *
 * Words are given away by worth, not by order: who it is, the facts that must not be asked again, what was tried, what the
 * customer wants; then promises, open questions and matters, channels, our last answer, mood and language, each only where it
 * still fits.
 */
export function composeBrief(input: BriefInput): BriefLine[] {
  const reading = readContacts(input)
  const written: BriefLine[] = []
  const left = (): number => mostWords - written.reduce((sum, { text }) => sum + wordCount(text), 0)
  const write = (draft: Draft | undefined, reserved = 0): void => {
    const line = draft?.write(Math.min(draft.most, left() - reserved))
    if (line) written.push(line)
  }
  write(whoDraft(reading, input))
  for (const draft of toldDrafts(reading, shownName(reading))) write(draft, forTheRest)
  write(triedDraft(reading), forWants)
  write(wantsDraft(reading))
  write(promisedDraft(reading))
  write(askedDraft(reading))
  write(questionDraft(reading, written.find(({ kind }) => kind === 'wants')?.text ?? ''))
  for (const draft of [openDraft(reading, input), channelsDraft(reading), answeredDraft(reading)]) write(draft)
  for (const draft of [moodDraft(reading), languageDraft(reading)]) write(draft)
  return inOrder(written)
}

/** Kept for the remedies and the request, which a long list of facts must not push out. */
const forTheRest = 30
const forWants = 10

const inOrder = (lines: readonly BriefLine[]): BriefLine[] =>
  lines.toSorted((a, b) => briefLineKinds.indexOf(a.kind) - briefLineKinds.indexOf(b.kind))
