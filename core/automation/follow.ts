import type { Change } from '../change/change.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { RetryLater } from '../record/outcome.ts'
import type { EventEntry } from '../timeline/entry.ts'
import { type Automated, untouched } from './automated.ts'
import { carryOut } from './carry-out.ts'
import type { AutomationDeps } from './deps.ts'
import type { Firing } from './firing.ts'
import { type Occurrence, ofEvent } from './occurrence.ts'
import { plan } from './plan.ts'
import { newContacts, situationOf } from './read-situation.ts'
import type { Rule } from './rule.ts'

const maxRaces = 20

/** What is older than this when it is seen is history, be it imported or replayed: no rule acts on it. */
export const historyMs = 24 * 3_600_000

/**
 * What a change of the table makes rules do. It may be told any number of times, late, twice at once, and after a crash
 * at any point: what is decided is written before anything is done, each step that is done is noted, and what a step
 * leaves behind bears a name of its own, so that nothing is done twice and nothing is left out.
 */
export async function followAutomations(deps: AutomationDeps, change: Change, tries: number): Promise<void> {
  const rules = await deps.rules()
  if (rules.length === 0 && tries <= 1) return
  const told = await concerned(deps, change)
  if (told === undefined) return
  for (let race = 0; race < maxRaces; race++) {
    await deps.conversations.pause(race)
    const automated = (await deps.automations.readAutomated(told.conversation)) ?? untouched(told.conversation)
    const decided = await decide(deps, rules, told, automated)
    if (decided === undefined) continue
    return finish(deps, decided)
  }
  throw new RetryLater('others kept automating the same conversation')
}

type Told = { conversation: string; event?: EventEntry }

/** The conversation that a change is about; undefined where rules do not ask for it. */
async function concerned({ automations }: AutomationDeps, change: Change): Promise<Told | undefined> {
  if (change.type === 'conversation') return { conversation: change.id }
  if (change.type !== 'event') return undefined
  const { entryId, stream, sortAt } = change
  const event = await automations.readEvent(entryId, { stream, sortAt })
  const conversation = event?.event.conversation
  return conversation === undefined || event === undefined ? undefined : { conversation, event }
}

/** Writes what rules make of what is new; undefined when somebody was faster. */
async function decide(
  deps: AutomationDeps,
  rules: readonly Rule[],
  told: Told,
  before: Automated,
): Promise<Automated | undefined> {
  const [conversation] = await deps.conversations.store.read([told.conversation])
  if (conversation === undefined || conversation.joinedInto !== undefined) return before
  const now = deps.conversations.now()
  const events = told.event === undefined ? [] : ofEvent(told.event)
  const planned =
    told.event === undefined
      ? await planContacts(deps, rules, conversation, before, now)
      : await planEvents(deps, rules, conversation, events, before, now)
  if (planned.automated === before) return before
  const known = new Set((await deps.automations.readFirings(planned.firings.map(({ id }) => id))).map(({ id }) => id))
  const next = { ...planned.automated, version: before.version + 1 }
  const fresh = planned.firings.filter(({ id }) => !known.has(id))
  return (await deps.automations.commit(next, before.version, fresh)) ? next : undefined
}

type Decided = { automated: Automated; firings: Firing[] }

async function planEvents(
  deps: AutomationDeps,
  rules: readonly Rule[],
  conversation: Conversation,
  events: Occurrence[],
  automated: Automated,
  now: string,
): Promise<Decided> {
  const fresh = events.filter(({ at, id }) => isFresh(at, now) && !automated.seen.includes(id))
  const asked = rules.some(({ when }) => fresh.some(({ event }) => event === when.event))
  if (!asked) return { automated, firings: [] }
  const situation = await situationOf(deps.conversations, conversation)
  return planAll(rules, fresh, () => situation, automated, now)
}

async function planContacts(
  deps: AutomationDeps,
  rules: readonly Rule[],
  conversation: Conversation,
  automated: Automated,
  now: string,
): Promise<Decided> {
  const asked = rules.some(({ when }) => when.event === 'contact' || when.event === 'topic')
  if (!asked) return { automated, firings: [] }
  const from = new Date(Date.parse(now) - historyMs).toISOString()
  const arrived = await newContacts(deps.conversations, conversation.id, automated, from)
  let decided: Decided = { automated, firings: [] }
  for (const { contact, occurrences } of arrived) {
    const situation = await situationOf(deps.conversations, conversation, contact)
    const more = planAll(rules, occurrences(decided.automated.topics), () => situation, decided.automated, now)
    decided = { automated: more.automated, firings: [...decided.firings, ...more.firings] }
  }
  return decided
}

function planAll(
  rules: readonly Rule[],
  occurrences: Occurrence[],
  situation: () => Parameters<typeof plan>[2],
  automated: Automated,
  now: string,
): Decided {
  return occurrences.reduce<Decided>(
    (decided, occurrence) => {
      const more = plan(rules, occurrence, situation(), decided.automated, now)
      return { automated: more.automated, firings: [...decided.firings, ...more.firings] }
    },
    { automated, firings: [] },
  )
}

const isFresh = (at: string, now: string): boolean => Date.parse(now) - Date.parse(at) <= historyMs

/** Carries out what waits on a conversation, then notes that nothing waits any more. */
async function finish(deps: AutomationDeps, automated: Automated): Promise<void> {
  if (automated.pending.length === 0) return
  for (const firing of inOrder(automated.pending, await deps.automations.readFirings(automated.pending))) {
    await carryOut(deps, firing)
  }
  await settle(deps, automated.conversation, new Set(automated.pending))
}

const inOrder = (ids: string[], firings: Firing[]): Firing[] =>
  firings.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))

async function settle({ automations, conversations }: AutomationDeps, id: string, done: Set<string>): Promise<void> {
  for (let race = 0; race < maxRaces; race++) {
    await conversations.pause(race)
    const before = await automations.readAutomated(id)
    const pending = before?.pending.filter(firing => !done.has(firing))
    if (before === undefined || pending === undefined || pending.length === before.pending.length) return
    if (await automations.commit({ ...before, pending, version: before.version + 1 }, before.version, [])) return
  }
  throw new RetryLater('others kept automating the same conversation')
}
