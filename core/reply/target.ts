import { type Identifier, sameIdentifier } from '../contact/identifier.ts'
import { streamName } from '../contact/stream.ts'
import { streamIdentifier } from '../identity/member.ts'
import type { Source } from '../source/source.ts'
import { coldRoute, type NoWay, planRoute, type Wanted } from './plan.ts'
import type { ReplyRoute } from './reply.ts'
import { type Said, type Situation, saidIn } from './situation.ts'

/** What an answer is to, and how. Nothing given: the customer's latest word in the conversation, where it was said. */
export type Aim = Wanted & { answers?: string | undefined; to?: Identifier | undefined; source?: string | undefined }

/** `stream` is the one that it goes to; `wroteFrom`: the customer has written from there themselves. */
export type Target = { route: ReplyRoute; stream: string; answers?: string; lastInboundAt?: string; wroteFrom: boolean }

/** Where the answer goes, or why nowhere. `readSource` gives a default for what nobody configured. */
export async function targetOf(
  aim: Aim,
  situation: Situation,
  readSource: (id: string) => Promise<Source>,
): Promise<Target | NoWay> {
  const said = saidIn(situation)
  const answered = answeredBy(aim, said, situation)
  if (answered === undefined) return aim.to ? coldTarget(aim.to, aim, said, situation, readSource) : noWord(aim)
  const { contact } = answered
  const route = planRoute(contact, await readSource(contact.source), aim)
  if ('noWay' in route) return route
  const wroteFrom = contact.direction === 'inbound'
  return { route, stream: streamOf(route, answered), answers: contact.id, wroteFrom, ...lastInbound(said, route) }
}

function answeredBy({ answers, to }: Aim, said: Said[], { conversation }: Situation): Said | undefined {
  if (answers !== undefined) return said.find(({ contact }) => contact.id === answers)
  const inbound = said.filter(({ contact }) => contact.direction === 'inbound')
  if (to) return inbound.find(({ contact }) => sameIdentifier(contact.from.identifier, to))
  const own = [conversation.id, ...conversation.joined]
  const ofMatter = (one: Said) => one.conversation !== undefined && own.includes(one.conversation)
  return inbound.find(ofMatter) ?? said.find(ofMatter)
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

/** Whoever never wrote from there is written to from the source of the conversation that can, else from the one named. */
async function coldTarget(
  to: Identifier,
  aim: Aim,
  said: Said[],
  { customer }: Situation,
  readSource: (id: string) => Promise<Source>,
): Promise<Target | NoWay> {
  const known = customer?.members.some(({ stream }) => sameIdentifier(streamIdentifier(stream), to)) === true
  if (!known) return { noWay: 'This identifier is not one of the customer. Link it to them first.' }
  const sources = aim.source === undefined ? [...new Set(said.map(({ contact }) => contact.source))] : [aim.source]
  const fallback = to.type === 'email' ? [mailDoor] : []
  const routes: (ReplyRoute | NoWay)[] = []
  for (const id of [...sources, ...fallback]) routes.push(coldRoute(to, await readSource(id)))
  const route = routes.find(one => !('noWay' in one)) ?? routes[0]
  if (route === undefined) return { noWay: 'Say from which source it is to be sent.' }
  if ('noWay' in route) return route
  const latest = said[0]?.contact.id
  return { route, stream: streamName(to), wroteFrom: false, ...(latest !== undefined && { answers: latest }) }
}

/** The customer's latest word on that account: windows of time begin with it. */
function lastInbound(said: Said[], { account, network }: ReplyRoute): { lastInboundAt?: string } {
  const last = said.find(
    ({ contact }) =>
      contact.direction === 'inbound' &&
      (contact.provider?.account === account || (network === 'mail' && contact.channel === 'email')),
  )
  return last ? { lastInboundAt: last.contact.occurredAt } : {}
}
