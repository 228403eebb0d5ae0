import type { Identifier } from '../contact/identifier.ts'

/**
 * Something that the customer is asked, which goes out as a reply does. `id` (32 hex digits) is the reply's own, so that
 * asking again makes nothing new. `answers` is the contact on whose thread it is asked; without one it goes to `to` afresh.
 */
export type Question = {
  id: string
  purpose: 'survey' | 'confirmation'
  conversation: string
  to: Identifier
  answers?: string
  language: string
  subject: string
  text: string
  /** Who asks; `throughline` where nobody does. */
  by: { subject: string; actor: string }
}

/** `accepted`: it is stored and will be sent, now or before; `no-way`: it cannot reach them there. */
export type Asked = 'accepted' | 'no-way'

export type AskCustomer = (question: Question) => Promise<Asked>
