import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useMutation } from '@tanstack/react-query'
import { useConsole } from '../../app/console-context.ts'
import type { RoutingPreview, RoutingRule } from '../../client/api.ts'
import { useNames } from '../../data/people.ts'
import { Empty, Failed } from '../../states/states.tsx'
import { Moment } from '../../words/moment.tsx'
import { useSay } from '../../words/words.ts'

const lookedAt = 200

/** All rules as they would be with this one switched on. */
export const rulesWith = (rule: RoutingRule, all: readonly RoutingRule[]): RoutingRule[] => [
  ...all.filter(({ id }) => id !== rule.id),
  { ...rule, id: rule.id || 'new-rule', name: rule.name.trim() || 'new', active: true },
]

/** What the rule would have done with past conversations, beside the rules in force. */
export function RoutingPreviewPanel({ rule, all }: { rule: RoutingRule; all: readonly RoutingRule[] }) {
  const say = useSay()
  const { api } = useConsole()
  const preview = useMutation({
    mutationFn: () => api.previewRouting({ rules: rulesWith(rule, all), limit: lookedAt }),
  })
  const look = (
    <Button formAction="none" loading={preview.isPending} onClick={() => preview.mutate()}>
      {say('ops.preview.look')}
    </Button>
  )
  return (
    <Container
      header={
        <Header variant="h2" description={say('ops.preview.routing')} actions={look}>
          {say('ops.preview')}
        </Header>
      }
    >
      {preview.error && <Failed error={preview.error} what={say('ops.preview')} />}
      {preview.data && <Changes preview={preview.data} />}
    </Container>
  )
}

type Item = RoutingPreview['items'][number]
type Would = Item['inForce']

function Changes({ preview }: { preview: RoutingPreview }) {
  const say = useSay()
  const { team, agent } = useNames()
  const words = (would: Would) =>
    would === undefined
      ? say('ops.preview.no-rule')
      : [would.team && team(would.team), would.assignee ? agent(would.assignee) : say('ops.preview.no-one')]
          .filter(Boolean)
          .join(', ')
  const differing = preview.items.filter(({ differs }) => differs)
  return (
    <SpaceBetween size="m">
      <Box variant="p">{say('ops.preview.differing', { count: preview.differing, looked: preview.looked })}</Box>
      {differing.length > 0 && (
        <ColumnLayout columns={2}>
          <Shares title={say('ops.place.teams')} shares={preview.teams} nameOf={team} />
          <Shares title={say('ops.place.agents')} shares={preview.agents} nameOf={agent} />
        </ColumnLayout>
      )}
      <Table<Item>
        variant="embedded"
        items={differing.slice(0, 50)}
        ariaLabels={{ tableLabel: say('ops.preview') }}
        empty={<Empty title={say('ops.preview.same')} />}
        columnDefinitions={[
          { id: 'at', header: say('ops.at'), cell: ({ at }) => <Moment at={at} /> },
          { id: 'now', header: say('ops.preview.now'), cell: ({ inForce }) => words(inForce) },
          { id: 'then', header: say('ops.preview.then'), cell: ({ previewed }) => words(previewed) },
        ]}
      />
    </SpaceBetween>
  )
}

type SharesProps = { title: string; shares: RoutingPreview['teams']; nameOf: (id: string) => string }

/** How many each would have had, beside how many the rules in force give them. */
function Shares({ title, shares, nameOf }: SharesProps) {
  return (
    <div>
      <Box variant="awsui-key-label">{title}</Box>
      <ul className="plain">
        {shares.map(({ id, inForce, previewed }) => (
          <li key={id}>
            {nameOf(id)}: {inForce} → {previewed}
          </li>
        ))}
      </ul>
    </div>
  )
}
