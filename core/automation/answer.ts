import type { Conversation } from '../conversation/conversation.ts'
import type { ConversationStore } from '../conversation/store.ts'
import type { Macro } from '../macro/macro.ts'
import type { MacroValue, MacroValues } from '../macro/render.ts'
import { renderMacro } from '../macro/render.ts'
import type { MacroStore } from '../macro/store.ts'
import { acceptReply } from '../reply/accept.ts'
import type { AcceptDeps } from '../reply/ask.ts'
import type { ActionOutcome, AskedAnswer } from './deps.ts'
import { automationActor } from './occurrence.ts'

export type AnswerDeps = {
  conversations: Pick<ConversationStore, 'read'>
  macros: Pick<MacroStore, 'read'>
  replying: AcceptDeps
}

const refused = (detail: string): ActionOutcome => ({ outcome: 'refused', detail: detail.slice(0, 300) })

/**
 * Answers a conversation from a macro, as a colleague would: what no network would take, what the customer does not
 * want and what somebody should look at first is not sent, and said in the log. The same id again is the same answer.
 */
export async function answerFromMacro(deps: AnswerDeps, asked: AskedAnswer): Promise<ActionOutcome> {
  const [[conversation], macro] = await Promise.all([
    deps.conversations.read([asked.conversation]),
    deps.macros.read(asked.macro),
  ])
  if (conversation === undefined) return refused('the conversation is not there any more')
  if (macro?.active !== true) return refused('the macro is not there or out of use: change the rule')
  if (macro.brand !== undefined && macro.brand !== conversation.brand)
    return refused('the macro is of another brand: choose one of this brand, or one of none')
  const { language, channel } = conversation
  const rendered = renderMacro(forChannel(macro, channel), { language, channel, values: valuesOf(conversation) })
  if (rendered === undefined) return refused('the macro has no text for this channel: add one')
  const [missing] = rendered.missing
  if (missing) return refused(`the macro names ${missing.variable}, which is not known here: give it a fallback`)
  const { text, subject } = rendered
  const actor = automationActor(asked.rule)
  const accepted = await acceptReply(deps.replying, {
    ...{ id: asked.id, conversation: asked.conversation, purpose: 'automatic', by: { subject: actor, actor } },
    ...{ content: { text, attachments: [], ...(subject !== undefined && { subject }) }, language: rendered.language },
    ...{ undoSeconds: 0, waive: [], everybody: false, cc: [] },
  })
  switch (accepted.outcome) {
    case 'accepted':
      return { outcome: 'done' }
    case 'refused':
      return refused(`not sent: ${accepted.refusals.map(({ kind }) => kind).join(', ')}`)
    case 'not found':
      return refused('the conversation is not there any more')
    default:
      return accepted satisfies never
  }
}

/** Nothing but mails have subjects, so nothing but mails wait for what a subject would name. */
function forChannel({ variants }: Macro, channel: Conversation['channel']): Pick<Macro, 'variants'> {
  if (channel === 'email') return { variants }
  return { variants: variants.map(({ subject: _subject, ...variant }) => variant) }
}

/**
 * What the matter itself knows. A name that came over one channel may be another person's on the next until somebody
 * confirms it, so it is said only where all was said on one.
 */
function valuesOf({ name, brand, channels, references, promise }: Conversation): MacroValues {
  const asserted = channels.length > 1
  const known = (text: string | undefined): MacroValue | undefined =>
    text === undefined ? undefined : { text, asserted }
  const reference = (kind: string) => known(references.find(one => one.kind === kind)?.value)
  const [customer, firstName] = [known(name), known(name?.split(' ')[0])]
  const [order, ticket] = [reference('order'), reference('case')]
  const [tracking, invoice, by] = [reference('tracking'), reference('invoice'), known(promise?.by?.slice(0, 10))]
  return {
    brand: { text: brand, asserted: false },
    ...(customer && { 'customer.name': customer }),
    ...(firstName && { 'customer.firstName': firstName }),
    ...(order && { 'conversation.reference.order': order }),
    ...(ticket && { 'conversation.reference.case': ticket }),
    ...(tracking && { 'conversation.reference.tracking': tracking }),
    ...(invoice && { 'conversation.reference.invoice': invoice }),
    ...(by && { 'promise.by': by }),
  }
}
