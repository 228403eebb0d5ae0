import type { Identifier } from '../contact/identifier.ts'
import { acceptReply } from '../reply/accept.ts'
import type { AcceptDeps } from '../reply/ask.ts'
import type { ReplyForm } from '../reply/reply.ts'
import type { AskCustomer, Asked, Question } from './question.ts'

/** Our own words contradict nothing that anybody promised. */
const waive = ['contradicts-promise', 'contradicts-answer']

/** Asks customers by the way that answers take: planned where they wrote, checked, stored, sent from the outbox. */
export const askCustomer =
  (deps: AcceptDeps): AskCustomer =>
  async question => {
    for (const form of privateForms(question.to)) {
      if ((await askIn(deps, question, form)) === 'accepted') return 'accepted'
    }
    return 'no-way'
  }

/**
 * Every question carries a link, and whoever holds it may prove something, score, or refuse to be asked again. So it goes
 * to its one reader: no call can carry it, and no post may, not even as the answer to a public one.
 */
function privateForms({ type }: Identifier): (ReplyForm | undefined)[] {
  switch (type) {
    case 'email':
      return [undefined]
    case 'x':
    case 'whatsapp':
      return ['direct']
    case 'facebook':
    case 'instagram':
      return ['direct', 'private-reply']
    case 'phone':
    case 'mastodon':
    case 'bluesky':
    case 'account':
    case 'line':
      return []
    default:
      return type satisfies never
  }
}

async function askIn(deps: AcceptDeps, question: Question, form: ReplyForm | undefined): Promise<Asked> {
  const { id, purpose, conversation, answers, to, by, language, subject, text } = question
  const { outcome } = await acceptReply(deps, {
    ...{ id, purpose, conversation, by, language, waive, undoSeconds: 0 },
    ...(answers === undefined ? { to } : { answers }),
    ...(form !== undefined && { form }),
    content: { text, attachments: [], ...(to.type === 'email' && { subject }) },
  })
  return outcome === 'accepted' ? 'accepted' : 'no-way'
}
