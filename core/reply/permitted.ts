import type { Purpose } from '../consent/consent.ts'
import { maySend, mayUse, type Permission } from '../consent/may-send.ts'
import { sameIdentifier } from '../contact/identifier.ts'
import { streamIdentifier } from '../identity/member.ts'
import type { AcceptDeps, Ask } from './ask.ts'
import { confirmedWith } from './checks/confirmed.ts'
import type { Refusal, RefusalKind } from './refusal.ts'
import type { Reply, ReplyRoute } from './reply.ts'
import type { Sent } from './sender.ts'
import { type Situation, saidIn } from './situation.ts'
import type { Target } from './target.ts'

/** What is sent is for one of the purposes that people agree to, or not. */
const purposeOf: Record<Reply['purpose'], Purpose> = {
  reply: 'service',
  automatic: 'service',
  confirmation: 'service',
  survey: 'survey',
}

/** What the addressed do not want; and where they never asked to be answered. */
export async function consentRefusals(
  { consent }: AcceptDeps,
  { purpose }: Ask,
  situation: Situation,
  { route, stream, wrote }: Target,
): Promise<Refusal[]> {
  const addressed = [...route.to, ...route.cc].map(({ identifier }) => identifier)
  const [consents, defaults] = await Promise.all([consent.read(addressed), consent.readDefaults()])
  const [to] = addressed
  const permissions: Permission[] = [maySend(consents, defaults, purposeOf[purpose], addressed)]
  if (to && wrote && purpose !== 'confirmation') {
    const members = situation.customer?.members ?? []
    const isConfirmed = confirmedWith(members, stream).has(wrote.stream)
    const writtenFrom = saidIn(situation).flatMap(({ contact }) =>
      contact.direction === 'inbound' ? [contact.from.identifier] : [],
    )
    permissions.push(mayUse({ to, wrote: wrote.identifier, consents, writtenFrom, isConfirmed }))
  }
  const denied = permissions.flatMap(permission => (permission.allowed ? [] : [refusalOf(permission.why)]))
  return [...denied, ...unprovenAmong(route, stream, situation)]
}

/** Whoever gets a copy and is only claimed to be the customer may be somebody else. */
function unprovenAmong({ to, cc }: ReplyRoute, stream: string, { customer }: Situation): Refusal[] {
  const members = customer?.members ?? []
  const confirmed = confirmedWith(members, stream)
  const unproven = members
    .filter(member => !confirmed.has(member.stream))
    .map(member => streamIdentifier(member.stream))
  const copies = [...to.slice(1), ...cc].filter(({ identifier }) =>
    unproven.some(other => sameIdentifier(other, identifier)),
  )
  if (copies.length === 0) return []
  const advice =
    'Somebody who gets a copy is only claimed to be this customer. Have it confirmed first, or leave them out.'
  return [refusalOf({ code: 'unproven', advice })]
}

/** What the addressed have come not to want since it was accepted; undefined: nothing. */
export async function noLongerPermitted(
  consent: AcceptDeps['consent'],
  { route, purpose }: Reply,
): Promise<Sent | undefined> {
  const addressed = [...route.to, ...route.cc].map(({ identifier }) => identifier)
  const [consents, defaults] = await Promise.all([consent.read(addressed), consent.readDefaults()])
  const permission = maySend(consents, defaults, purposeOf[purpose], addressed)
  if (permission.allowed) return undefined
  return { outcome: 'refused', code: permission.why.code, advice: permission.why.advice }
}

const refusalOf = ({ code, advice }: { code: RefusalKind; advice: string }): Refusal => ({
  ...{ kind: code, message: advice, entryIds: [], waivable: false },
})
