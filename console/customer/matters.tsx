import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../app/console-context.ts'
import { useFollow } from '../app/router.tsx'
import { dataKeys } from '../data/keys.ts'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'

/** The matters of a customer, open ones first. */
export function Matters({ customer, current }: { customer: string; current: string | undefined }) {
  const say = useSay()
  const follow = useFollow()
  const { api } = useConsole()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: dataKeys.matters(customer),
    queryFn: ({ signal }) => api.customerConversations(customer, signal),
  })
  const open = (status: string) => status !== 'resolved' && status !== 'spam'
  const rows = data ? [...data.items].sort((a, b) => Number(open(b.status)) - Number(open(a.status))) : []
  return (
    <Container
      header={
        <Header variant="h2" counter={data && `(${data.items.length})`}>
          {say('matters.title')}
        </Header>
      }
    >
      {isPending && <Loading what={say('matters.loading')} />}
      {error && <Failed error={error} what={say('matters.title')} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <Empty title={say('matters.empty')} />}
      <ul className="list">
        {rows.map(row => (
          <li key={row.id} aria-current={row.id === current ? 'true' : undefined}>
            {row.id === current ? (
              <Box variant="strong">{row.title}</Box>
            ) : (
              <Link href={`/conversations/${row.id}`} onFollow={follow}>
                {row.title}
              </Link>
            )}
            <div className="quiet">
              {say(`status.${row.status}`)} · {row.channels.map(channel => say(`channel.${channel}`)).join(', ')} ·{' '}
              <Moment at={row.lastAt} />
            </div>
          </li>
        ))}
      </ul>
    </Container>
  )
}
