import { describe, expect, it } from 'vitest'
import { insightStore } from '../../adapters/dynamodb/insight-store.ts'
import { sentimentStore } from '../../adapters/dynamodb/sentiment-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { topicStore } from '../../adapters/dynamodb/topic-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Change } from '../../core/change/change.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { correct } from '../../core/sentiment/correct.ts'
import { append } from '../../core/timeline/append.ts'
import { contactInsights } from '../../core/topic/contact-insights.ts'
import { exemplarsOf } from '../../core/topic/exemplars.ts'
import { keptModels } from '../../core/topic/kept-models.ts'
import { learnTopics } from '../../core/topic/learn-topics.ts'
import type { SuggestNames } from '../../core/topic/suggest-names.ts'
import { tellContact } from '../../core/topic/tell-contact.ts'
import { labelOf } from '../../core/topic/topic.ts'
import { topicReads } from '../../core/topic/topic-reads.ts'
import { describeOnEveryTable } from '../engines.ts'
import { entryOf, type Made, makeTexts } from './made.ts'

const openOn = (table: Table) => {
  const clock = { ms: Date.UTC(2026, 3, 1) }
  const timeline = timelineStore(table, () => clock.ms)
  const insights = insightStore(table)
  const topics = topicStore(table)
  const sentiments = sentimentStore(table)
  const models = keptModels(topics, sentiments, () => clock.ms)
  const deps = { timeline, insights, topics, sentiments, models, now: () => new Date(clock.ms).toISOString() }
  const receive = async (made: Made, at: number) => {
    const entry = entryOf(made, at)
    const [contact] = entry.state.parts
    if (contact === undefined) throw new Error('a contact without parts')
    await append(timeline, contact)
    const change: Change = { v: 1, type: 'contact', contactId: made.id, ...entry.place }
    await tellContact(deps, change)
    return {
      entry,
      change,
      told: async () => (await insights.read([{ contactId: made.id, sortAt: entry.place.sortAt }]))[0],
    }
  }
  const night = (suggestNames?: SuggestNames) => {
    clock.ms += 24 * 3_600_000
    return learnTopics({ ...deps, ...(suggestNames && { suggestNames }) })
  }
  return { ...deps, receive, night }
}

describe('topics of contacts', () => {
  const open = () => openOn(memoryTable())

  it('are found at night, assigned on arrival, and keep their ids', async () => {
    const { receive, night, topics } = await open()
    const made = makeTexts(64)
    const first = await receive(made[0] ?? fail(), 0)
    expect(await first.told()).toMatchObject({ language: 'en', by: 'model' })
    expect((await first.told())?.topic).toBeUndefined()
    const others = await Promise.all(made.slice(1).map((one, at) => receive(one, at + 1)))
    const topicsNow = () => Promise.all(others.map(async ({ told }) => (await told())?.topic))
    expect(await night()).toBeGreaterThanOrEqual(4)
    const topic = (await first.told())?.topic
    const before = await topics.list(100)
    expect(before.map(({ id }) => id)).toContain(topic)

    const late = await receive(
      { id: 'f'.repeat(32), text: 'Why: my parcel has not arrived', author: 'email:new@example.com', about: 'parcel' },
      99,
    )
    const assigned = (await late.told())?.topic ?? ''
    expect(labelOf((await topics.read(assigned)) ?? fail())).toMatch(
      /parcel|delivery|package|arrived|late|tracking|neighbour/,
    )
    const evening = await topicsNow()
    await night()
    const morning = await topicsNow()
    expect(morning.filter((one, at) => one === evening[at]).length).toBeGreaterThan(others.length / 2)
    const kept = (await topics.list(100)).filter(({ size }) => size > 0)
    expect(kept.filter(({ id }) => before.some(one => one.id === id)).length).toBeGreaterThan(kept.length / 2)
    const named = await topicReads(topics).describe([topic ?? ''])
    expect(named.get(topic ?? '')?.label).toMatch(/parcel|delivery|package|arrived|late|tracking|neighbour/)
    const [example] = await topicReads(topics).examples(topic ?? '', 1)
    expect(example?.stream).toMatch(/^email:/)
  })

  it('are what people named and merged, without a contact being written anew', async () => {
    const { receive, night, topics } = await open()
    const arrived = await Promise.all(makeTexts(64).map(receive))
    await night()
    const [a, b] = await topics.list(2)
    if (a === undefined || b === undefined) throw new Error('fewer than two topics')
    const told = await arrived[0]?.told()
    await topics.write({ ...a, version: a.version + 1, name: 'Late parcels', mergedInto: b.id })
    expect(await topics.write({ ...a, version: a.version + 1, name: 'Too late' })).toBe(false)
    const described = await topicReads(topics).describe([a.id, b.id])
    expect(described.get(a.id)).toMatchObject({ label: labelOf(b), now: b.id })
    expect(described.get(b.id)).not.toHaveProperty('now')
    expect(await arrived[0]?.told()).toEqual(told)
  })
})

describe('what a contact sounds like is asked', () => {
  it('of its masked text, and no more once a person has said it', async () => {
    const { receive, timeline, insights, sentiments, models } = openOn(memoryTable())
    const text = 'Alice of alice@example.com waits for order 4418-882 since Monday'
    const { change, entry } = await receive({ ...(makeTexts(1)[0] ?? fail()), text }, 0)
    const asked: string[] = []
    const judge = async (masked: string) => {
      asked.push(masked)
      return { sentiment: 'negative' as const, certainty: 0.9 }
    }
    const deps = { timeline, insights, sentiments, models: async () => ({ ...(await models()), judge }) }
    await tellContact(deps, change)
    expect(asked.map(one => one.split(/\s+/).join(' ').trim())).toEqual(['of waits for order since Monday'])
    await correct(deps, entry.entryId, { sentiment: 'neutral', by: 'agent-1', at: '2026-04-01T00:00:00.000Z' })
    await tellContact(deps, change)
    expect(asked).toHaveLength(1)
  })

  it('again where somebody told it while it was asked', async () => {
    const { receive, timeline, insights, sentiments, models } = openOn(memoryTable())
    const { change, entry, told } = await receive(makeTexts(1)[0] ?? fail(), 0)
    const judge = async () => {
      const by = { sentiment: 'positive' as const, by: 'agent-1', at: '2026-04-01T00:00:00.000Z' }
      await correct({ timeline, insights, sentiments }, entry.entryId, by)
      return { sentiment: 'negative' as const, certainty: 0.9 }
    }
    const deps = { timeline, insights, sentiments, models: async () => ({ ...(await models()), judge }) }
    await expect(tellContact(deps, change)).rejects.toThrow(RetryLater)
    await tellContact(deps, change)
    expect(await told()).toMatchObject({ sentiment: 'positive', by: 'person' })
  })
})

describe('topics that a model names', () => {
  it('are called so until they are clustered without it, and never against a person', async () => {
    const { receive, night, topics } = openOn(memoryTable())
    await Promise.all(makeTexts(64).map(receive))
    const asked: string[] = []
    const byFirstTerm: SuggestNames = async of => {
      asked.push(...of.map(({ id }) => id))
      return new Map(of.map(({ id, terms }, at) => [id, at === 0 ? 'Marigold' : `the ${terms[0]}`]))
    }
    await night(byFirstTerm)
    const [refused, ...named] = await Promise.all(asked.map(async id => (await topics.read(id)) ?? fail()))
    expect(refused).not.toHaveProperty('suggested')
    expect(named.length).toBeGreaterThan(2)
    for (const topic of named) expect(labelOf(topic)).toBe(`the ${topic.terms[0]}`)
    const [one = fail()] = named
    await topics.write({ ...one, version: one.version + 1, name: 'Ours' })
    await night(byFirstTerm)
    expect(labelOf((await topics.read(one.id)) ?? fail())).toBe('Ours')
    await night()
    const found = (await topics.list(100)).filter(({ size }) => size > 0)
    for (const topic of found) expect(topic).not.toHaveProperty('suggested')
    expect((await topics.read(one.id))?.name).toBe('Ours')
  })
})

describeOnEveryTable('what is told of contacts', makeTable => {
  const open = async () => openOn(await makeTable())

  it('are told once, however often a change comes, and go with what is gone', async () => {
    const { receive, timeline, insights, sentiments, models } = await open()
    const { change, told } = await receive(makeTexts(1)[0] ?? fail(), 0)
    await tellContact({ timeline, insights, sentiments, models }, change)
    expect((await told())?.version).toBe(1)
    await tellContact({ timeline: { readContact: async () => undefined }, insights, sentiments, models }, change)
    expect(await told()).toBeUndefined()
  })

  it('stand beside a sentiment that people correct for good', async () => {
    const { receive, timeline, insights, sentiments, models } = await open()
    const { change, told, entry } = await receive(makeTexts(1)[0] ?? fail(), 0)
    const said = { sentiment: 'positive' as const, by: 'agent-1', at: '2026-04-01T00:00:00.000Z' }
    expect(await correct({ timeline, insights, sentiments }, entry.entryId, said)).toBe(true)
    await tellContact({ timeline, insights, sentiments, models }, change)
    expect(await told()).toMatchObject({ sentiment: 'positive', by: 'person' })
    const seen = await contactInsights(insights)([entry])
    expect(seen.get(entry.entryId)).toEqual({ language: 'en', sentiment: 'positive' })
    expect(await correct({ timeline, insights, sentiments }, 'e'.repeat(32), said)).toBe(false)
    expect(await sentiments.corrections(10)).toHaveLength(1)
  })

  it('is told by the version that was kept last, whole', async () => {
    const { topics } = await open()
    const exemplars = exemplarsOf(makeTexts(8).map(({ text, about }) => ({ text, topic: about })))
    expect(await topics.version()).toBeUndefined()
    await topics.keep('one', exemplars)
    await topics.keep('two', exemplars.slice(0, 3))
    expect(await topics.version()).toBe('two')
    expect(await topics.exemplars('two')).toEqual(exemplars.slice(0, 3))
    expect(await topics.exemplars('one')).toBeUndefined()
  })
})

const fail = (): never => {
  throw new Error('too few texts were made')
}
