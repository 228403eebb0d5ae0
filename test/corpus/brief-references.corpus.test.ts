import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { realCase } from '../../bench/eval/threads/real-case.ts'
import { realThreads } from '../../bench/eval/threads/real-threads.ts'
import { references } from '../../bench/eval/threads/references.ts'
import { threadHash } from '../../bench/eval/threads/thread.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const corpus = process.env.THROUGHLINE_CORPUS ?? resolve(root, '../shared/data')
const threads = existsSync(corpus) ? realThreads(corpus) : new Map()
const marked = references()
const present = marked.filter(({ thread }) => threads.has(thread))
console.log(`references of briefs: ${present.length} threads are here, ${marked.length - present.length} are not`)

/** No failure prints a word of a thread: hashes, ids and counts only. */
describe.skipIf(present.length === 0)('marked real threads', () => {
  test.each(present)(
    '$thread: its marks lie inside of its turns, on the customer’s words, with no space at their ends',
    reference => {
      const thread = threads.get(reference.thread)
      expect(threadHash(thread)).toBe(reference.thread)
      const outside = reference.marks.filter(({ entry, start, end }) => {
        const turn = thread.turns.find(({ id }: { id: string }) => id === entry)
        const words = turn?.text.slice(start, end) ?? ''
        return turn?.inbound !== true || words.length !== end - start || words.trim() !== words
      })
      expect(outside).toEqual([])
      expect(realCase(thread, reference).marks.flatMap(({ entryIds }) => entryIds).length).toBe(reference.marks.length)
    },
  )
})
