import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useConsole } from '../app/console-context.ts'
import { useGo } from '../app/router.tsx'
import type { BriefLine } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'

/** What to know before speaking; each line leads to the entries that it comes from. */
export function Brief({ customer }: { customer: string }) {
  const say = useSay()
  const { api } = useConsole()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: dataKeys.brief(customer),
    queryFn: ({ signal }) => api.readBrief(customer, signal),
  })
  return (
    <Container header={<Header variant="h2">{say('brief.title')}</Header>}>
      {isPending && <Loading what={say('brief.loading')} />}
      {error && <Failed error={error} what={say('brief.title')} onRetry={() => void refetch()} />}
      {data?.lines.length === 0 && <Empty title={say('brief.empty')} />}
      {data !== undefined && data.lines.length > 0 && (
        <ul className="brief">
          {data.lines.map(line => (
            <Line key={`${line.kind} ${line.text}`} line={line} />
          ))}
        </ul>
      )}
    </Container>
  )
}

function Line({ line }: { line: BriefLine }) {
  return (
    <li className={`brief-${line.kind}`}>
      <span dir="auto">
        {line.text}{' '}
        {line.entryIds.slice(0, 3).map((id, at) => (
          <Source key={id} id={id} number={at + 1} text={line.text} />
        ))}
      </span>
    </li>
  )
}

function Source({ id, number, text }: { id: string; number: number; text: string }) {
  const say = useSay()
  const go = useGo()
  const { pathname } = useLocation()
  const href = `${pathname}?entry=${encodeURIComponent(id)}`
  return (
    <Link
      href={href}
      variant="secondary"
      fontSize="body-s"
      ariaLabel={say('brief.source', { number, text })}
      onFollow={event => {
        event.preventDefault()
        go(href, 'replace')
      }}
    >
      [{number}]{' '}
    </Link>
  )
}
