import { showContact } from '../api/contact.ts'
import { showConversation } from '../api/conversation.ts'
import { showReply } from '../api/reply.ts'
import { viewContact } from '../contact/view.ts'
import { hookBodies } from './body.ts'
import type { Delivery, Subject } from './delivery.ts'
import type { BodyDeps } from './deps.ts'

/** What a delivery tells, as it is now, parsed by its schema; undefined where there is nothing to tell any more. */
export async function readBody(deps: BodyDeps, { id, type, at, subject }: Delivery): Promise<object | undefined> {
  const data = await readData(deps, type, subject)
  return data && hookBodies[type].parse({ v: 1, id, type, at, data })
}

async function readData(deps: BodyDeps, type: Delivery['type'], subject: Subject): Promise<object | undefined> {
  switch (type) {
    case 'contact.recorded':
      return contactData(deps, subject)
    case 'conversation.opened':
    case 'conversation.changed':
    case 'conversation.resolved':
      return conversationData(deps, subject.id)
    case 'reply.sent':
    case 'reply.failed': {
      const reply = await deps.replies.read(subject.id)
      return reply && { reply: showReply(reply) }
    }
    case 'customer.merged':
      return { customer: subject.into, merged: subject.id }
    case 'automation.fired':
      return firedData(deps, subject.id)
    case 'hook.test':
      return {}
    default:
      return type satisfies never
  }
}

async function contactData({ timeline }: BodyDeps, { id, stream, sortAt }: Subject): Promise<object | undefined> {
  if (stream === undefined || sortAt === undefined) return undefined
  const entry = await timeline.readContact(id, { stream, sortAt })
  if (entry === undefined || entry.state.deletedAt !== undefined) return undefined
  const { conversation, state } = entry
  return { contact: showContact(viewContact(state)), ...(conversation !== undefined && { conversation }) }
}

async function conversationData({ conversations }: BodyDeps, id: string): Promise<object | undefined> {
  const [conversation] = await conversations.read([id])
  return conversation && { conversation: showConversation(conversation, undefined) }
}

async function firedData(deps: BodyDeps, id: string): Promise<object | undefined> {
  const [firing] = await deps.automations.readFirings([id])
  const data = firing && (await conversationData(deps, firing.conversation))
  return firing && data && { ...data, rule: { id: firing.rule, name: firing.ruleName } }
}
