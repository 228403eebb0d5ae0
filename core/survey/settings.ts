import * as z from 'zod'
import { pageLanguages } from '../question/languages.ts'

/** Channels on which a link, or an answer in writing, comes back. */
export const surveyChannels = ['email', 'message', 'social'] as const

/** A week. */
export const mostMinutesAfter = 10_080

const textsSchema = z
  .partialRecord(z.enum(pageLanguages), z.string().trim().min(1).max(200))
  .describe('What is asked, by language, in place of our own words; a post has room for 200 characters and the link')

const wholeDays = (most: number) => z.int().min(1).max(most)

/** The fields of the settings, each with what holds where nothing was set. */
export const surveySettingsShape = z.object({
  csat: z
    .object({
      active: z.boolean(),
      afterMinutes: z
        .int()
        .min(0)
        .max(mostMinutesAfter)
        .default(60)
        .describe('how long after resolution; also for nps'),
      channels: z.array(z.enum(surveyChannels)).default(['email', 'message']).describe('where it is asked; also nps'),
      text: textsSchema.default({}),
    })
    .default({ active: false, afterMinutes: 60, channels: ['email', 'message'], text: {} })
    .describe('How was this matter handled? 1 to 5'),
  nps: z
    .object({ active: z.boolean(), everyDays: wholeDays(730).default(180), text: textsSchema.default({}) })
    .default({ active: false, everyDays: 180, text: {} })
    .describe('Would you recommend us? 0 to 10; asked in place of the other when it is due'),
  perCustomerDays: wholeDays(365).default(30).describe('no customer is asked anything more often'),
  share: z.number().min(0).max(1).default(1).describe('the share of resolved conversations that are asked about'),
  company: z.string().trim().min(1).max(80).optional().describe('what pages for customers call you'),
})

export const surveySettingsSchema = surveySettingsShape.extend({ v: z.literal(1) })
export type SurveySettings = z.infer<typeof surveySettingsSchema>

/** What holds until somebody sets something: nobody is asked anything. */
export const unsetSurveys: SurveySettings = surveySettingsSchema.parse({ v: 1 })
