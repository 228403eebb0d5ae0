import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import type { Import } from '../../client/api.ts'
import { Empty, Failed, Loading } from '../../states/states.tsx'
import { type Say, useSay } from '../../words/words.ts'
import { listKey } from '../list/use-list.ts'

const isOver = ({ state }: Import): boolean => state === 'done' || state === 'failed'

/** How far an import is, and the lines that gave no contact. */
export function ImportScreen({ id }: { id: string }) {
  const say = useSay()
  const { api } = useConsole()
  const { data, error, refetch } = useQuery({
    queryKey: [...listKey('imports'), id],
    queryFn: ({ signal }) => api.readImport(id, { limit: 100 }, signal),
    refetchInterval: query => (query.state.data && isOver(query.state.data) ? false : 1000),
  })
  if (error && !data) return <Failed error={error} what={say('ops.place.imports')} onRetry={() => void refetch()} />
  if (!data) return <Loading what={say('ops.loading')} />
  const { counts, lines } = data
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={`${say('ops.source')}: ${data.source}`}>
        {data.kind}
      </Header>
      <Container>
        <SpaceBetween size="l">
          <Progress data={data} say={say} />
          <KeyValuePairs
            columns={4}
            items={(['added', 'alreadyThere', 'notAContact', 'setAside'] as const).map(name => ({
              label: say(`ops.import-count.${name}`),
              value: counts[name],
            }))}
          />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{say('ops.import.lines')}</Header>}>
        <Table
          variant="embedded"
          wrapLines
          items={lines.items}
          ariaLabels={{ tableLabel: say('ops.import.lines') }}
          empty={<Empty title={say('ops.import.no-lines')} />}
          columnDefinitions={[
            { id: 'line', header: say('ops.import.line'), cell: ({ line }) => line },
            { id: 'outcome', header: say('ops.state'), cell: ({ outcome }) => say(`ops.import-outcome.${outcome}`) },
            { id: 'reason', header: say('ops.reason'), cell: ({ reason }) => reason },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}

function Progress({ data, say }: { data: Import; say: Say }) {
  const { state, rows, counts, reason } = data
  const share = state === 'done' ? 100 : rows === undefined || rows === 0 ? 0 : Math.floor((100 * counts.read) / rows)
  return (
    <ProgressBar
      value={share}
      status={state === 'failed' ? 'error' : state === 'done' ? 'success' : 'in-progress'}
      label={say(`ops.import-state.${state}`)}
      additionalInfo={
        rows === undefined
          ? say('ops.import.read', { count: counts.read })
          : say('ops.import.of', { count: counts.read, rows })
      }
      {...((state === 'failed' || state === 'done') && { resultText: reason ?? say(`ops.import-state.${state}`) })}
    />
  )
}
