import { sameIdentifier } from '../contact/identifier.ts'
import { streamName } from '../contact/stream.ts'
import { streamIdentifier } from '../identity/member.ts'
import type { AcceptDeps, Ask } from './ask.ts'
import { judge } from './judge.ts'
import type { Refusal } from './refusal.ts'
import type { Reply } from './reply.ts'
import { readSituation, type Situation } from './situation.ts'

/**
 * What speaks now against sending an answer that failed, or got lost, once more: since it was accepted the customer may
 * have written, somebody else answered, or the address turned out to be another person's.
 */
export async function judgeAgain(deps: AcceptDeps, reply: Reply, waive: readonly string[]): Promise<Refusal[]> {
  const situation = await readSituation(deps, reply.conversation)
  if (situation === undefined) return [gone]
  const { route } = reply
  const stream = streamOf(reply, situation)
  if (stream === undefined) return [notTheirs]
  const answering = { ...situation.answering, replies: situation.answering.replies.filter(({ id }) => id !== reply.id) }
  return judge(
    deps,
    askOf(reply, waive),
    { ...situation, answering },
    { route, stream, lastInboundAt: reply.createdAt },
  )
}

/** The stream of the addressed, while they are this customer. */
function streamOf({ route }: Reply, { customer, conversation }: Situation): string | undefined {
  const [to] = route.to
  if (to === undefined) return undefined
  const members = customer?.members.map(({ stream }) => stream) ?? [conversation.anchor, streamName(to.identifier)]
  return members.find(stream => sameIdentifier(streamIdentifier(stream), to.identifier))
}

const askOf = (reply: Reply, waive: readonly string[]): Ask => ({
  ...{ id: reply.id, conversation: reply.conversation, purpose: reply.purpose, content: reply.content },
  ...{ by: { subject: reply.by, actor: reply.actor }, undoSeconds: 0, seen: reply.createdAt, waive },
})

const gone: Refusal = {
  kind: 'gone',
  message: 'Its conversation is not there any more.',
  entryIds: [],
  waivable: false,
}
const notTheirs: Refusal = {
  ...{ kind: 'not-theirs', entryIds: [], waivable: false },
  message: 'It was for somebody who is not this customer any more. Write it again.',
}
