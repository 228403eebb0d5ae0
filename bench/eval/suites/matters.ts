import { type ClosesAt, joinAll, type Label, type Read, readContact } from '../matters/join-all.ts'
import { noPairs, type Pairs, type Placed, pairsOf, precisionOf, recallOf, sumOf } from '../matters/pairs.ts'
import { type KnownContact, worldContacts } from '../matters/world-contacts.ts'
import type { Suite } from '../suite.ts'

const generated = 6000
const dayMs = 24 * 3_600_000

type Customer = { known: readonly KnownContact[]; read: readonly Read[] }
type Reasons = Map<string, { joins: number; right: number }>
type Joined = { pairs: Pairs; conversations: number; reasons: Reasons }

/** Which contacts belong to one matter, against what bench/world knows of them. Who is who is given, not guessed. */
export const matters: Suite = {
  name: 'matters',
  about: 'which contacts are joined into one conversation: pairwise precision and recall',
  run: async ({ seed }) => {
    const all = await worldContacts(seed, generated)
    const written = all.filter(({ truth }) => truth.automatic === undefined && truth.topic !== 'spam')
    const customers = [...Map.groupBy(written, ({ truth }) => truth.person).values()].map(
      (known): Customer => ({ known, read: known.map(({ contact }) => readContact(contact)) }),
    )
    const over = endsOf(written)
    const closed = joinCustomers(customers, contactId => over.get(contactId))
    const open = joinCustomers(customers, () => undefined)
    const machines = all.filter(({ truth }) => truth.automatic !== undefined)
    return {
      suite: 'matters',
      n: written.length,
      metrics: {
        precision: precisionOf(closed.pairs),
        recall: recallOf(closed.pairs),
        'unclosed.precision': precisionOf(open.pairs),
        'unclosed.recall': recallOf(open.pairs),
        ...reasonMetrics(closed.reasons),
        matters: new Set(written.map(({ truth }) => truth.matter)).size,
        conversations: closed.conversations,
        'machines.unseen': machines.filter(({ contact }) => contact.automatic === undefined).length,
      },
      remarks: [],
    }
  },
}

/** Agents close a matter a day after its last contact: when, by the id of that contact. */
function endsOf(contacts: readonly KnownContact[]): Map<string, string> {
  const last = new Map(contacts.map(({ contact, truth }) => [truth.matter, contact]))
  return new Map(
    [...last.values()].map(({ id, occurredAt }) => [id, new Date(Date.parse(occurredAt) + dayMs).toISOString()]),
  )
}

function joinCustomers(customers: readonly Customer[], closesAt: ClosesAt): Joined {
  return customers.reduce<Joined>(
    (sum, { known, read }) => {
      const labels = joinAll(read, closesAt)
      const placed = known.map(
        ({ contact, truth }): Placed => ({ put: labels.get(contact.id)?.id, belongs: truth.matter }),
      )
      return {
        pairs: sumOf(sum.pairs, pairsOf(placed)),
        conversations: sum.conversations + new Set([...labels.values()].map(({ id }) => id)).size,
        reasons: countReasons(sum.reasons, known, labels),
      }
    },
    { pairs: noPairs, conversations: 0, reasons: new Map() },
  )
}

/** How often each reason joined, and how often to a conversation that held the contact's own matter. */
function countReasons(reasons: Reasons, known: readonly KnownContact[], labels: ReadonlyMap<string, Label>): Reasons {
  const held = new Map<string, Set<string>>()
  for (const { contact, truth } of known) {
    const label = labels.get(contact.id)
    if (label === undefined) continue
    const matters = held.get(label.id) ?? new Set()
    const { joins, right } = reasons.get(label.because) ?? { joins: 0, right: 0 }
    reasons.set(label.because, { joins: joins + 1, right: right + (matters.has(truth.matter) ? 1 : 0) })
    held.set(label.id, matters.add(truth.matter))
  }
  return reasons
}

const reasonMetrics = (reasons: Reasons): Record<string, number> =>
  Object.fromEntries(
    [...reasons]
      .filter(([because]) => because !== 'opened')
      .flatMap(([because, { joins, right }]) => [
        [`joined.${because}`, joins],
        [`right.${because}`, right / joins],
      ]),
  )
