import { afterEach, describe, expect, test, vi } from 'vitest'
import { askSentiment } from '../../adapters/bedrock/ask-sentiment.ts'
import { sentimentStore } from '../../adapters/dynamodb/sentiment-store.ts'
import { topicStore } from '../../adapters/dynamodb/topic-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { askedOr, mostAsked } from '../../core/sentiment/ask-sentiment.ts'
import { coldModel } from '../../core/sentiment/model.ts'
import { keptModels } from '../../core/topic/kept-models.ts'
import { modelSentiment } from '../../functions/kit/model-insights.ts'
import { converseServer, type Reply } from '../brief/converse-server.ts'

const model = 'amazon.nova-lite-v1:0'
const own = { sentiment: 'neutral', certainty: 0.5 } as const
const saying = (negative: number, neutral: number, positive: number): Reply => ({
  text: JSON.stringify({ negative, neutral, positive }),
})
const throttled: Reply = { error: 'ThrottlingException', status: 429 }

async function judgedBy(...replies: [Reply, ...Reply[]]) {
  const logged = vi.spyOn(console, 'log').mockReturnValue()
  const { client, asked } = await converseServer(...replies)
  const judged = await askedOr(own, modelSentiment(model, client), 'My parcel is late again')
  return { asked, judged, logged: logged.mock.calls.map(([line]) => String(line)) }
}
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a model judges', () => {
  test('by one request with one text, and the likeliest counts', async () => {
    const { asked, judged, logged } = await judgedBy(saying(0.8, 0.15, 0.05))
    expect(judged).toEqual({ sentiment: 'negative', certainty: 0.8 })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.body.inferenceConfig.temperature).toBe(0)
    expect(JSON.parse(asked[0]?.body.messages[0].content[0].text ?? '')).toEqual({ text: 'My parcel is late again' })
    expect(logged).toEqual([])
  })

  test('after it throttled once', async () => {
    const { asked, judged } = await judgedBy(throttled, saying(0, 0.1, 0.9))
    expect(asked).toHaveLength(2)
    expect(judged).toEqual({ sentiment: 'positive', certainty: 0.9 })
  })

  test('the beginning of a long text', async () => {
    const { client, asked } = await converseServer(saying(1, 0, 0))
    await askedOr(own, askSentiment(client, model), 'late '.repeat(5_000))
    expect(JSON.parse(asked[0]?.body.messages[0].content[0].text ?? '').text).toHaveLength(mostAsked)
  })
})

describe('our own judgement stands when the model', () => {
  test.each<[string, Reply]>([
    ['throttles twice', throttled],
    ['is not allowed', { error: 'AccessDeniedException', status: 403 }],
    ['takes too long for itself', { error: 'ModelTimeoutException', status: 408 }],
    ['is cut short', { text: '{"negative":1,"neutral":0,"positive":0}', stopReason: 'max_tokens' }],
    ['refuses in words', { text: 'I cannot judge the parcel of Alice.' }],
    ['gives a word instead of likelihoods', { text: '{"sentiment":"negative"}' }],
    ['gives likelihoods that do not make one', saying(0.9, 0.9, 0.9)],
    ['gives a likelihood that is none', saying(2, -1, 0)],
  ])('%s, and operators are told in fixed words', async (_, reply) => {
    const { judged, logged } = await judgedBy(reply)
    expect(judged).toEqual(own)
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('the model gave no judgement')
    expect(logged[0]).not.toMatch(/alice|parcel|4418/i)
  })

  test('does not answer in time', async () => {
    const { client } = await converseServer('silence')
    expect(await askedOr(own, askSentiment(client, model, 50), 'My parcel is late')).toEqual(own)
  })
})

describe('a model is asked', () => {
  const open = (ask?: () => Promise<{ sentiment: 'positive'; certainty: number }>) => {
    const table = memoryTable()
    const sentiments = sentimentStore(table)
    return { sentiments, models: keptModels(topicStore(table), sentiments, () => 0, ask) }
  }
  const cloud = async () => ({ sentiment: 'positive' as const, certainty: 0.99 })
  const awful = 'This is awful, I am furious'

  test('as long as nothing was learned, also about languages without a lexicon', async () => {
    const { judge } = await open(cloud).models()
    expect(await judge(awful, 'en')).toEqual(await cloud())
    expect(await judge('Paczka jest zniszczona', 'pl')).toEqual(await cloud())
  })

  test('no more once something was', async () => {
    const { sentiments, models } = open(cloud)
    const rightness = { accuracy: 0.8, macroF1: 0.8, coldAccuracy: 0.7 }
    await sentiments.keep(
      { v: 1, version: 'one', learnedAt: '2026-04-01T00:00:00.000Z', labels: 60, ...rightness },
      coldModel(),
    )
    expect((await (await models()).judge(awful, 'en'))?.sentiment).toBe('negative')
  })

  test('about no text without a word', async () => {
    expect(await (await open(cloud).models()).judge('?! …', undefined)).toBeUndefined()
  })

  test('not at all where none is', async () => {
    const { judge } = await open().models()
    expect((await judge(awful, 'en'))?.sentiment).toBe('negative')
    expect(await judge('Paczka jest zniszczona', 'pl')).toBeUndefined()
  })
})
