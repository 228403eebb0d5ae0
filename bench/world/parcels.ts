import { day, hour, iso } from './calendar.ts'
import type { Truth } from './event.ts'
import { broken } from './faults.ts'
import type { Draft } from './payloads/draft.ts'
import type { Random } from './random.ts'

/** One payload on its way: what it holds, and when it reaches the door. */
export type Parcel = Omit<Draft, 'truth' | 'batch'> & { file?: string; truth: Truth[] }

const parcelOf = ({ truth, batch, ...payload }: Draft): Parcel => ({ ...payload, truth: truth ? [truth] : [] })

export type Batch = { key: string; at: number; drafts: Draft[] }

const periods = { hour: { length: hour, wait: 60_000 }, day: { length: day, wait: 600_000 } } as const

/** When a batch that holds something of `at` is sent: soon after its hour or day is over. */
function departure(at: number, batch: 'hour' | 'day'): { begins: number; leaves: number } {
  const { length, wait } = periods[batch]
  const begins = Math.floor(at / length) * length
  return { begins, leaves: begins + length + wait }
}

const maxItems = 100

/**
 * Collects what travels together. `add` gives the batch that was opened, for it has to leave at its time; a full one
 * is followed by another.
 */
export class Collector {
  readonly #open = new Map<string, Batch>()

  add(draft: Draft, period: 'hour' | 'day'): Batch | undefined {
    const { begins, leaves } = departure(draft.at, period)
    const name = `${draft.format}:${begins}`
    const open = this.#open.get(name)
    if (open && (period === 'day' || open.drafts.length < maxItems)) {
      open.drafts.push(draft)
      return undefined
    }
    const batch = { key: name, at: leaves, drafts: [draft] }
    this.#open.set(name, batch)
    return batch
  }

  /** The batch as one payload: an array in the normal form, or a file of rows, now and then with a row nobody can read. */
  close(batch: Batch, random: Random, brokenShare: number): Parcel {
    if (this.#open.get(batch.key) === batch) this.#open.delete(batch.key)
    return batch.drafts[0]?.format === 'asterisk-cdr' ? fileOf(batch, random, brokenShare) : arrayOf(batch)
  }
}

const truths = (drafts: readonly Draft[]): Truth[] => drafts.flatMap(({ truth }) => (truth ? [truth] : []))

function arrayOf({ at, drafts }: Batch): Parcel {
  const [first] = drafts
  if (first === undefined) throw new Error('a batch without a payload')
  const bytes = Buffer.from(`[${drafts.map(draft => draft.bytes.toString()).join(',')}]`)
  return { ...parcelOf(first), at, bytes, truth: truths(drafts) }
}

function fileOf({ at, drafts }: Batch, random: Random, brokenShare: number): Parcel {
  const [first] = drafts
  if (first === undefined) throw new Error('a batch without a row')
  const rows = drafts.flatMap(draft => (random.chance(brokenShare) ? [brokenRow(draft, random), draft] : [draft]))
  const file = `Master-${iso(at - day).slice(0, 10)}.csv`
  return { ...parcelOf(first), at, file, bytes: Buffer.concat(rows.map(({ bytes }) => bytes)), truth: truths(rows) }
}

function brokenRow(draft: Draft, random: Random): Draft {
  const { payload, how } = broken(draft, random)
  return { ...payload, ...(draft.truth && { truth: { ...draft.truth, broken: how } }) }
}
