import type { Changed } from '../conversation/store.ts'
import type { EventEntry } from '../timeline/entry.ts'
import type { SurveySettings } from './settings.ts'
import type { Rated, Resolution, Survey, Surveyed } from './survey.ts'

/** What a new survey notes: on the stream it is asked on, and that nobody noted anything on the customer's others. */
export type Noting = {
  stream: string
  next: Surveyed
  was: number | undefined
  others: { stream: string; version: number | undefined }[]
}

/** Surveys in the table; reads are strongly consistent. A write that answers false wrote nothing: somebody was faster. */
export type SurveyStore = {
  settings: () => Promise<SurveySettings | undefined>
  writeSettings: (settings: SurveySettings) => Promise<void>
  /** What people resolved by this time and nobody was asked about, oldest first. */
  resolutions: (until: string, limit: number) => Promise<Resolution[]>
  forget: (resolution: Resolution) => Promise<void>
  read: (id: string) => Promise<Survey | undefined>
  /** What each of these streams was asked last. */
  surveyed: (streams: string[]) => Promise<Map<string, Surveyed>>
  create: (survey: Survey, noting: Noting) => Promise<boolean>
  /** Writes `next` over the version before it, with what the timeline tells of it. */
  asked: (next: Survey, event: EventEntry) => Promise<boolean>
  /** The same with its answer, for reports and on the conversation. */
  answer: (next: Survey, was: Survey, event: EventEntry, conversation: Changed | undefined) => Promise<boolean>
  /** The last answers of a day (`2026-04-01`, UTC), oldest first, after one of them. */
  rated: (day: string, limit: number, after?: Pick<Rated, 'at' | 'survey'>) => Promise<Rated[]>
}
