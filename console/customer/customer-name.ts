import type { Customer } from '../client/api.ts'

type Party = { identifier: { display: string }; name?: string | undefined; handle?: string | undefined }

/** What a party of a contact is called. */
export const nameOfParty = ({ name, handle, identifier }: Party): string => name ?? handle ?? identifier.display

type Seen = { direction: 'inbound' | 'outbound'; from: Party; to: readonly Party[] }

/**
 * What a customer is called: the newest name that they gave themselves, else a name that one of their matters bears,
 * else their first identifier.
 */
export function titleOfCustomer(
  customer: Pick<Customer, 'identifiers' | 'openConversations'>,
  contacts: readonly Seen[] = [],
): string {
  const theirs = new Set(customer.identifiers.map(({ display }) => display))
  const given = contacts
    .flatMap(({ from, to }) => [from, ...to])
    .find(({ name, identifier }) => name !== undefined && theirs.has(identifier.display))
  return (
    given?.name ??
    customer.openConversations.find(({ name }) => name !== undefined)?.name ??
    customer.identifiers[0]?.display ??
    '—'
  )
}
