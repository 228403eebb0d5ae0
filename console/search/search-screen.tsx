import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useConsole } from '../app/console-context.ts'
import { useFollow } from '../app/router.tsx'
import type { FoundCustomer } from '../client/api.ts'
import { titleOfCustomer } from '../customer/customer-name.ts'
import { dataKeys } from '../data/keys.ts'
import { focusRow, useKeys } from '../keys/keys.ts'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { HitLine } from './hit-line.tsx'

/** Customers and contacts that hold what was typed. */
export function SearchScreen() {
  const say = useSay()
  const { q } = useSearch({ from: '/search' })
  useKeys({ j: () => focusRow(1), k: () => focusRow(-1) })
  return (
    <ContentLayout header={<Header variant="h1">{q === '' ? say('search.title') : say('search.for', { q })}</Header>}>
      {q === '' ? <Empty title={say('search.empty')}>{say('search.how')}</Empty> : <Results q={q} />}
    </ContentLayout>
  )
}

function Results({ q }: { q: string }) {
  return (
    <div className="columns even">
      <Customers q={q} />
      <Contacts q={q} />
    </div>
  )
}

function Customers({ q }: { q: string }) {
  const say = useSay()
  const { api } = useConsole()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: dataKeys.found(q),
    queryFn: ({ signal }) => api.findCustomers({ q, limit: 10 }, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Container header={<Header variant="h2">{say('search.customers')}</Header>}>
      {isPending && <Loading what={say('search.loading')} />}
      {error && <Failed error={error} what={say('search.customers')} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <Empty title={say('search.nobody')} />}
      {data?.notice && <Box color="text-body-secondary">{data.notice}</Box>}
      <ul className="list">
        {data?.items.map(customer => (
          <li key={customer.id} data-row={customer.id}>
            <CustomerLine customer={customer} />
          </li>
        ))}
      </ul>
    </Container>
  )
}

function CustomerLine({ customer }: { customer: FoundCustomer }) {
  const say = useSay()
  const follow = useFollow()
  const open = customer.openConversations.length
  return (
    <SpaceBetween size="xxxs">
      <Link href={`/customers/${customer.id}`} onFollow={follow} fontSize="heading-s">
        {titleOfCustomer(customer, customer.hit && [customer.hit])}
      </Link>
      <Box color="text-body-secondary">{customer.identifiers.map(({ display }) => display).join(' · ')}</Box>
      {open > 0 && <Box variant="small">{say('search.open', { count: open })}</Box>}
    </SpaceBetween>
  )
}

function Contacts({ q }: { q: string }) {
  const say = useSay()
  const { api } = useConsole()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: dataKeys.search(q),
    queryFn: ({ signal }) => api.search({ q, limit: 25 }, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Container header={<Header variant="h2">{say('search.contacts')}</Header>}>
      {isPending && <Loading what={say('search.loading')} />}
      {error && <Failed error={error} what={say('search.contacts')} onRetry={() => void refetch()} />}
      {data?.notice && <Box color="text-body-secondary">{data.notice}</Box>}
      {data?.items.length === 0 && <Empty title={say('search.nothing')}>{say('search.how')}</Empty>}
      <ul className="list">
        {data?.items.map(hit => (
          <li key={hit.id} data-row={hit.id}>
            <HitLine hit={hit} />
          </li>
        ))}
      </ul>
    </Container>
  )
}
