import { type Identifier, sameIdentifier } from '../contact/identifier.ts'
import { viewContact } from '../contact/view.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { CustomerRecord } from '../identity/customer-record.ts'
import { type Link, otherEnd } from '../identity/link.ts'
import { streamIdentifier } from '../identity/member.ts'
import type { IdentityStore } from '../identity/store.ts'
import { pageLanguage } from '../question/languages.ts'
import type { AskCustomer, Question } from '../question/question.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import { confirmableLinks, endsToProve } from './confirmable.ts'
import { type Confirmation, validHours } from './confirmation.ts'
import type { ConfirmationStore } from './store.ts'
import { confirmWords } from './words.ts'

export type AskConfirmationDeps = {
  confirmations: Pick<ConfirmationStore, 'create'>
  identity: Pick<IdentityStore, 'readEdges'>
  timeline: Pick<TimelineStore, 'locate' | 'readContact'>
  ask: AskCustomer
  /** The address of the page behind a confirmation. */
  linkTo: (confirmation: Confirmation) => Promise<string>
  /** What customers know the company as, for a brand; undefined where nobody said. */
  companyName: (brand: string) => Promise<string | undefined>
  now: () => string
  /** 32 hexadecimal digits, never the same twice. */
  newId: () => string
}

export type AskingConfirmation = {
  customer: CustomerRecord
  /** The end that is asked, and the one it is said to be the same person as; needed where there are several. */
  to: Identifier
  same?: Identifier | undefined
  conversation: Conversation
  by: Question['by']
  reason: string
}

/** `alsoNeeded`: ends that have to be asked as well, before the link holds. */
export type ConfirmationAsked =
  | { outcome: 'asked'; confirmation: Confirmation; alsoNeeded: Identifier[] }
  | { outcome: 'not-theirs' | 'no-link' | 'several' | 'made-the-claim' | 'no-way' }

/** Asks the holder of one end of an asserted link whether they are the other end, too. */
export async function askConfirmation(
  deps: AskConfirmationDeps,
  asking: AskingConfirmation,
): Promise<ConfirmationAsked> {
  const { customer, to } = asking
  const end = customer.members.find(({ stream }) => sameIdentifier(streamIdentifier(stream), to))?.stream
  if (end === undefined) return { outcome: 'not-theirs' }
  const [link, ...others] = await linksOf(deps, asking, end)
  if (link === undefined) return { outcome: 'no-link' }
  if (others.length > 0) return { outcome: 'several' }
  const needs = endsToProve(link, await claimOf(deps, link))
  if (!needs.includes(end)) return { outcome: 'made-the-claim' }
  const confirmation = confirmationOf(deps, asking, { link, end, needs })
  await deps.confirmations.create(confirmation)
  if ((await send(deps, asking, confirmation)) === 'no-way') return { outcome: 'no-way' }
  const alsoNeeded = needs.filter(other => other !== end).map(streamIdentifier)
  return { outcome: 'asked', confirmation, alsoNeeded }
}

/** Those that join the end to another identifier of this customer. */
async function linksOf({ identity }: AskConfirmationDeps, { customer, same }: AskingConfirmation, end: string) {
  const [edges] = await identity.readEdges([end])
  const members = new Set(customer.members.map(({ stream }) => stream))
  return confirmableLinks(edges?.links ?? [], end).filter(link => {
    const other = otherEnd(link, end)
    return members.has(other) && (same === undefined || sameIdentifier(streamIdentifier(other), same))
  })
}

/** The contact that made the claim, as it is now. */
async function claimOf({ timeline }: AskConfirmationDeps, { contactId }: Link) {
  const place = contactId === undefined ? undefined : (await timeline.locate(contactId))?.place
  if (contactId === undefined || place === undefined) return undefined
  const entry = await timeline.readContact(contactId, place)
  return entry && viewContact(entry.state)
}

type Found = { link: Link; end: string; needs: string[] }

function confirmationOf(
  { newId, now }: AskConfirmationDeps,
  { to, conversation, by, reason }: AskingConfirmation,
  { link, end, needs }: Found,
): Confirmation {
  const createdAt = now()
  return {
    ...{ v: 1, id: newId(), version: 1, linkId: link.id, end, needs, to, actor: by.actor, reason, createdAt },
    other: streamIdentifier(otherEnd(link, end)).type,
    conversation: conversation.id,
    language: conversation.language ?? 'en',
    brand: conversation.brand,
    validUntil: new Date(Date.parse(createdAt) + validHours * 3_600_000).toISOString(),
  }
}

async function send(deps: AskConfirmationDeps, { by }: AskingConfirmation, confirmation: Confirmation) {
  const { id, to, conversation, brand } = confirmation
  const language = pageLanguage(confirmation.language)
  const words = confirmWords[language]
  const company = (await deps.companyName(brand)) ?? words.us
  const text = `${words.ask(company)}\n${await deps.linkTo(confirmation)}\n${words.otherwise}`
  return deps.ask({ id, purpose: 'confirmation', conversation, to, language, subject: words.subject, text, by })
}
