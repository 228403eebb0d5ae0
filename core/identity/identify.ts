import type { Contact } from '../contact/contact.ts'
import { identifierName } from '../contact/identifier.ts'
import { streamName } from '../contact/stream.ts'
import { carryOut, type IdentityDeps, type Outcome, type Request } from './carry-out.ts'
import { type Closure, emptyClosure, type Step, storedLink } from './closure.ts'
import type { Operation } from './customer-record.ts'
import { byEvidence } from './evidence.ts'
import type { Known } from './known.ts'
import { coversEvidence, joinEvidence, type Link } from './link.ts'

/** The customer of each party, by stream. `inReview`: links that wait for somebody to look at them. */
export type Identified = { customers: Map<string, string>; changed: boolean; inReview: Link[] }

type Task = { deps: IdentityDeps; contact: Contact; known: Known; identified: Identified }

/**
 * Makes sure that every party of a contact has a customer, and that what the contact proves or claims about its author
 * is recorded. Writes nothing when `known` already has it all. Twice is once; any order of contacts gives the same
 * customers. Throws RetryLater when other decisions kept interfering.
 */
export async function identify(deps: IdentityDeps, contact: Contact, known: Known): Promise<Identified> {
  const customers = new Map([...known.pointers].map(([name, pointer]) => [name, pointer.customer] as const))
  const identified: Identified = { customers, changed: false, inReview: [] }
  const task = { deps, contact, known, identified }
  await recordLinks(task, known.missingLinks)
  for (const stream of known.parties.map(party => streamName(party))) {
    if (!customers.has(stream)) await decide(task, [], [{ stream, whole: true }])
  }
  return identified
}

/** All links at once; one by one when they are too much for one decision; those too much alone wait for somebody. */
async function recordLinks(task: Task, links: Link[]): Promise<void> {
  if (links.length === 0) return
  const { outcome } = await decide(task, links, linkSteps(links, task.contact))
  if (outcome !== 'too-large') return
  if (links.length === 1) await queueReview(task, links)
  else for (const link of links) await recordLinks(task, [link])
}

/** The author is read with all its links: that shows whether a link exists. The other end of a mere claim may be a line. */
function linkSteps(links: Link[], { from }: Contact): Step[] {
  const author = streamName(from.identifier)
  return links.flatMap(({ a, b, asserted }) =>
    [a, b].map(stream => ({ stream, whole: stream === author || !asserted })),
  )
}

async function decide({ deps, contact, known, identified }: Task, links: Link[], start: Step[]): Promise<Outcome> {
  const request: Request = {
    operation: operationOf(contact),
    start,
    decide: closure => ({ changes: joinedChanges(closure, links) }),
    seed: () => seedAbsent(known),
    marked: false,
    divisible: false,
  }
  const outcome = await carryOut(deps, request)
  if (outcome.outcome !== 'done') return outcome
  identified.changed ||= outcome.changed
  for (const [stream, customer] of outcome.customers) identified.customers.set(stream, customer)
  return outcome
}

async function queueReview({ deps, contact, identified }: Task, links: Link[]): Promise<void> {
  const id = links.map(link => link.id).join()
  await deps.store.putReview({ id, operation: operationOf(contact), at: deps.now(), links })
  identified.inReview.push(...links)
}

const operationOf = ({ id }: Contact): Operation => ({ id, kind: 'identify', by: byEvidence, contactId: id })

function joinedChanges(closure: Closure, links: Link[]): { link: Link }[] {
  return links.flatMap(found => {
    const stored = storedLink(closure, found.id)
    return coversEvidence(stored, found) ? [] : { link: joinEvidence(stored, found) }
  })
}

/** Pointers that were not there are taken to be absent still, which saves reading them: the write demands it. */
function seedAbsent(known: Known): Closure {
  const closure = emptyClosure()
  for (const name of known.parties.map(identifierName)) {
    if (!known.pointers.has(name)) closure.pointers.set(name, undefined)
  }
  return closure
}
