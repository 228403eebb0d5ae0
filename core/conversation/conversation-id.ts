import { contactId } from '../contact/contact-id.ts'

/** A conversation is named for the contact that opened it, so whoever opens it for the same contact opens the same. */
export const conversationId = (openedBy: string): string => contactId('conversation', openedBy)

/** The nth entry that a version of a conversation leaves on the timeline: writing it again meets its own key. */
export const eventId = (conversation: string, version: number, n: number): string =>
  contactId('event', conversation, String(version), String(n))
