import type { Contact } from './contact.ts'

/** Where a contact stands in time: never later than it was received, so a clock in the future cannot pin it to the top. */
export const sortAt = (contact: Pick<Contact, 'occurredAt' | 'receivedAt'>): string =>
  contact.occurredAt < contact.receivedAt ? contact.occurredAt : contact.receivedAt
