import { sentMailId } from '../channels/email/mail-id.ts'
import { contactId } from '../contact/contact-id.ts'
import type { Reply } from './reply.ts'

/**
 * The id of the contact that a sent reply becomes, which the provider's echo of it gets too. A mail comes back only where
 * a mailbox of ours is copied, as the mail that it is; what has no id of the provider's is known by the reply.
 */
export function sentContactId({ route, providerId, id }: Pick<Reply, 'route' | 'providerId' | 'id'>): string {
  if (providerId === undefined) return contactId(route.account, 'reply', id)
  if (route.network === 'mail')
    return sentMailId(route.source, providerId) ?? contactId(route.source, 'mail', providerId)
  return contactId(route.account, providerId)
}
