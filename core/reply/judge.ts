import { regionOf } from '../brief/region.ts'
import { viewContact } from '../contact/view.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { TimelineItem } from '../timeline/read-timeline.ts'
import type { AcceptDeps, Ask } from './ask.ts'
import { answersToday, openPromises } from './checks/answered.ts'
import type { Written } from './checks/contradictions.ts'
import { objectionsTo } from './checks/objections.ts'
import { crossingsOf } from './crossing.ts'
import { consentRefusals } from './permitted.ts'
import type { Refusal, RefusalKind } from './refusal.ts'
import type { Reply } from './reply.ts'
import { breachesOf, windowOf } from './rules.ts'
import type { Situation } from './situation.ts'
import type { Target } from './target.ts'

/** Everything that speaks against an answer: what its writer has waived already is left out. */
export async function judge(deps: AcceptDeps, ask: Ask, situation: Situation, target: Target): Promise<Refusal[]> {
  const [consent, said] = await Promise.all([
    consentRefusals(deps, ask, situation, target),
    objections(deps, ask, situation, target),
  ])
  const found = [...consent, ...ruleRefusals(ask, target, deps.now()), ...said, ...crossed(deps, ask, situation)]
  return found.filter(one => !isWaived(one, ask.waive))
}

/** What somebody else did is waived by the entry that was read, or a later one would go unseen. */
function isWaived({ kind, entryIds, waivable }: Refusal, waive: readonly string[]): boolean {
  if (!waivable) return false
  const read = entryIds.length > 0 && entryIds.every(id => waive.includes(`${kind}:${id}`))
  return read || (!crossings.includes(kind) && waive.includes(kind))
}

const crossings: readonly string[] = ['another-answer', 'new-contact']

/** What its network would not take, or not any more. */
function ruleRefusals({ content, purpose }: Ask, { route, lastInboundAt }: Target, now: string): Refusal[] {
  const { network, form } = route
  const breaches = breachesOf(network, form, content).map(({ rule, message }) => refusal(rule, message))
  const until = windowOf(network, form, lastInboundAt, purpose)
  if (until === undefined || now <= until) return breaches
  return [
    ...breaches,
    refusal('window', 'The network takes no answer so long after their last message. Choose another channel.'),
  ]
}

const refusal = (kind: RefusalKind, message: string): Refusal => ({ kind, message, entryIds: [], waivable: false })

/** What it says that it had better not say. */
async function objections(
  { readSource, now }: AcceptDeps,
  { content, language }: Ask,
  { customer, conversation, matters, items, answering }: Situation,
  { route, stream }: Target,
): Promise<Refusal[]> {
  const source = await readSource(route.source)
  const entries = entriesOf(items)
  const contacts = entries.map(({ state }) => viewContact(state))
  const today = [...answersToday(entries, now()), ...answering.replies.flatMap(onItsWay)]
  return objectionsTo({
    ...{ text: content.text, html: content.html, subject: content.subject },
    ...{ entries, members: customer?.members ?? [], to: stream, own: source.ownIdentifiers },
    ...{ promises: openPromises(matters, entries), answersToday: today, now: now() },
    ...{ language: language ?? conversation.language, region: regionOf(contacts, source.defaultRegion) },
    timeZone: source.timeZone,
  })
}

/** An answer that is not a contact yet. */
const onItsWay = ({ id, status, content, createdAt }: Reply): Written[] =>
  status === 'waiting' || status === 'sending' ? [{ entryId: id, text: content.text, at: createdAt }] : []

/** A person's answer that another's, or what the customer wrote meanwhile, has overtaken. */
function crossed(
  { now }: AcceptDeps,
  { purpose, by, seen }: Ask,
  { conversation, items, answering }: Situation,
): Refusal[] {
  if (purpose !== 'reply') return []
  const { replies } = answering
  const entries = items.map(({ entry }) => entry)
  const about = { author: by.subject, seen, now: now(), conversation, entries, replies }
  return crossingsOf(about).map(({ crosses, by: other, entryId }) => ({
    ...{ kind: crosses, entryIds: [entryId], waivable: true },
    message:
      crosses === 'new-contact'
        ? 'The customer wrote meanwhile. Read that first.'
        : `${other ?? 'Somebody'} answered meanwhile. Look at that first.`,
  }))
}

const entriesOf = (items: readonly TimelineItem[]): ContactEntry[] =>
  items.flatMap(({ entry }) => (entry.type === 'contact' ? [entry] : []))
