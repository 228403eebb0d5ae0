import { describe, expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { answerSurvey } from '../../core/survey/answer.ts'
import { surveyId } from '../../core/survey/ask.ts'
import { mostAnswers } from '../../core/survey/survey.ts'
import { answerAt, mailAt } from '../conversation/contacts.ts'
import { makeCompany } from './company.ts'

const question = mailAt('question', '2T09:00', 'Where is my parcel?')
const stream = 'email:alice@example.com'

/** Alice's matter was resolved at noon, and she was asked half an hour later, by a mail of ours. */
async function asked() {
  const company = makeCompany()
  await company.set({ csat: { active: true, afterMinutes: 30 } })
  const { id: conversation } = await company.resolved(question)
  const id = surveyId({ v: 1, conversation, at: company.clock.now, actor: 'anna' })
  company.wait(30)
  await company.ask()
  await company.hear(answerAt('our-survey', '2T12:31', 'How happy are you?', question))
  company.wait(30)
  const stored = async () => (await company.deps.surveys.read(id))?.answer
  const answered = async () =>
    (await company.statusesOn(stream)).filter(({ change }) => change === 'survey-answered').reverse()
  const standing = async () => (await company.conversing.store.read([conversation]))[0]
  return { ...company, id, conversation, stored, answered, standing }
}

/** What alice writes back to the survey, as her mail program would. */
const back = (name: string, time: string, text: string, differing: Partial<Contact> = {}): Contact =>
  mailAt(name, time, text, {
    thread: {
      id: `${name}@example.com`,
      inReplyTo: 'our-survey@company.example',
      references: ['question@example.com', 'our-survey@company.example'],
    },
    ...differing,
  })

describe('an answer by the link', () => {
  test('lands on the survey, the timeline, the conversation, and where reports read it', async () => {
    const { answering, id, stored, answered, standing, conversation, surveys, clock } = await asked()
    const given = { score: 4, comment: 'quick, but twice', how: 'link' } as const
    expect(await answerSurvey(answering, id, given)).toMatchObject({ outcome: 'stored' })
    expect(await stored()).toEqual({ ...given, at: clock.now })
    expect(await answered()).toMatchObject([
      { to: 'csat 4/5', reason: 'quick, but twice', actor: 'the customer', conversation },
    ])
    expect(await standing()).toMatchObject({
      status: 'resolved',
      rating: { kind: 'csat', score: 4, at: clock.now, survey: id },
    })
    expect(await surveys.rated('2026-03-02', 10)).toEqual([
      {
        ...{ v: 1, survey: id, kind: 'csat', conversation, stream, channel: 'email', score: 4, at: clock.now },
        ...{ brand: 'default', department: 'service', language: 'en' },
      },
    ])
  })

  test('survey answered twice: the last answer counts, and the first is kept', async () => {
    const company = await asked()
    const { answering, id, surveys, answered, standing } = company
    await answerSurvey(answering, id, { score: 1, comment: 'nobody called', how: 'link' })
    const first = company.clock.now
    company.wait(1440)
    await answerSurvey(answering, id, { score: 5, how: 'link' })
    expect(await surveys.read(id)).toMatchObject({
      answer: { score: 5, at: company.clock.now },
      history: [{ score: 1, comment: 'nobody called', at: first }],
    })
    expect(await answered()).toMatchObject([{ to: 'csat 1/5' }, { from: 'csat 1/5', to: 'csat 5/5' }])
    expect((await standing())?.rating?.score).toBe(5)
    expect(await surveys.rated('2026-03-02', 10)).toEqual([])
    expect(await surveys.rated('2026-03-03', 10)).toMatchObject([{ score: 5 }])
  })

  test('given again the same, or by two clicks at once, is one answer', async () => {
    const { answering, id, answered } = await asked()
    const given = { score: 3, how: 'link' } as const
    await Promise.all([1, 2, 3].map(() => answerSurvey(answering, id, given)))
    expect(await answerSurvey(answering, id, given)).toMatchObject({ outcome: 'kept' })
    expect(await answered()).toHaveLength(1)
  })

  test('is not changed for ever', async () => {
    const { answering, id, answered, stored } = await asked()
    for (let n = 0; n < mostAnswers + 5; n++) await answerSurvey(answering, id, { score: (n % 5) + 1, how: 'link' })
    expect(await answered()).toHaveLength(mostAnswers + 1)
    expect((await stored())?.score).toBe((mostAnswers % 5) + 1)
  })

  test('to a survey that is none is unknown', async () => {
    const { answering } = await asked()
    expect(await answerSurvey(answering, '0'.repeat(32), { score: 3, how: 'link' })).toEqual({ outcome: 'unknown' })
  })
})

describe('an answer in writing', () => {
  test('is understood, and the matter stays resolved', async () => {
    const { hear, stored, standing, answered } = await asked()
    const reply = back('reply', '2T12:45', '5 – thanks!')
    await hear(reply)
    expect(await stored()).toMatchObject({ score: 5, comment: 'thanks!', how: 'reply', contactId: reply.id })
    expect(await standing()).toMatchObject({ status: 'resolved', rating: { score: 5 } })
    expect(await answered()).toMatchObject([{ contact: reply.id }])
  })

  test('from somebody whose clock is slow counts by when it came', async () => {
    const { hear, stored, standing } = await asked()
    await hear(back('reply', '2T12:29', '5', { receivedAt: '2026-03-02T12:45:00.000Z' }))
    expect(await stored()).toMatchObject({ score: 5, how: 'reply' })
    expect(await standing()).toMatchObject({ status: 'resolved' })
  })

  test('told again, changes nothing, also after another answer', async () => {
    const { hear, stored, answered, answering, id } = await asked()
    const reply = back('reply', '2T12:45', '2')
    await hear(reply)
    await answerSurvey(answering, id, { score: 4, how: 'link' })
    await hear(reply)
    expect(await stored()).toMatchObject({ score: 4 })
    expect(await answered()).toHaveLength(2)
  })

  test('that is low and says why is left open, for somebody to read', async () => {
    const { hear, stored, standing } = await asked()
    await hear(back('reply', '2T12:45', '1\nNobody ever called me back.'))
    expect(await stored()).toMatchObject({ score: 1, comment: 'Nobody ever called me back.' })
    expect(await standing()).toMatchObject({ status: 'open', rating: { score: 1 } })
  })

  test.each([
    ['what is no score', back('reply', '2T12:45', 'It never came!')],
    ['a score of another scale', back('reply', '2T12:45', '9')],
    ['an absence note', back('reply', '2T12:45', '5', { automatic: 'auto-reply' })],
    ['what was written before we asked', back('reply', '2T12:20', '5')],
    ['another thread', mailAt('other', '2T12:45', '5')],
    [
      'somebody else',
      back('reply', '2T12:45', '5', { from: { identifier: { type: 'email', value: 'bob@example.com' } } }),
    ],
  ])('%s is none', async (_, contact) => {
    const { hear, stored } = await asked()
    await hear(contact)
    expect(await stored()).toBeUndefined()
  })

  test('nothing is one after we wrote something else', async () => {
    const { hear, stored } = await asked()
    await hear(answerAt('more', '2T12:40', 'By the way, how many items were missing?', question))
    await hear(back('reply', '2T12:45', '5'))
    expect(await stored()).toBeUndefined()
  })
})
