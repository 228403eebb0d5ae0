import { type Position, positionOf } from '../timeline/entry.ts'
import type { Found, FoundPage } from './search.ts'

export type CustomersPage = { found: (Found & { customer: string })[]; next?: Position }

/**
 * The newest hit of each customer, at most `limit` of them; hits that are nobody's are passed over. Only this page is
 * known, so a customer with older hits comes again on a later one.
 */
export function perCustomer({ items, next }: FoundPage, limit: number): CustomersPage {
  const byCustomer = new Map<string, Found & { customer: string }>()
  let last: Found | undefined
  for (const found of items) {
    const { customer } = found
    if (customer !== undefined && !byCustomer.has(customer)) {
      if (byCustomer.size === limit)
        return { found: [...byCustomer.values()], ...(last && { next: positionOf(last.entry) }) }
      byCustomer.set(customer, { ...found, customer })
    }
    last = found
  }
  return { found: [...byCustomer.values()], ...(next && { next }) }
}
