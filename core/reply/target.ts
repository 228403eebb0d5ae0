import { type Identifier, sameIdentifier } from '../contact/identifier.ts'
import { streamName } from '../contact/stream.ts'
import { streamIdentifier } from '../identity/member.ts'
import type { Source } from '../source/source.ts'
import { coldRoute, type NoWay, planRoute, type Wanted } from './plan.ts'
import type { ReplyRoute } from './reply.ts'
import { type Said, type Situation, saidIn } from './situation.ts'

/** What an answer is to, and how. Nothing given: the customer's latest word in the conversation, where it was said. */
export type Aim = Wanted & { answers?: string | undefined; to?: Identifier | undefined; source?: string | undefined }

/** `stream` is the one that it goes to; `wrote` who wrote what is answered, where the answer goes elsewhere. */
export type Target = {
  route: ReplyRoute
  stream: string
  answers?: string
  lastInboundAt?: string
  wrote?: { identifier: Identifier; stream: string }
}

/** Where the answer goes, or why nowhere. `readSource` gives a default for what nobody configured. */
export async function targetOf(
  aim: Aim,
  situation: Situation,
  readSource: (id: string) => Promise<Source>,
): Promise<Target | NoWay> {
  const said = saidIn(situation)
  const ofMatter = said.filter(one => isOf(situation, one))
  const latest = ofMatter.find(isInbound) ?? ofMatter[0]
  if (aim.to && aim.answers === undefined)
    return elsewhere(aim.to, aim, { said, ofMatter, latest }, situation, readSource)
  const answered = aim.answers === undefined ? latest : said.find(({ contact }) => contact.id === aim.answers)
  if (answered === undefined) return noWord(aim)
  const { contact } = answered
  const route = planRoute(contact, await readSource(contact.source), aim)
  if ('noWay' in route) return route
  return { route, stream: streamOf(route, answered), answers: contact.id, ...lastInbound(said, route) }
}

const isInbound = ({ contact }: Said): boolean => contact.direction === 'inbound'

const isOf = ({ conversation }: Situation, { conversation: label }: Said): boolean =>
  label !== undefined && [conversation.id, ...conversation.joined].includes(label)

type Heard = { said: Said[]; ofMatter: Said[]; latest: Said | undefined }

/** To another channel of the customer: where they wrote from there before, else as the first word there. */
async function elsewhere(
  to: Identifier,
  aim: Aim,
  { said, ofMatter, latest }: Heard,
  situation: Situation,
  readSource: (id: string) => Promise<Source>,
): Promise<Target | NoWay> {
  const before = said.find(one => isInbound(one) && sameIdentifier(one.contact.from.identifier, to))
  const planned = before
    ? planRoute(before.contact, await readSource(before.contact.source), aim)
    : await coldRouteTo(to, aim, said, situation, readSource)
  if ('noWay' in planned) return planned
  const route = before && ofMatter.includes(before) ? planned : afresh(planned)
  return {
    ...{ route, stream: before?.stream ?? streamName(to) },
    ...(latest && { answers: latest.contact.id }),
    wrote:
      latest && isInbound(latest)
        ? { identifier: latest.contact.from.identifier, stream: latest.stream }
        : { identifier: streamIdentifier(situation.conversation.anchor), stream: situation.conversation.anchor },
    ...lastInbound(said, route),
  }
}

/** A mail about another matter than that of the mails before begins a thread of its own. */
function afresh(route: ReplyRoute): ReplyRoute {
  if (route.network !== 'mail') return route
  const { inReplyTo: _inReplyTo, ...rest } = route
  return { ...rest, references: [] }
}

/** What an inbound contact lies on is its author's; else the first epoch's stands in, which all epochs are unproven to. */
const streamOf = ({ to }: ReplyRoute, { contact, stream }: Said): string =>
  contact.direction === 'inbound' || to[0] === undefined ? stream : streamName(to[0].identifier)

const noWord = ({ answers }: Aim): NoWay => ({
  noWay:
    answers === undefined
      ? 'Nobody said anything in this conversation yet that could be answered. Say to which identifier it goes.'
      : 'No such contact is among the newest of this customer.',
})

/** The source of mail that is there before anybody configures one. */
const mailDoor = 'support'

/** Whoever never wrote from there is written to from a source of their other contacts that can, or from the one named. */
async function coldRouteTo(
  to: Identifier,
  aim: Aim,
  said: Said[],
  { customer }: Situation,
  readSource: (id: string) => Promise<Source>,
): Promise<ReplyRoute | NoWay> {
  const known = customer?.members.some(({ stream }) => sameIdentifier(streamIdentifier(stream), to)) === true
  if (!known) return { noWay: 'This identifier is not one of the customer. Link it to them first.' }
  const sources = aim.source === undefined ? [...new Set(said.map(({ contact }) => contact.source))] : [aim.source]
  const fallback = to.type === 'email' ? [mailDoor] : []
  const routes: (ReplyRoute | NoWay)[] = []
  for (const id of [...sources, ...fallback]) routes.push(coldRoute(to, await readSource(id)))
  return routes.find(one => !('noWay' in one)) ?? routes[0] ?? { noWay: 'Say from which source it is to be sent.' }
}

/** Windows of time begin with the comment that is answered in private, or with their latest message on that account. */
function lastInbound(said: Said[], { account, form, inReplyTo, to }: ReplyRoute): { lastInboundAt?: string } {
  const last = said.find(({ contact: { direction, channel, provider, from } }) => {
    if (direction !== 'inbound' || provider?.account !== account) return false
    if (form === 'private-reply') return provider.id === inReplyTo
    return channel === 'message' && to.some(({ identifier }) => sameIdentifier(identifier, from.identifier))
  })
  return last ? { lastInboundAt: last.contact.occurredAt } : {}
}
