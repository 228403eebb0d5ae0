import { languageOf } from '../language/language-of.ts'
import type { SurveyStore } from '../survey/store.ts'
import type { scales } from '../survey/survey.ts'
import type { Label, Sentiment } from './sentiment.ts'

const days = 90
const mostADay = 50
const dayMs = 24 * 3_600_000

/** What customers wrote beside a rating in the last ninety days, at most fifty a day. */
export async function ratedLabels(surveys: Pick<SurveyStore, 'rated' | 'read'>, now: string): Promise<Label[]> {
  const labels: Label[] = []
  for (let back = 0; back < days; back++) {
    const day = new Date(Date.parse(now) - back * dayMs).toISOString().slice(0, 10)
    for (const { survey, kind, score } of await surveys.rated(day, mostADay)) {
      const text = (await surveys.read(survey))?.answer?.comment
      if (text !== undefined && text.trim() !== '')
        labels.push({ id: survey, text, language: languageOf(text), sentiment: sentimentOf(kind, score) })
    }
  }
  return labels
}

/** One and two of five are a complaint, and so are the detractors of a scale to ten; three, seven and eight are neither. */
const sentimentOf = (kind: keyof typeof scales, score: number): Sentiment => {
  const [least, good] = kind === 'csat' ? [3, 4] : [7, 9]
  return score < least ? 'negative' : score >= good ? 'positive' : 'neutral'
}
