import { languageOf } from '../language/language-of.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { masked, namesOf } from '../topic/personal.ts'
import type { SentimentStore } from '../topic/store.ts'
import { tellable, textOf } from '../topic/tell-contact.ts'
import type { Correction } from './learned.ts'
import { coldModel } from './model.ts'
import type { Label } from './sentiment.ts'
import { rightnessOf, train } from './train.ts'

/** So many of the newest labels are learned from: they take about ten seconds. */
const mostLabels = 5000
/** Fewer teach less than the lexicon knows. */
const fewestLabels = 50
const readAtOnce = 100

export type LearnSentiment = {
  timeline: Pick<TimelineStore, 'readContacts'>
  sentiments: SentimentStore
  /** What customers wrote beside a rating, with what the rating says. */
  rated: () => Promise<Label[]>
  now: () => string
}

/**
 * Learns from what agents corrected and what customers rated, all of it anew, so that its order does not matter. The model
 * is used only where it is right more often than the lexicon about labels that it had not seen. Answers how many there are.
 */
export async function learnSentiment(deps: LearnSentiment): Promise<number> {
  const corrections = await deps.sentiments.corrections(mostLabels)
  const labels = [...(await labelsOf(deps, corrections)), ...(await deps.rated())]
  if (labels.length < fewestLabels) return labels.length
  const { model, accuracy, macroF1 } = train(labels)
  const cold = rightnessOf(coldModel(), labels)
  if (accuracy <= cold.accuracy) return labels.length
  const learnedAt = deps.now()
  const head = { v: 1 as const, version: learnedAt, learnedAt, labels: labels.length, accuracy, macroF1 }
  await deps.sentiments.keep({ ...head, coldAccuracy: cold.accuracy }, model)
  return labels.length
}

/** The corrected texts as they stand now; those that are gone teach nothing. */
async function labelsOf({ timeline }: LearnSentiment, corrections: readonly Correction[]): Promise<Label[]> {
  const labels: Label[] = []
  for (let from = 0; from < corrections.length; from += readAtOnce) {
    const some = corrections.slice(from, from + readAtOnce)
    const said = new Map(some.map(({ contactId, sentiment }) => [contactId, sentiment]))
    const wanted = some.map(({ contactId, stream, sortAt }) => ({ contactId, place: { stream, sortAt } }))
    for (const entry of await timeline.readContacts(wanted)) {
      const contact = tellable(entry)
      const sentiment = said.get(entry.entryId)
      if (contact === undefined || sentiment === undefined) continue
      const text = masked(textOf(contact), namesOf(contact))
      labels.push({ id: entry.entryId, text, language: languageOf(text), sentiment })
    }
  }
  return labels
}
