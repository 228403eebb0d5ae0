import { describe, expect, it } from 'vitest'
import { assigner } from '../../core/topic/assign.ts'
import { clustersOf } from '../../core/topic/cluster.ts'
import { exemplarsOf } from '../../core/topic/exemplars.ts'
import { packExemplars, unpackExemplars } from '../../core/topic/packed.ts'
import { makeTexts } from './made.ts'

const made = makeTexts(64)
const texts = made.map(({ text }) => text)

describe('clusters', () => {
  const clusters = clustersOf(texts)

  it('hold texts about one thing', () => {
    for (const of of Map.groupBy(made, (_, at) => clusters[at]).values())
      expect(new Set(of.map(({ about }) => about)).size).toBe(1)
  })

  it('are the same for the same texts', () => {
    expect(clustersOf(texts)).toEqual(clusters)
  })

  it('of nothing are none, and one text is one', () => {
    expect(clustersOf([])).toEqual([])
    expect(clustersOf(['a single text'])).toEqual([0])
    expect(clustersOf(['', '', '4711'])).toHaveLength(3)
  })
})

describe('assigning', () => {
  const exemplars = exemplarsOf(made.map(({ text, about }) => ({ text, topic: about })))
  const assign = assigner(exemplars)

  it('puts a new text to the topic of what it is like', () => {
    expect(assign('Why has our parcel not arrived?')?.topic).toBe('parcel')
    expect(assign('The bill was charged twice')?.topic).toBe('invoice')
  })

  it('says nothing of what is like nothing known', () => {
    expect(assign('Könnten Sie bitte zurückrufen?')).toBeUndefined()
    expect(assign('')).toBeUndefined()
    expect(assigner([])('my parcel')).toBeUndefined()
  })

  it('is bounded: each topic keeps as many of its newest as there is room for', () => {
    const few = exemplarsOf(
      [...made, ...makeTexts(64).slice(0, 3)].map(({ text, about }) => ({ text, topic: about })),
      20,
    )
    expect(few.length).toBeLessThanOrEqual(20)
    expect(new Set(few.map(({ topic }) => topic)).size).toBe(4)
  })

  it('reads exemplars back as they were packed, without a word in the bytes', () => {
    const { topics, bytes } = packExemplars(exemplars)
    expect(unpackExemplars(topics, bytes)).toEqual(exemplars)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/parcel|invoice|router/)
  })
})
