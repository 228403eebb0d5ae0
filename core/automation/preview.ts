import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { atOnce } from '../live/at-once.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { untouched } from './automated.ts'
import type { Firing } from './firing.ts'
import { type Occurrence, ofContact, ofEvent } from './occurrence.ts'
import { plan } from './plan.ts'
import { readNewest, type SituationDeps, situationOf } from './read-situation.ts'
import type { Rule } from './rule.ts'

/** Entries of one conversation that are looked at, and conversations read side by side. */
const mostEntries = 200
const width = 20

export type PreviewDeps = SituationDeps & {
  timeline: Pick<TimelineStore, 'readStream'>
  /** The newest conversations with a contact since then. */
  recent: (limit: number, since?: string) => Promise<{ id: string }[]>
}

/** `looked`: at how many conversations. `firings` come newest first. */
export type Previewed = { looked: number; firings: Firing[] }

/**
 * What a rule would have done on past conversations, without doing it: its guards hold as they would have. What
 * conditions ask of a conversation is asked of it as it is now; what they ask of a contact, as that was.
 */
export async function previewRule(
  deps: PreviewDeps,
  rule: Rule,
  { limit, since }: { limit: number; since?: string | undefined },
): Promise<Previewed> {
  const recent = await deps.recent(limit, since)
  const conversations = await deps.store.read(recent.map(({ id }) => id))
  const tried = { ...rule, active: true, since: since ?? '' }
  const firings: Firing[] = []
  await atOnce(width, conversations, async conversation => {
    firings.push(...(await firingsOn(deps, tried, conversation, since ?? '')))
  })
  return { looked: conversations.length, firings: firings.toSorted((a, b) => (a.at < b.at ? 1 : -1)) }
}

async function firingsOn(deps: PreviewDeps, rule: Rule, conversation: Conversation, since: string): Promise<Firing[]> {
  const byContact = rule.when.event === 'contact' || rule.when.event === 'topic'
  return byContact ? onContacts(deps, rule, conversation, since) : onEvents(deps, rule, conversation, since)
}

async function onContacts(deps: PreviewDeps, rule: Rule, conversation: Conversation, since: string): Promise<Firing[]> {
  let automated = untouched(conversation.id)
  const firings: Firing[] = []
  for (const { state } of (await readNewest(deps, conversation.id)).toReversed()) {
    const contact = viewContact(state)
    if (contact.receivedAt < since) continue
    for (const occurrence of ofContact(conversation.id, contact, automated.topics)) {
      const situation = await situationOf(deps, conversation, contact, occurrence.at)
      const planned = plan([rule], occurrence, situation, automated, occurrence.at)
      automated = { ...planned.automated, pending: [] }
      firings.push(...planned.firings)
    }
  }
  return firings
}

async function onEvents(deps: PreviewDeps, rule: Rule, conversation: Conversation, since: string): Promise<Firing[]> {
  const entries = await deps.timeline.readStream(conversation.anchor, mostEntries, since === '' ? {} : { since })
  const occurrences = entries
    .flatMap((entry): Occurrence[] =>
      entry.type === 'event' && entry.event.conversation === conversation.id ? ofEvent(entry) : [],
    )
    .toReversed()
  let automated = untouched(conversation.id)
  const firings: Firing[] = []
  for (const occurrence of occurrences) {
    const situation = await situationOf(deps, conversation, undefined, occurrence.at)
    const planned = plan([rule], occurrence, situation, automated, occurrence.at)
    automated = { ...planned.automated, pending: [] }
    firings.push(...planned.firings)
  }
  return firings
}
