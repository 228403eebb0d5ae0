import type { Contact, Party } from '../contact/contact.ts'
import type { Identifier } from '../contact/identifier.ts'
import { isOwn, type Source } from '../source/source.ts'
import type { Network, ReplyForm, ReplyRoute } from './reply.ts'

/** What is wanted otherwise than the nearest: another form on the same network, or everybody who took part. */
export type Wanted = { form?: ReplyForm | undefined; everybody?: boolean | undefined; cc?: Party[] | undefined }

/** Why there is no way, as a sentence for whoever wants to answer. */
export type NoWay = { noWay: string }

/** Where an answer to a contact goes: to its author, on the network and in the thread where it came. */
export function planRoute(answered: Contact, source: Source, wanted: Wanted = {}): ReplyRoute | NoWay {
  const to = recipients(answered)
  if (to.length === 0)
    return { noWay: 'It came without an address to answer to. Choose another channel of the customer.' }
  const network = networkOf(answered)
  if (network === undefined) return { noWay: 'No network that we can answer on brought it. Choose another channel.' }
  if (network === 'mail') return mailRoute(answered, source, to, wanted)
  if (network === 'phone') return phoneRoute(answered, source, to)
  return networkRoute(network, answered, source, to, wanted)
}

/** Whoever wrote; of our own last word, those whom it went to. */
const recipients = ({ direction, from, to }: Contact): Party[] =>
  (direction === 'inbound' ? [from] : to).filter(({ identifier }) => identifier.type !== 'line').slice(0, 1)

function networkOf({ channel, social }: Contact): Network | undefined {
  if (channel === 'email') return 'mail'
  if (channel === 'phone') return 'phone'
  switch (social?.network) {
    case 'x':
    case 'facebook':
    case 'instagram':
    case 'whatsapp':
      return social.network
    default:
      return undefined
  }
}

/** RFC 5322 section 3.6.4: the ids that the answered mail refers to, then its own. */
function mailRoute(answered: Contact, source: Source, to: Party[], wanted: Wanted): ReplyRoute | NoWay {
  const account = mailboxOf(answered, source)
  if (account === undefined) return { noWay: `The source ${source.id} has no mail address of ours to write from.` }
  const inReplyTo = answered.thread?.id
  const earlier = answered.thread?.references ?? []
  const others = wanted.everybody ? answered.to.filter(party => !isAmong(party, to)) : []
  return {
    ...{ source: source.id, network: 'mail', form: 'mail', account, to },
    cc: [...others, ...(wanted.cc ?? [])].slice(0, 50),
    ...(inReplyTo !== undefined && { inReplyTo }),
    references: [...earlier, ...(inReplyTo === undefined ? [] : [inReplyTo])].slice(-100),
  }
}

/** The mailbox of ours that it came to, where it still is ours. */
function mailboxOf({ provider }: Contact, source: Source): string | undefined {
  const isOurs = provider !== undefined && isOwn(source, { type: 'email', value: provider.account })
  return isOurs ? provider.account : ownOf(source, 'email')
}

function phoneRoute({ thread }: Contact, source: Source, to: Party[]): ReplyRoute | NoWay {
  const account = ownOf(source, 'phone')
  if (account === undefined) return { noWay: `The source ${source.id} has no number of ours to call from.` }
  const inReplyTo = thread?.id
  return {
    ...{ source: source.id, network: 'phone', form: 'call', account, to, cc: [], references: [] },
    ...(inReplyTo !== undefined && { inReplyTo }),
  }
}

/** In public where it was public, unless a private form is wanted; what was private never becomes public. */
function networkRoute(
  network: Exclude<Network, 'mail' | 'phone'>,
  answered: Contact,
  source: Source,
  to: Party[],
  { form: wanted }: Wanted,
): ReplyRoute | NoWay {
  const isPublic = answered.social?.visibility === 'public'
  const form = wanted ?? (isPublic ? publicForm(network) : 'direct')
  const forms = formsOf(network, isPublic).filter(one => answered.kind !== 'review' || one === 'comment')
  if (form === undefined || !forms.includes(form))
    return { noWay: `On ${network} there is no answer in this form to what was said there.` }
  if (answered.provider === undefined)
    return { noWay: 'How the network calls it is not known, so that no answer can name it. Choose another channel.' }
  const { account, id } = answered.provider
  return { source: source.id, network, form, account, to, cc: [], inReplyTo: id, references: [] }
}

const publicForm = (network: Network): ReplyForm | undefined =>
  network === 'x' ? 'post' : network === 'facebook' || network === 'instagram' ? 'comment' : undefined

/** Every form of an answer there, the nearest first; a review takes comments only. */
export function formsOf(network: Network, isPublic: boolean): ReplyForm[] {
  if (network === 'mail') return ['mail']
  if (network === 'phone') return ['call']
  if (!isPublic || network === 'whatsapp') return ['direct']
  return network === 'x' ? ['post', 'direct'] : ['comment', 'private-reply']
}

/** A way to somebody who never wrote from there: possible by mail and by phone only. */
export function coldRoute(to: Identifier, source: Source): ReplyRoute | NoWay {
  const route = { source: source.id, to: [{ identifier: to }], cc: [], references: [] }
  const account = ownOf(source, to.type)
  if (to.type !== 'email' && to.type !== 'phone')
    return { noWay: 'Networks let nobody write first: it must have come from there before.' }
  if (account === undefined) return { noWay: `The source ${source.id} has no address of ours for that.` }
  return to.type === 'email'
    ? { ...route, network: 'mail', form: 'mail', account }
    : { ...route, network: 'phone', form: 'call', account }
}

const ownOf = ({ ownIdentifiers }: Source, type: Identifier['type']): string | undefined =>
  ownIdentifiers.find(own => own.type === type)?.value

const isAmong = ({ identifier }: Party, parties: Party[]): boolean =>
  parties.some(party => party.identifier.type === identifier.type && party.identifier.value === identifier.value)
