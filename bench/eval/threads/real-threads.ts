import { corpusFiles } from '../corpus.ts'
import { type Thread, threadHash } from './thread.ts'
import { turnDialogues } from './turn-dialogues.ts'
import { tweetThreads } from './tweets.ts'

/** Every real thread that lies in the corpus, by its hash. */
export function realThreads(corpus: string): Map<string, Thread> {
  const threads = new Map<string, Thread>()
  for (const file of corpusFiles(corpus)) {
    const found = file.type === 'csv' ? tweetThreads(file.text) : turnDialogues(file.value)
    for (const thread of found) threads.set(threadHash(thread), thread)
  }
  return threads
}
