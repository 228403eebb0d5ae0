import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { realCase } from '../../bench/eval/threads/real-case.ts'
import { realThreads } from '../../bench/eval/threads/real-threads.ts'
import { references } from '../../bench/eval/threads/references.ts'
import { threadHash } from '../../bench/eval/threads/thread.ts'
import { turnDialogues } from '../../bench/eval/threads/turn-dialogues.ts'
import { tweetThreads } from '../../bench/eval/threads/tweets.ts'

const tweets = `tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id
3,alice,True,Tue Oct 31 22:08:27 +0000 2017,"@shop my order, 4418, is late",2,
2,shop,False,Tue Oct 31 22:10:00 +0000 2017,@alice which device?,1,3
1,alice,True,Tue Oct 31 22:12:00 +0000 2017,@shop a Tarn AirSense 2,,2
4,bob,True,Tue Oct 31 22:13:00 +0000 2017,@shop mine too: 9917,,2
5,,True,nonsense,damaged,,
`
const dialogues = [
  {
    convo_id: 7,
    original: [
      ['agent', 'Your order?'],
      ['customer', '4418'],
      ['action', 'Looked up.'],
      ['customer', 'Thanks'],
    ],
  },
]

describe('threads from tables and dialogues', () => {
  test('a thread is one customer’s tweets and the answers to them; others and damaged rows are not in it', () => {
    const threads = tweetThreads(tweets)
    expect(threads.map(({ turns }) => turns.map(({ id }) => id))).toEqual([['3', '2', '1']])
    expect(threads[0]?.turns.map(({ inbound }) => inbound)).toEqual([true, false, true])
  })

  test('a dialogue is its turns without those of tools; their numbers stay', () => {
    expect(turnDialogues(dialogues)[0]?.turns.map(({ id, inbound }) => [id, inbound])).toEqual([
      ['0', false],
      ['1', true],
      ['3', true],
    ])
    expect(turnDialogues({ train: dialogues })).toEqual(turnDialogues(dialogues))
  })

  test('other shapes are none', () => {
    expect(tweetThreads('a,b\n1,2\n')).toEqual([])
    expect([turnDialogues(null), turnDialogues([{ a: 1 }]), turnDialogues('text')]).toEqual([[], [], []])
  })

  test('files are found by what they hold, wherever they lie; none where nothing lies', () => {
    const corpus = mkdtempSync(join(tmpdir(), 'corpus-'))
    mkdirSync(join(corpus, 'some/where'), { recursive: true })
    writeFileSync(join(corpus, 'some/where/rows.csv'), tweets)
    writeFileSync(join(corpus, 'some/talk.json'), JSON.stringify(dialogues))
    writeFileSync(join(corpus, 'some/broken.json'), '{')
    expect(realThreads(corpus).size).toBe(2)
    expect(realThreads(join(corpus, 'nowhere')).size).toBe(0)
    rmSync(corpus, { recursive: true })
  })

  test('marks become facts with the words they mark; an entry or span that is not there marks nothing', () => {
    const [thread] = tweetThreads(tweets)
    if (thread === undefined) throw new Error('no thread')
    const span = (entry: string, start: number, end: number, kind: 'order' | 'device') => ({ entry, start, end, kind })
    const marks = [
      span('3', 16, 20, 'order'),
      span('1', 8, 22, 'device'),
      span('9', 0, 4, 'order'),
      span('3', 0, 900, 'order'),
    ]
    const example = realCase(thread, { thread: threadHash(thread), marks })
    expect(example.marks.map(({ kinds, values, entryIds }) => [kinds[0], values[0], entryIds])).toEqual([
      ['order', '4418', ['3']],
      ['device', 'Tarn AirSense 2'.slice(0, 14), ['1']],
    ])
    expect(example.input.contacts.map(({ contact }) => contact.id)).toEqual(['1', '2', '3'])
    expect(example.input.matters[0]?.entryIds).toEqual(['3', '2', '1'])
  })
})

describe('references', () => {
  const all = references()

  test('are at least 40 threads, each once, with more than 100 marks', () => {
    expect(all.length).toBeGreaterThanOrEqual(40)
    expect(new Set(all.map(({ thread }) => thread)).size).toBe(all.length)
    expect(all.flatMap(({ marks }) => marks).length).toBeGreaterThan(100)
  })

  test('mark spans that are not empty', () => {
    expect(all.flatMap(({ marks }) => marks).filter(({ start, end }) => end <= start)).toEqual([])
  })
})
