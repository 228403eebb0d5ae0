import { formsOf } from '../../core/reply/plan.ts'
import type { Network, ReplyForm } from '../../core/reply/reply.ts'
import type { Conversation, Customer, CustomerConsent } from '../client/api.ts'
import { nameOfParty } from '../customer/customer-name.ts'
import type { ContactOf } from '../data/entries.ts'

/** Why nothing can go there, as a fixed word. */
export type WhyNot =
  | 'do-not-contact'
  | 'denied'
  | 'not-granted'
  | 'not-agreed'
  | 'unproven'
  | 'never-wrote'
  | 'not-named'
  | 'no-network'

/** A way to answer. `answers` is the contact that it goes to, `typed` the other channel of the customer that it names. */
export type Way = {
  id: string
  network: Network
  form: ReplyForm
  isPublic: boolean
  to: string
  address: string
  from?: string
  thread?: string
  /** How many others got what is answered. */
  others: number
  answers?: string
  typed?: string
  lastInboundAt?: string
  whyNot?: WhyNot
}

export type WaysOf = {
  conversation: Pick<Conversation, 'id' | 'joined'>
  /** Of the customer, in any order. */
  contacts: readonly ContactOf[]
  identifiers: Customer['identifiers']
  consent: CustomerConsent | undefined
}
type Party = ContactOf['from']
type Named = Pick<Party['identifier'], 'type' | 'value'>

/** Every way to answer: where the customer wrote in the matter, the last place first and in each form, then their other channels. */
export function waysOf(given: WaysOf): Way[] {
  const said = given.contacts
    .filter(({ automatic, deletedAt }) => automatic === undefined && deletedAt === undefined)
    .toSorted((a, b) => (a.sortAt < b.sortAt ? 1 : -1))
  const matters = [given.conversation.id, ...given.conversation.joined]
  const ofMatter = said.filter(({ conversation }) => conversation !== undefined && matters.includes(conversation))
  const latest = ofMatter.find(isInbound) ?? ofMatter[0]
  const places = latest ? [latest, ...ofMatter.filter(one => one !== latest && isInbound(one))] : []
  const here = new Map<string, Way>()
  for (const contact of places)
    for (const way of waysThere(contact, said))
      if (!here.has(way.id)) here.set(way.id, { ...way, ...refusal(given, recipientOf(contact)?.identifier) })
  const answered = places.flatMap(contact => recipientOf(contact)?.identifier ?? [])
  const elsewhere = given.identifiers.flatMap(identifier =>
    identifier.type === 'line' || answered.some(one => same(one, identifier))
      ? []
      : wayTo(identifier, given, said, answered[0]),
  )
  return [...here.values(), ...elsewhere]
}

/** The chosen one; else the first that the network takes, which may still be one that the customer does not want. */
export const wayOf = (ways: readonly Way[], chosen: string | undefined): Way | undefined =>
  ways.find(({ id }) => id === chosen) ??
  ways.find(({ whyNot, typed }) => whyNot !== 'not-named' && typed === undefined) ??
  ways[0]

const isInbound = ({ direction }: ContactOf): boolean => direction === 'inbound'

const same = (a: Named, b: Named): boolean => a.type === b.type && a.value === b.value

/** Whoever wrote; of our own last word, those whom it went to. */
const recipientOf = ({ direction, from, to }: ContactOf): Party | undefined => (direction === 'inbound' ? from : to[0])

function networkOf({ channel, social }: ContactOf): Network | undefined {
  if (channel === 'email') return 'mail'
  if (channel === 'phone') return 'phone'
  const network = social?.network
  return network === 'x' || network === 'facebook' || network === 'instagram' || network === 'whatsapp'
    ? network
    : undefined
}

/** Each form in which a contact may be answered where it came from. */
function waysThere(contact: ContactOf, said: readonly ContactOf[]): Way[] {
  const network = networkOf(contact)
  const party = recipientOf(contact)
  if (network === undefined || party === undefined) return []
  const isPublic = contact.social?.visibility === 'public'
  const forms = formsOf(network, isPublic).filter(form => contact.kind !== 'review' || form === 'comment')
  const unnamed = network !== 'mail' && network !== 'phone' && contact.provider === undefined
  return forms.map(form => ({
    ...{ id: `${network}:${form}`, network, form, isPublic: isPublicForm(form), answers: contact.id },
    ...{ to: nameOfParty(party), address: party.identifier.display },
    others: network === 'mail' && isInbound(contact) ? Math.max(0, contact.to.length - 1) : 0,
    ...oursIn(contact),
    ...(network === 'mail' && contact.subject && { thread: contact.subject }),
    ...lastInbound(contact, network, said),
    ...(unnamed && { whyNot: 'not-named' as const }),
  }))
}

const isPublicForm = (form: ReplyForm): boolean => form === 'post' || form === 'comment'

/** Our address, number or account that it came to, or that we wrote from. */
function oursIn({ direction, from, to, provider }: ContactOf): { from?: string } {
  const ours = direction === 'inbound' ? to[0] : from
  if (ours) return { from: nameOfParty(ours) }
  return provider ? { from: provider.account } : {}
}

function lastInbound(contact: ContactOf, network: Network, said: readonly ContactOf[]): { lastInboundAt?: string } {
  const last = said.find(
    one =>
      isInbound(one) &&
      ((one.provider !== undefined && one.provider.account === contact.provider?.account) ||
        (network === 'mail' && one.channel === 'email')),
  )
  return last ? { lastInboundAt: last.occurredAt } : {}
}

/** To another identifier: where they wrote from there before, else as the first word, which only mail and telephone allow. */
function wayTo(
  identifier: Customer['identifiers'][number],
  given: WaysOf,
  said: readonly ContactOf[],
  wrote: Named | undefined,
): Way[] {
  const before = said.find(one => isInbound(one) && same(one.from.identifier, identifier))
  const [known] = before ? waysThere(before, said) : [coldWay(identifier)]
  if (known === undefined) return []
  const { thread: _thread, answers: _answers, ...way } = known
  const typed = `${identifier.type}:${identifier.value}`
  const isUnproven = wrote !== undefined && (identifier.asserted || isAsserted(given, wrote))
  const agreed = before !== undefined || isGranted(given, identifier)
  return [
    {
      ...{ ...way, id: `to:${typed}`, typed, others: 0 },
      ...(!agreed && { whyNot: 'not-agreed' as const }),
      ...(way.whyNot && { whyNot: way.whyNot }),
      ...(isUnproven && { whyNot: 'unproven' as const }),
      ...refusal(given, identifier),
    },
  ]
}

function coldWay({ type, display }: Customer['identifiers'][number]): Way | undefined {
  const named = { id: '', isPublic: false, to: display, address: display, others: 0 }
  switch (type) {
    case 'email':
      return { ...named, network: 'mail', form: 'mail' }
    case 'phone':
      return { ...named, network: 'phone', form: 'call' }
    case 'x':
    case 'facebook':
    case 'instagram':
    case 'whatsapp':
      return { ...named, network: type, form: 'direct', whyNot: 'never-wrote' }
    case 'mastodon':
    case 'bluesky':
    case 'account':
    case 'line':
      return undefined
    default:
      return type satisfies never
  }
}

const isAsserted = ({ identifiers }: WaysOf, named: Named): boolean =>
  identifiers.some(one => same(one, named) && one.asserted)

const consentFor = ({ consent }: WaysOf, named: Named) =>
  consent?.items.find(({ identifier }) => same(identifier, named))

const isGranted = (given: WaysOf, named: Named): boolean => {
  const service = consentFor(given, named)?.purposes.service
  return service?.state === 'granted' && !service.isDefault
}

/** What the customer does not want, as it was recorded. */
function refusal(given: WaysOf, named: Named | undefined): { whyNot?: WhyNot } {
  const found = named && consentFor(given, named)
  if (found === undefined) return {}
  if (found.doNotContact !== undefined) return { whyNot: 'do-not-contact' }
  const { state, isDefault } = found.purposes.service
  if (state === 'granted') return {}
  return { whyNot: isDefault ? 'not-granted' : 'denied' }
}
