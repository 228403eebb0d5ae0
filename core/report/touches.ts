import type { Outcome } from '../outcome/outcome.ts'
import type { OutcomeStore } from '../outcome/store.ts'
import type { TouchFact } from './facts.ts'
import { known } from './known-fields.ts'
import type { Instants } from './read-facts.ts'

/** More outcomes of one stream than this in a few months are looked at no further. */
const page = 1000

/** Outcomes of these streams as facts of their customer. */
export const outcomeTouches =
  (store: Pick<OutcomeStore, 'ofStream'>) =>
  async (streams: string[], { from, to }: Instants): Promise<TouchFact[]> => {
    const found = await Promise.all(streams.map(stream => everyOutcome(store, stream, { since: from, until: to })))
    return found.flat().map(touchOf)
  }

const ever = '1990-01-01T00:00:00.000Z'

/** When the oldest outcome of a stream was. */
export const firstOutcome =
  (store: Pick<OutcomeStore, 'ofStream'>) =>
  async (stream: string): Promise<string | undefined> =>
    (await store.ofStream(stream, { since: ever, limit: 1 }))[0]?.occurredAt

async function everyOutcome(
  store: Pick<OutcomeStore, 'ofStream'>,
  stream: string,
  range: { since: string; until: string },
): Promise<Outcome[]> {
  const found: Outcome[] = []
  for (;;) {
    const after = found.at(-1)
    const next = await store.ofStream(stream, { ...range, limit: page, ...(after && { after }) })
    found.push(...next)
    if (next.length < page) return found
  }
}

const touchOf = ({ id, kind, occurredAt, amount, campaign }: Outcome): TouchFact => ({
  ...{ id, at: occurredAt, kind: 'outcome', name: kind },
  ...(amount && { value: amount.minor }),
  dims: known({ campaign }),
})
