import { describe, expect, test } from 'vitest'
import { act } from '../../core/conversation/act.ts'
import { linkIdentifiers } from '../../core/identity/link-identifiers.ts'
import type { Question } from '../../core/question/question.ts'
import { surveyId } from '../../core/survey/ask.ts'
import { mailAt, mentionAt } from '../conversation/contacts.ts'
import { alice, bob } from '../timeline/contacts.ts'
import { makeCompany } from './company.ts'

const csat = { csat: { active: true, afterMinutes: 30 } }
const question = mailAt('question', '2T09:00', 'Where is my parcel?')
const another = mailAt('another', '2T10:00', 'My invoice 4471882 is wrong.')

const started = async (settings: object = csat, differing = {}) => {
  const company = makeCompany(differing)
  await company.set(settings)
  return company
}

describe('a customer is asked', () => {
  test('on the thread they wrote on, once the time after resolution has passed', async () => {
    const company = await started()
    const { id } = await company.resolved(question)
    company.wait(29)
    expect([await company.ask(), company.asked]).toEqual([0, []])
    company.wait(1)
    expect(await company.ask()).toBe(1)
    const survey = surveyId({ v: 1, conversation: id, at: '2026-03-02T12:00:00.000Z', actor: 'anna' })
    expect(company.asked).toEqual([
      {
        ...{ id: survey, purpose: 'survey', conversation: id, to: alice, answers: question.id, language: 'en' },
        subject: 'How did we do?',
        text: [
          'How happy are you with how we handled your request?',
          `https://throughline.example/survey/${survey}`,
          'Or just reply with a number from 1 (not at all) to 5 (very).',
        ].join('\n'),
        by: { subject: 'throughline', actor: 'throughline' },
      },
    ])
    const asked = (await company.statusesOn('email:alice@example.com')).filter(
      ({ change }) => change === 'survey-asked',
    )
    expect(asked).toMatchObject([{ conversation: id, to: 'csat', actor: 'throughline', at: company.clock.now }])
  })

  test('is not invited to reply with a number to what answers a public post privately', async () => {
    const company = await started({ csat: { ...csat.csat, channels: ['social'] } })
    await company.resolved(mentionAt('mention', '2T09:00', 'Where is my parcel?'))
    company.wait(30)
    expect(await company.ask()).toBe(1)
    const [{ text, id } = { text: '', id: '' }] = company.asked
    expect(text.split('\n').slice(1)).toEqual([`https://throughline.example/survey/${id}`])
  })

  test('once, however often the clock strikes', async () => {
    const company = await started()
    await company.resolved(question)
    company.wait(30)
    await Promise.all([company.ask(), company.ask(), company.ask()])
    for (const _ of [1, 2, 3]) await company.ask()
    expect(company.asked).toHaveLength(1)
    expect(
      (await company.statusesOn('email:alice@example.com')).filter(({ change }) => change === 'survey-asked'),
    ).toHaveLength(1)
  })

  test('in their language, with the words that were configured for it', async () => {
    const company = await started({ csat: { ...csat.csat, text: { de: 'Alles gut?', fr: 'Tout va bien ?' } } })
    const { id } = await company.resolved(question)
    await act(company.conversing, id, { do: 'language', language: 'de-AT' }, { actor: 'anna' })
    company.wait(30)
    await company.ask()
    expect(company.asked).toMatchObject([{ language: 'de', text: expect.stringMatching(/^Alles gut\?\n.*\nOder /s) }])
  })

  test('although asking was cut short after it was stored', async () => {
    let broken = true
    const company = await started(csat, {
      ask: async () => {
        if (broken) throw new Error('the connection broke')
        return 'accepted'
      },
    })
    await company.resolved(question)
    company.wait(30)
    await expect(company.ask()).rejects.toThrow('the connection broke')
    broken = false
    expect([await company.ask(), await company.ask()]).toEqual([1, 0])
  })

  test('although asking somebody else before them fails, again and again', async () => {
    const company = await started(csat, {
      ask: async ({ to }: Question) => {
        if (to.value === bob.value) throw new Error('nothing helps')
        return 'accepted'
      },
    })
    await company.resolved(mailAt('bobs', '2T08:00', 'Where is it?', { from: { identifier: bob }, evidence: [] }))
    company.wait(1)
    await company.resolved(question)
    company.wait(30)
    await expect(company.ask()).rejects.toThrow('nothing helps')
    const changes = (await company.statusesOn('email:alice@example.com')).map(({ change }) => change)
    expect(changes).toContain('survey-asked')
    await expect(company.ask()).rejects.toThrow('nothing helps')
  })

  test('whether they would recommend us, when that is due, and else how it went', async () => {
    const company = await started({ ...csat, nps: { active: true, everyDays: 60 }, perCustomerDays: 1 })
    const kinds = async () =>
      (await company.statusesOn('email:alice@example.com')).filter(({ change }) => change === 'survey-asked')
    const { id } = await company.resolved(question)
    for (const days of [0, 2, 57, 2]) {
      company.wait(days * 1440 + 5)
      await act(company.conversing, id, { do: 'status', status: 'open' }, { actor: 'anna' })
      await company.resolve({ id })
      company.wait(30)
      await company.ask()
    }
    expect((await kinds()).map(({ to }) => to).reverse()).toEqual(['nps', 'csat', 'csat', 'nps'])
  })
})

describe('nobody is asked', () => {
  const askedAfter = async (company: Awaited<ReturnType<typeof started>>, minutes = 30) => {
    company.wait(minutes)
    await company.ask()
    return company.asked
  }

  test('while nobody switched it on, nor about what was resolved long before', async () => {
    const company = makeCompany()
    await company.resolved(question)
    expect(await askedAfter(company, 3000)).toEqual([])
    await company.set(csat)
    expect(await askedAfter(company)).toEqual([])
  })

  test('about a matter that was reopened, and then by its next resolution', async () => {
    const company = await started()
    const conversation = await company.resolved(question)
    company.wait(5)
    await company.hear(mailAt('again', '2T12:05', 'It has still not come.', { thread: inThreadOf('question') }))
    expect(await askedAfter(company)).toEqual([])
    await company.resolve(conversation)
    expect(await askedAfter(company)).toHaveLength(1)
  })

  test.each(['throughline', 'automation:close-old'])('about what %s resolved', async actor => {
    const company = await started()
    await company.resolved(question, actor)
    expect(await askedAfter(company)).toEqual([])
  })

  test('about spam', async () => {
    const company = await started()
    const conversation = await company.receive(question)
    await act(company.conversing, conversation?.id ?? '', { do: 'status', status: 'spam' }, { actor: 'anna' })
    expect(await askedAfter(company)).toEqual([])
  })

  test('on a channel that is not among those chosen', async () => {
    const company = await started()
    await company.resolved(mentionAt('mention', '2T09:00', 'Where is my parcel?'))
    expect(await askedAfter(company)).toEqual([])
  })

  test('who does not want to be', async () => {
    const company = await started(csat, { mayAsk: async () => false })
    await company.resolved(question)
    expect(await askedAfter(company)).toEqual([])
  })

  test('where no reply can reach them, and the timeline does not say that they were', async () => {
    const company = await started(csat, { ask: async () => 'no-way' })
    await company.resolved(question)
    company.wait(30)
    expect(await company.ask()).toBe(0)
    expect((await company.statusesOn('email:alice@example.com')).map(({ change }) => change)).not.toContain(
      'survey-asked',
    )
  })

  test('who was asked lately, by whatever address of theirs, until the days are over', async () => {
    const company = await started({ ...csat, perCustomerDays: 30 })
    await company.resolved(question)
    expect(await askedAfter(company)).toHaveLength(1)
    const fromBob = mailAt('bobs', '2T10:00', 'My invoice 4471882 is wrong.', {
      from: { identifier: bob },
      evidence: [],
    })
    await company.resolved(fromBob)
    await linkIdentifiers(company.identity, alice, bob, { operationId: 'one', by: 'anna' })
    expect(await askedAfter(company)).toHaveLength(1)
    company.wait(30 * 1440)
    await company.resolved(another)
    expect(await askedAfter(company)).toHaveLength(2)
  })

  test('beyond the share', async () => {
    const company = await started({ ...csat, share: 0.3 })
    for (let n = 0; n < 60; n++) {
      const address = { type: 'email', value: `customer${n}@example.com` } as const
      await company.resolved(
        mailAt(`mail ${n}`, '2T09:00', 'Where is it?', { from: { identifier: address }, evidence: [] }),
      )
    }
    const asked = (await askedAfter(company)).length
    expect(asked).toBeGreaterThan(5)
    expect(asked).toBeLessThan(35)
  })
})

const inThreadOf = (name: string) => ({
  id: `later-${name}@example.com`,
  inReplyTo: `${name}@example.com`,
  references: [],
})
