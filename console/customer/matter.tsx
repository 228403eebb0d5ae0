import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useActs } from '../acts/use-acts.ts'
import type { Conversation } from '../client/api.ts'
import { useAgents, useMe } from '../data/people.ts'
import { useKeys } from '../keys/keys.ts'
import { Moment } from '../words/moment.tsx'
import { Reason } from '../words/reason.tsx'
import { useSay } from '../words/words.ts'
import { snoozes, snoozeUntil } from './snooze.ts'
import { Tags } from './tags.tsx'

const priorities = ['urgent', 'high', 'normal', 'low'] as const
const statuses = ['open', 'waiting-customer', 'waiting-department', 'spam'] as const

/** The matter at hand: how it stands, why, until when, who has it, and what one may do about it. */
export function Matter({ conversation }: { conversation: Conversation }) {
  const say = useSay()
  const act = useActs()
  const { data: me } = useMe()
  const resolved = conversation.status === 'resolved'
  const settle = () => void act([conversation], { do: 'status', status: resolved ? 'open' : 'resolved' })
  const take = () => {
    if (me) void act([conversation], { do: 'assign', assignee: me.id })
  }
  useKeys({ e: settle, a: take })
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={<Standing conversation={conversation} />}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {me && conversation.assignee !== me.id && <Button onClick={take}>{say('acts.take')}</Button>}
              <MoreActs conversation={conversation} />
              <Button variant="primary" onClick={settle}>
                {say(resolved ? 'acts.reopen' : 'acts.resolve')}
              </Button>
            </SpaceBetween>
          }
        >
          <span dir="auto">{conversation.title}</span>
        </Header>
      }
    >
      <div className="facts">
        <Assignee conversation={conversation} />
        <div>
          <Box variant="awsui-key-label">{say('matter.priority')}</Box>
          <Badge
            color={conversation.priority === 'urgent' ? 'red' : conversation.priority === 'high' ? 'blue' : 'grey'}
          >
            {say(`priority.${conversation.priority}`)}
          </Badge>
        </div>
        <Tags conversation={conversation} />
      </div>
    </Container>
  )
}

/** Where it stands and why. */
function Standing({ conversation }: { conversation: Conversation }) {
  const say = useSay()
  const { status, dueAt, reason, repeats } = conversation
  return (
    <SpaceBetween direction="horizontal" size="s">
      <StatusIndicator type={status === 'open' ? 'in-progress' : status === 'resolved' ? 'success' : 'pending'}>
        {say(`status.${status}`)}
      </StatusIndicator>
      {dueAt !== undefined && (
        <span>
          {say('matter.due')} <Moment at={dueAt} style="clock" />
        </span>
      )}
      {reason !== undefined && (
        <span>
          <Reason text={reason} />
        </span>
      )}
      {repeats > 0 && <span>{say('queue.repeats', { count: repeats })}</span>}
    </SpaceBetween>
  )
}

function Assignee({ conversation }: { conversation: Conversation }) {
  const say = useSay()
  const act = useActs()
  const { data: agents = [] } = useAgents()
  const nobody = { value: '', label: say('queue.nobody') }
  const options = [nobody, ...agents.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))]
  const known = options.find(({ value }) => value === conversation.assignee)
  const there =
    conversation.assignee === undefined ? nobody : { value: conversation.assignee, label: conversation.assignee }
  return (
    <div>
      <Box variant="awsui-key-label">
        <span id="assignee-label">{say('matter.assignee')}</span>
      </Box>
      <Select
        ariaLabel={say('matter.assignee')}
        options={options}
        filteringType="auto"
        selectedOption={known ?? there}
        onChange={({ detail }) => {
          const assignee = detail.selectedOption.value || null
          void act([conversation], { do: 'assign', assignee })
        }}
      />
    </div>
  )
}

function MoreActs({ conversation }: { conversation: Conversation }) {
  const say = useSay()
  const act = useActs()
  const choose = (id: string) => {
    const priority = priorities.find(one => `priority-${one}` === id)
    const status = statuses.find(one => one === id)
    const snooze = snoozes.find(one => `snooze-${one}` === id)
    if (priority) void act([conversation], { do: 'priority', priority })
    if (status) void act([conversation], { do: 'status', status })
    if (snooze) void act([conversation], { do: 'snooze', until: snoozeUntil(snooze, new Date()) })
  }
  return (
    <ButtonDropdown
      onItemClick={({ detail }) => choose(detail.id)}
      items={[
        { text: say('acts.status'), items: statuses.map(id => ({ id, text: say(`status.${id}`) })) },
        { text: say('acts.snooze'), items: snoozes.map(id => ({ id: `snooze-${id}`, text: say(`snooze.${id}`) })) },
        {
          text: say('acts.priority'),
          items: priorities.map(id => ({ id: `priority-${id}`, text: say(`priority.${id}`) })),
        },
      ]}
    >
      {say('acts.more')}
    </ButtonDropdown>
  )
}
