import Box from '@cloudscape-design/components/box'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import { useFollow } from '../app/router.tsx'
import type { FoundCustomer } from '../client/api.ts'
import { titleOfCustomer } from '../customer/customer-name.ts'
import { focusRow, useKeys } from '../keys/keys.ts'
import { useSay } from '../words/words.ts'
import { FoundList } from './found-list.tsx'
import { HitLine } from './hit-line.tsx'
import { useFoundContacts, useFoundCustomers } from './use-found.ts'
import { WhatToType } from './what-to-type.tsx'
import './search.css'

/** Customers and contacts that hold what was typed. */
export function SearchScreen() {
  const say = useSay()
  const { q } = useSearch({ from: '/search' })
  useKeys({ j: () => focusRow(1), k: () => focusRow(-1) })
  return (
    <ContentLayout
      header={
        <Header variant="h1" {...(q !== '' && { description: say('search.keys') })}>
          {q === '' ? say('search.title') : say('search.for', { q })}
        </Header>
      }
    >
      {q.trim() === '' ? <WhatToType /> : <Results q={q.trim()} />}
    </ContentLayout>
  )
}

function Results({ q }: { q: string }) {
  const say = useSay()
  const customers = useFoundCustomers(q)
  const contacts = useFoundContacts(q)
  const isThere = !customers.list.isFetching && !contacts.list.isFetching
  const more = (list: { hasNextPage: boolean }) => (list.hasNextPage ? '+' : '')
  const found = {
    customers: `${customers.items.length}${more(customers.list)}`,
    contacts: `${contacts.items.length}${more(contacts.list)}`,
  }
  return (
    <>
      <p className="heard" role="status">
        {isThere && say('search.found', found)}
      </p>
      <div className="columns even">
        <FoundList {...customers} title={say('search.customers')} none={say('search.nobody')}>
          {customer => <CustomerLine customer={customer} />}
        </FoundList>
        <FoundList {...contacts} title={say('search.contacts')} none={say('search.nothing')}>
          {hit => <HitLine hit={hit} />}
        </FoundList>
      </div>
    </>
  )
}

function CustomerLine({ customer }: { customer: FoundCustomer }) {
  const say = useSay()
  const follow = useFollow()
  const open = customer.openConversations.length
  return (
    <SpaceBetween size="xxxs">
      <Link href={`/customers/${customer.id}`} onFollow={follow} fontSize="heading-s">
        <bdi>{titleOfCustomer(customer, customer.hit && [customer.hit])}</bdi>
      </Link>
      <Box color="text-body-secondary">
        <span className="breakable">{customer.identifiers.map(({ display }) => display).join(' · ')}</span>
      </Box>
      {open > 0 && <Box variant="small">{say('search.open', { count: open })}</Box>}
    </SpaceBetween>
  )
}
