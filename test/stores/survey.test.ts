import { expect, test } from 'vitest'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { nothingWritten } from '../../core/conversation/store.ts'
import { surveyEvent } from '../../core/survey/events.ts'
import { unsetSurveys } from '../../core/survey/settings.ts'
import type { Noting } from '../../core/survey/store.ts'
import type { Survey, SurveyAnswer } from '../../core/survey/survey.ts'
import type { EventEntry } from '../../core/timeline/entry.ts'
import { describeOnEveryTable } from '../engines.ts'

const stream = 'email:alice@example.com'
const at = '2026-03-02T12:00:00.000Z'
const later = '2026-03-03T12:00:00.000Z'

const survey: Survey = {
  ...{ v: 1, id: 'a'.repeat(32), version: 1, kind: 'csat', conversation: 'b'.repeat(32), resolvedAt: at },
  ...{ resolvedBy: 'anna', stream, to: { type: 'email', value: 'alice@example.com' }, answers: 'c', channel: 'email' },
  ...{ brand: 'default', department: 'service', language: 'en', createdAt: at, validUntil: later, history: [] },
}
const noting: Noting = { stream, next: { v: 1, version: 1, survey: survey.id, at }, was: undefined, others: [] }
const answered = (was: Survey, answer: SurveyAnswer): Survey => ({ ...was, version: was.version + 1, answer })
const told = (next: Survey): EventEntry =>
  surveyEvent(
    next,
    { change: 'survey-answered', to: `csat ${next.answer?.score}/5` },
    'customer',
    next.answer?.at ?? at,
  )

/** What people did, as conversations write it. */
const status = (conversation: string, actor: string, to = 'resolved', when = at): EventEntry => ({
  ...{ type: 'event', entryId: `${conversation}-${to}`, place: { stream, sortAt: when } },
  event: { v: 1, type: 'status', at: when, actor, conversation, change: 'status', to },
})
const happen = (table: Table, ...events: EventEntry[]) => conversationStore(table).commit({ ...nothingWritten, events })

describeOnEveryTable('survey store', makeTable => {
  test('what people resolved is there by its time, oldest first, until it is forgotten', async () => {
    const table = await makeTable()
    const store = surveyStore(table)
    const ids = ['01', '02', '03', '04', '05'].map(end => end.padStart(32, '0'))
    for (const [n, id] of ids.entries())
      await happen(table, status(id, 'anna', 'resolved', `2026-03-02T12:0${9 - n}:00.000Z`))
    await happen(table, status('a'.repeat(32), 'throughline'), status('b'.repeat(32), 'automation:old'))
    await happen(table, status('d'.repeat(32), 'anna', 'spam'), status('e'.repeat(32), 'anna', 'open'))
    const found = await store.resolutions('2026-03-02T12:08:00.000Z', 3)
    expect(found.map(({ conversation }) => conversation)).toEqual([ids[4], ids[3], ids[2]])
    for (const one of found) await store.forget(one)
    expect(await store.resolutions(later, 10)).toMatchObject([
      { conversation: ids[1] },
      { conversation: ids[0], actor: 'anna' },
    ])
  })

  test('a survey is made once, and only if nobody asked the customer meanwhile', async () => {
    const store = surveyStore(await makeTable())
    expect(await store.create(survey, noting)).toBe(true)
    expect(await store.create(survey, { ...noting, was: 1 })).toBe(false)
    const second = { ...survey, id: 'f'.repeat(32) }
    expect(await store.create(second, noting)).toBe(false)
    const elsewhere = { ...noting, stream: 'x:200', others: [{ stream, version: undefined }] }
    expect(await store.create(second, elsewhere)).toBe(false)
    expect(await store.create(second, { ...elsewhere, others: [{ stream, version: 1 }] })).toBe(true)
    expect(await store.surveyed([stream, 'x:200', 'x:300'])).toEqual(
      new Map([
        [stream, noting.next],
        ['x:200', noting.next],
      ]),
    )
    expect([await store.read(survey.id), await store.read('0'.repeat(32))]).toEqual([survey, undefined])
  })

  test('answers are written on the version before, and stand on the day of the last', async () => {
    const store = surveyStore(await makeTable())
    await store.create(survey, noting)
    const first = answered(survey, { score: 2, at, how: 'link' })
    expect(await store.answer(first, survey, told(first), undefined)).toBe(true)
    expect(await store.answer(first, survey, told(first), undefined)).toBe(false)
    expect(await store.rated('2026-03-02', 10)).toMatchObject([{ survey: survey.id, score: 2, at, stream }])
    const second = answered(first, { score: 5, at: later, how: 'link' })
    expect(await store.answer(second, first, told(second), undefined)).toBe(true)
    expect(await store.rated('2026-03-02', 10)).toEqual([])
    expect(await store.rated('2026-03-03', 10)).toMatchObject([{ score: 5 }])
    expect((await store.read(survey.id))?.answer?.score).toBe(5)
  })

  test('answers of a day are read in pages', async () => {
    const store = surveyStore(await makeTable())
    for (let n = 0; n < 5; n++) {
      const one = { ...survey, id: `${n}`.repeat(32) }
      const given = answered(one, { score: n + 1, at: `2026-03-02T12:00:0${n}.000Z`, how: 'link' })
      await store.create(one, { ...noting, stream: `x:${n}` })
      await store.answer(given, one, told(given), undefined)
    }
    const first = await store.rated('2026-03-02', 2)
    expect(first.map(({ score }) => score)).toEqual([1, 2])
    expect((await store.rated('2026-03-02', 9, first[1])).map(({ score }) => score)).toEqual([3, 4, 5])
  })

  test('settings are there once set', async () => {
    const store = surveyStore(await makeTable())
    expect(await store.settings()).toBeUndefined()
    await store.writeSettings({ ...unsetSurveys, company: 'The Shop' })
    expect(await store.settings()).toEqual({ ...unsetSurveys, company: 'The Shop' })
  })
})
