import { RetryLater } from '../record/outcome.ts'
import type { AcceptDeps, Ask } from './ask.ts'
import type { ReplyContent } from './content.ts'
import { judge } from './judge.ts'
import type { Refusal } from './refusal.ts'
import type { Reply, ReplyRoute } from './reply.ts'
import { readSituation, type Situation } from './situation.ts'
import { type Target, targetOf } from './target.ts'

/** What became of an answer that somebody wanted to give. */
export type Acceptance =
  | { outcome: 'accepted'; reply: Reply }
  | { outcome: 'refused'; refusals: Refusal[] }
  | { outcome: 'not found' }

const maxRaces = 5

/**
 * Takes an answer in: from then on it will be sent, or stand on the timeline as failed. Refused before that is what no
 * network would take, what the customer does not want, and what somebody should look at first. Of two that answer the
 * same conversation at once one is accepted, and the other sees it.
 */
export async function acceptReply(deps: AcceptDeps, ask: Ask): Promise<Acceptance> {
  for (let race = 0; race < maxRaces; race++) {
    const known = await deps.replies.read(ask.id)
    if (known) return isSame(known, ask) ? { outcome: 'accepted', reply: known } : refused(idUsed)
    const situation = await readSituation(deps, ask.conversation)
    if (situation === undefined) return { outcome: 'not found' }
    const target = await targetOf(ask, situation, deps.readSource)
    if ('noWay' in target) return refused({ kind: 'no-way', message: target.noWay, entryIds: [], waivable: false })
    const refusals = await judge(deps, ask, situation, target)
    if (refusals.length > 0) return { outcome: 'refused', refusals }
    const reply = replyOf(ask, situation, target, deps.now())
    if (await deps.replies.create(reply, situation.answering.version)) return { outcome: 'accepted', reply }
  }
  throw new RetryLater('others kept answering the same conversation')
}

/** Asked for again, and not another answer under an id that was used. */
const isSame = ({ by, content }: Reply, ask: Ask): boolean => by === ask.by.subject && content.text === ask.content.text

const idUsed: Refusal = {
  ...{ kind: 'id-used', entryIds: [], waivable: false },
  message: 'Another answer has this id. Send it under a new one.',
}

const refused = (refusal: Refusal): Acceptance => ({ outcome: 'refused', refusals: [refusal] })

function replyOf(ask: Ask, { conversation }: Situation, { route, answers }: Target, now: string): Reply {
  const sendAt = new Date(Date.parse(now) + ask.undoSeconds * 1000).toISOString()
  const language = ask.language ?? conversation.language
  return {
    ...{ v: 1, id: ask.id, version: 1, purpose: ask.purpose },
    ...{ conversation: conversation.id, anchor: conversation.anchor },
    ...{ brand: conversation.brand, department: conversation.department },
    ...{ by: ask.by.subject, actor: ask.by.actor },
    ...(answers !== undefined && { answers }),
    ...(language !== undefined && { language }),
    ...{ route, content: contentFor(route, ask.content) },
    ...{ createdAt: now, sendAt, nextAt: sendAt, status: 'waiting', tries: 0 },
  }
}

/** Nothing but mails have subjects and HTML. */
function contentFor({ network }: ReplyRoute, content: ReplyContent): ReplyContent {
  if (network === 'mail') return content
  const { subject: _subject, html: _html, ...said } = content
  return said
}
