import * as z from 'zod'
import { countSchema, laterCount, type MentionCount, sameCount } from '../../core/listening/listening.ts'
import type { Kept } from '../../core/outcome/store.ts'
import { RetryLater } from '../../core/record/outcome.ts'
import { listeningKeys } from './keys.ts'
import { addToMonth, type Summed } from './month-sums.ts'
import { pause } from './pause.ts'
import type { Item, Table, Write } from './table.ts'

const mostTries = 15
/** Counts of one month and network that are written in one transaction, which may be of a hundred items. */
const atOnce = 50

/** `summed`: the count is in the sum of its month. Those that were kept before there were sums are not. */
const storedSchema = countSchema.extend({ version: z.int(), summed: z.literal(true).optional() })

type Asked = { count: MentionCount; resolve: (kept: Kept) => void; reject: (error: unknown) => void }

/**
 * Keeps counts, each in one transaction with what it changes in the sum of its month. Those of one month and network that
 * come while others of it are written wait for each other and are written together: side by side they would only
 * collide in the item that all of them change.
 */
export function mentionCounts(table: Table): (count: MentionCount) => Promise<Kept> {
  const lines = new Map<string, Asked[]>()
  const writeLine = async (name: string, line: Asked[]): Promise<void> => {
    // Whoever asks in the same turn is to be there before the first are taken.
    await Promise.resolve()
    while (line.length > 0) await keepTogether(table, takeSome(line))
    lines.delete(name)
  }
  return given =>
    new Promise((resolve, reject) => {
      const count = countSchema.parse(given)
      const { pk, sk } = listeningKeys.month(count)
      const name = JSON.stringify([pk, sk])
      const line = lines.get(name)
      if (line !== undefined) return void line.push({ count, resolve, reject })
      const begun = [{ count, resolve, reject }]
      lines.set(name, begun)
      void writeLine(name, begun)
    })
}

/** Takes the first out of a line, none twice: what comes again keeps its place behind what came before. */
function takeSome(line: Asked[]): Asked[] {
  const taken = new Map<string, Asked>()
  const left: Asked[] = []
  for (const asked of line.splice(0)) {
    const { sk } = listeningKeys.count(asked.count)
    if (taken.size < atOnce && !taken.has(sk)) taken.set(sk, asked)
    else left.push(asked)
  }
  line.push(...left)
  return [...taken.values()]
}

/** Never throws: who asked is told. */
async function keepTogether(table: Table, asked: readonly Asked[]): Promise<void> {
  try {
    const kept = await keep(
      table,
      asked.map(({ count }) => count),
    )
    for (const [at, { resolve }] of asked.entries()) resolve(kept[at] ?? 'already there')
  } catch (error) {
    for (const { reject } of asked) reject(error)
  }
}

async function keep(table: Table, arrived: readonly MentionCount[]): Promise<Kept[]> {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    await pause(attempt)
    const kept = await tryKeep(table, arrived)
    if (kept !== undefined) return kept
  }
  throw new RetryLater('counts of a month are corrected by several at once')
}

/** Undefined when another writer was faster. */
async function tryKeep(table: Table, arrived: readonly MentionCount[]): Promise<Kept[] | undefined> {
  const items = await table.batchGet(arrived.map(listeningKeys.count), true)
  const known = new Map(items.map(item => [item.sk, item]))
  const steps = arrived.map(count => stepOf(count, known.get(listeningKeys.count(count).sk)))
  const changes = steps.flatMap(({ change }) => (change === undefined ? [] : [change]))
  const [first] = changes
  const kept = steps.map(step => step.kept)
  if (first === undefined) return kept
  const { committed } = await table.transact([...changes.map(putOf), addToMonth(first.next, changes)])
  return committed ? kept : undefined
}

type Step = { kept: Kept; change?: Summed & { version: number | undefined } }

function stepOf(arrived: MentionCount, item: Item | undefined): Step {
  if (item === undefined) return { kept: 'added', change: { next: arrived, was: undefined, version: undefined } }
  const { version, summed, ...known } = storedSchema.parse(item)
  const next = laterCount(known, arrived)
  const kept: Kept = sameCount(known, next) ? 'already there' : 'corrected'
  if (kept === 'already there' && summed) return { kept }
  return { kept, change: { next, version, was: summed && known } }
}

const putOf = ({ next, version }: { next: MentionCount; version: number | undefined }): Write => ({
  put: { ...next, ...listeningKeys.count(next), version: (version ?? 0) + 1, summed: true },
  when: version === undefined ? 'absent' : { version },
})
