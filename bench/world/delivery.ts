import { day, iso } from './calendar.ts'
import type { WorldEvent } from './event.ts'
import { broken } from './faults.ts'
import { TimeHeap } from './heap.ts'
import type { Settings } from './options.ts'
import { type Batch, Collector, type Parcel } from './parcels.ts'
import type { Draft } from './payloads/draft.ts'
import { type Random, randomFor } from './random.ts'

type Waiting = { at: number } & ({ batch: Batch } | { parcel: Parcel } | { event: WorldEvent })

/**
 * The way from senders to the doors, where things go wrong: payloads wait for their hour or day, are held back, come
 * twice, or arrive garbled before they arrive whole. What leaves is in order of arrival.
 */
export class Delivery {
  readonly #waiting = new TimeHeap<Waiting>()
  readonly #collector = new Collector()
  readonly #settings: Settings
  readonly #random: Random
  #sent = 0

  constructor(settings: Settings) {
    this.#settings = settings
    this.#random = randomFor(settings.seed, 'delivery')
  }

  post(draft: Draft): void {
    const batch = draft.batch && this.#collector.add(draft, draft.batch)
    if (batch) this.#waiting.push({ at: batch.at, batch })
    if (!draft.batch) {
      const { truth, ...payload } = draft
      this.#waiting.push({ at: draft.at, parcel: { ...payload, truth: truth ? [truth] : [] } })
    }
  }

  /** Everything that arrives before `until`, in order. */
  *arrived(until: number): Generator<WorldEvent> {
    for (let next = this.#waiting.peek(); next && next.at < until; next = this.#waiting.peek()) {
      this.#waiting.pop()
      if ('event' in next) yield next.event
      else if ('parcel' in next) yield* this.#deliver(next.parcel)
      else yield* this.#deliver(this.#collector.close(next.batch, this.#random, this.#settings.broken))
    }
  }

  *#deliver(parcel: Parcel): Generator<WorldEvent> {
    const { late, duplicates, broken: garbled } = this.#settings
    const random = this.#random
    if (parcel.format !== 'asterisk-cdr' && parcel.truth.length > 0 && random.chance(garbled))
      yield this.#garbled(parcel)
    const event = this.#eventOf(parcel)
    const duplicated = random.chance(duplicates)
    const seconds = random.chance(late) ? Math.round(random.spread(600, 86_400)) : 0
    const at = parcel.at + seconds * 1000
    if (duplicated) this.#again(event, at)
    if (seconds === 0) yield event
    else
      this.#waiting.push({
        at,
        event: { ...event, at: iso(at), truth: event.truth.map(one => ({ ...one, late: seconds })) },
      })
  }

  #eventOf({ at, truth, ...payload }: Parcel): WorldEvent {
    this.#sent++
    return { id: `e${`${this.#sent}`.padStart(7, '0')}`, at: iso(at), ...payload, truth }
  }

  #garbled(parcel: Parcel): WorldEvent {
    const { payload, how } = broken(parcel, this.#random)
    return this.#eventOf({ ...payload, truth: parcel.truth.map(one => ({ ...one, broken: how })) })
  }

  #again(event: WorldEvent, first: number): void {
    const at = first + Math.round(this.#random.spread(2000, day))
    const truth = event.truth.map(one => ({ ...one, duplicateOf: event.id }))
    this.#sent++
    this.#waiting.push({ at, event: { ...event, id: `e${`${this.#sent}`.padStart(7, '0')}`, at: iso(at), truth } })
  }
}
