import * as z from 'zod'

/** How a contact sounds. In this order models hold their classes. */
export const sentiments = ['negative', 'neutral', 'positive'] as const
export const sentimentSchema = z.enum(sentiments)
export type Sentiment = z.infer<typeof sentimentSchema>

/** A judgement: what it is and how likely, by the model's own calibrated reckoning. */
export type Judged = { sentiment: Sentiment; certainty: number }

/** A text that a person, or its own author by a rating, said the sentiment of. */
export type Label = { id: string; text: string; language: string | undefined; sentiment: Sentiment }
