import type { Contact } from '../../../core/contact/contact.ts'
import { compared, partsOf } from '../../../core/repeat/same-matter.ts'
import { joinAll, type Label, readContact } from '../matters/join-all.ts'
import { noPairs, type Pairs, pairsOf, precisionOf, recallOf, sumOf } from '../matters/pairs.ts'
import { worldContacts } from '../matters/world-contacts.ts'
import { supportThreads } from '../repeats/support-threads.ts'
import type { Suite } from '../suite.ts'

const generated = 6000
const dayMs = 24 * 3_600_000

/** A contact, whose it is, and the matter it truly belongs to. */
type Known = { contact: Contact; customer: string; matter: string }

/** Which contacts reports count as further ones of the same matter. */
export const repeats: Suite = {
  name: 'repeats',
  about:
    'which contacts count as repeats of one matter, in the generated world and in real threads: precision and recall',
  run: async ({ seed, corpus }) => {
    const world = (await worldContacts(seed, generated))
      .filter(({ truth }) => truth.automatic === undefined && truth.topic !== 'spam')
      .map(({ contact, truth }): Known => ({ contact, customer: truth.person, matter: truth.matter }))
    const threads: Known[] = supportThreads(corpus)
    const pairs = { world: pairsAmong(world), threads: pairsAmong(threads) }
    return {
      suite: 'repeats',
      n: world.length + threads.length,
      metrics: {
        ...named('', sumOf(pairs.world.sure, pairs.threads.sure)),
        ...named('world.', pairs.world.sure),
        ...(threads.length > 0 && named('threads.', pairs.threads.sure)),
        ...named('joined.', sumOf(pairs.world.joined, pairs.threads.joined)),
        'world.n': world.length,
        'threads.n': threads.length,
      },
      remarks: threads.length > 0 ? [] : ['skipped: customer support threads are not in the corpus'],
    }
  },
}

const named = (prefix: string, pairs: Pairs): Record<string, number> => ({
  [`${prefix}precision`]: precisionOf(pairs),
  [`${prefix}recall`]: recallOf(pairs),
})

/** Pairs of each customer's contacts: in one conversation, and surely of one matter. Who is who is given. */
function pairsAmong(known: readonly Known[]): { joined: Pairs; sure: Pairs } {
  const ends = endsOf(known)
  const sum = { joined: noPairs, sure: noPairs }
  for (const own of Map.groupBy(known, ({ customer }) => customer).values()) {
    const read = own.map(({ contact }) => readContact(contact))
    const labels = joinAll(read, id => ends.get(id))
    const sure = surely(read, labels)
    const pairs = (put: (id: string) => string | undefined) =>
      pairsOf(own.map(({ contact, matter }) => ({ put: put(contact.id), belongs: matter })))
    sum.joined = sumOf(
      sum.joined,
      pairs(id => labels.get(id)?.id),
    )
    sum.sure = sumOf(
      sum.sure,
      pairs(id => sure.get(id)),
    )
  }
  return sum
}

/** What reports tell of the contacts of each conversation. */
function surely(read: readonly ReturnType<typeof readContact>[], labels: ReadonlyMap<string, Label>) {
  const told = read.map(({ contact, signs }) => ({ contact, references: signs.references }))
  const conversations = Map.groupBy(told, ({ contact }) => labels.get(contact.id)?.id)
  return new Map(
    [...conversations].flatMap(([conversation, contacts]) =>
      conversation === undefined ? [] : [...partsOf(contacts.map(compared))],
    ),
  )
}

/** Agents close a matter a day after its last contact. */
function endsOf(known: readonly Known[]): Map<string, string> {
  const last = new Map(known.map(({ contact, matter }) => [matter, contact]))
  return new Map(
    [...last.values()].map(({ id, occurredAt }) => [id, new Date(Date.parse(occurredAt) + dayMs).toISOString()]),
  )
}
