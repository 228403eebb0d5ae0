import { useParams, useSearch } from '@tanstack/react-router'
import { CustomerView } from './customer-view.tsx'

/** A customer, all of their matters together. */
export function CustomerScreen() {
  const { customer } = useParams({ from: '/customers/$customer' })
  const place = useSearch({ from: '/customers/$customer' })
  return <CustomerView customer={customer} place={place} />
}
