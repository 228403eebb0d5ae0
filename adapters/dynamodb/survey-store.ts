import { nothingWritten } from '../../core/conversation/store.ts'
import { surveySettingsSchema } from '../../core/survey/settings.ts'
import type { Noting, SurveyStore } from '../../core/survey/store.ts'
import {
  ratedSchema,
  resolutionSchema,
  type Survey,
  type Surveyed,
  surveyedSchema,
  surveySchema,
} from '../../core/survey/survey.ts'
import { writesOf } from './conversation-items.ts'
import { eventWrites } from './entry-item.ts'
import { surveyKeys } from './keys.ts'
import { everyResolutionShard, ratedItem, resolutionKey } from './survey-items.ts'
import type { Item, Table, Write } from './table.ts'

/** Surveys in the one table. See core/survey/store.ts for what each call promises. */
export const surveyStore = (table: Table): SurveyStore => ({
  settings: async () => {
    const item = await table.get(surveyKeys.settings, true)
    return item && surveySettingsSchema.parse(item)
  },
  writeSettings: async settings => {
    await table.put({ ...surveySettingsSchema.parse(settings), ...surveyKeys.settings })
  },
  resolutions: (until, limit) => readResolutions(table, until, limit),
  forget: resolution => table.remove(resolutionKey(resolution)),
  read: async id => {
    const item = await table.get(surveyKeys.survey(id), true)
    return item && surveySchema.parse(item)
  },
  surveyed: streams => readSurveyed(table, streams),
  create: async (survey, noting) => (await table.transact(creation(survey, noting))).committed,
  asked: async (next, event) => (await table.transact([surveyWrite(next), ...eventWrites(event)])).committed,
  answer: async (next, was, event, conversation) => {
    const label = conversation ? writesOf({ ...nothingWritten, conversations: [conversation] }) : []
    return (await table.transact([surveyWrite(next), ...eventWrites(event), ...ratedWrites(next, was), ...label]))
      .committed
  },
  rated: async (day, limit, after) => {
    const from = after && { from: surveyKeys.ratedAfter(after.at, after.survey) }
    const items = await table.query({ pk: surveyKeys.ratedOn(day), ...from, limit, consistent: true })
    return items.map(item => ratedSchema.parse(item))
  },
})

async function readResolutions(table: Table, until: string, limit: number) {
  const to = surveyKeys.resolvedUntil(until)
  const shards = everyResolutionShard.map(shard =>
    table.query({ pk: surveyKeys.resolutions(shard), to, limit, consistent: true }),
  )
  const found = (await Promise.all(shards)).flat().map(item => resolutionSchema.parse(item))
  return found.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, limit)
}

async function readSurveyed(table: Table, streams: string[]): Promise<Map<string, Surveyed>> {
  const wanted = new Map(streams.map(stream => [surveyKeys.surveyed(stream).pk, stream]))
  const items = await table.batchGet([...wanted.values()].map(surveyKeys.surveyed), true)
  return new Map(items.map(item => [wanted.get(item.pk) ?? '', surveyedSchema.parse(item)]))
}

const absentOr = (version: number | undefined) => (version === undefined ? ('absent' as const) : { version })

const creation = (survey: Survey, { stream, next, was, others }: Noting): Write[] => [
  { put: surveyItem(survey), when: 'absent' },
  { put: { ...surveyKeys.ofStream(stream, survey.id), v: 1 } },
  { put: { ...surveyedSchema.parse(next), ...surveyKeys.surveyed(stream) }, when: absentOr(was) },
  ...others.map(other => ({ check: surveyKeys.surveyed(other.stream), when: absentOr(other.version) })),
]

const surveyItem = (survey: Survey): Item => ({ ...surveySchema.parse(survey), ...surveyKeys.survey(survey.id) })
const surveyWrite = (next: Survey): Write => ({ put: surveyItem(next), when: { version: next.version - 1 } })

/** The last answer stands on its day; that of an earlier day leaves it. */
function ratedWrites(next: Survey, was: Survey): Write[] {
  if (next.answer === undefined) return []
  const { at } = next.answer
  const left =
    was.answer !== undefined && was.answer.at !== at ? [{ remove: surveyKeys.rated(was.answer.at, was.id) }] : []
  return [...left, { put: ratedItem(next, next.answer) }]
}
