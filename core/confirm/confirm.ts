import { contactId } from '../contact/contact-id.ts'
import type { IdentityDeps } from '../identity/carry-out.ts'
import { isActive, type Link } from '../identity/link.ts'
import { RetryLater } from '../record/outcome.ts'
import type { EventEntry } from '../timeline/entry.ts'
import { confirmLink, signedLinkRule } from './confirm-link.ts'
import type { Confirmation } from './confirmation.ts'
import type { ConfirmationStore } from './store.ts'

export type ConfirmDeps = {
  confirmations: ConfirmationStore
  identity: () => Promise<IdentityDeps>
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** Waits before an attempt, longer each time. */
  pause: (attempt: number) => Promise<void>
}

/**
 * `confirmed`: the link holds now; `half`: the other end is still to be asked; `used`: it was said before;
 * `obsolete`: the link was taken back meanwhile; `unknown`: there is none.
 */
export type Confirmed = 'confirmed' | 'half' | 'used' | 'obsolete' | 'unknown'

/** How identity and the timeline name who confirms. */
const customer = 'the customer'
const maxRaces = 10

/**
 * Takes a yes, once. Saying it is written first, on the condition that nobody said it before; cut short after that, the
 * same yes goes on where it stopped, under the same operation.
 */
export async function confirm(deps: ConfirmDeps, id: string): Promise<Confirmed> {
  for (let race = 0; race < maxRaces; race++) {
    await deps.pause(race)
    const was = await deps.confirmations.read(id)
    if (was === undefined) return 'unknown'
    if (was.doneAt !== undefined) return 'used'
    const used = was.usedAt === undefined ? { ...was, version: was.version + 1, usedAt: deps.now() } : was
    if (used !== was && !(await deps.confirmations.use(used))) continue
    const outcome = await follow(deps, used)
    if (outcome !== undefined) return outcome
  }
  throw new RetryLater('a confirmation kept changing')
}

/** All that follows from a yes; undefined where somebody else saw to it meanwhile. */
async function follow(deps: ConfirmDeps, used: Confirmation): Promise<Confirmed | undefined> {
  const identity = await deps.identity()
  const link = await standingLink(identity, used.linkId)
  const proven = await deps.confirmations.proven(used.linkId)
  const complete = used.needs.every(end => proven.includes(end))
  const effect = link && complete ? await prove(identity, link, used) : undefined
  const at = deps.now()
  const next = { ...used, version: used.version + 1, doneAt: at }
  const told = link ? [confirmedEvent(next, at, complete ? effect : 'the other end is still to be asked')] : []
  if (!(await deps.confirmations.finish(next, told))) return undefined
  if (link === undefined) return 'obsolete'
  return complete ? 'confirmed' : 'half'
}

/** The asserted link, unless it, or an earlier confirmation of it, was taken back. */
async function standingLink({ store, ids }: IdentityDeps, id: string): Promise<Link | undefined> {
  const link = await store.readLink(id)
  if (link === undefined || !isActive(link)) return undefined
  const earlier = await store.readLink(ids.link(link.a, link.b, signedLinkRule))
  return earlier === undefined || isActive(earlier) ? link : undefined
}

/** Undefined, or why the link that now holds joins nothing. */
async function prove(identity: IdentityDeps, link: Link, { id, reason }: Confirmation): Promise<string | undefined> {
  const outcome = await confirmLink(identity, link, { operationId: id, by: customer, reason })
  const confirmed = identity.ids.link(link.a, link.b, signedLinkRule)
  switch (outcome.outcome) {
    case 'done': {
      const refused = outcome.refused.find(({ linkId }) => linkId === confirmed)
      return refused && `without effect: ${refused.reason}`
    }
    case 'too-large':
      return 'without effect: too much hangs together there'
    case 'refused':
      return `without effect: ${outcome.reason}`
    default:
      return outcome satisfies never
  }
}

function confirmedEvent(
  { id, end, conversation, linkId }: Confirmation,
  at: string,
  reason: string | undefined,
): EventEntry {
  const event = { v: 1, type: 'status', at, actor: customer, conversation, change: 'confirmed', to: linkId } as const
  return {
    type: 'event',
    entryId: contactId('confirmed', id),
    place: { stream: end, sortAt: at },
    event: { ...event, ...(reason !== undefined && { reason }) },
  }
}
