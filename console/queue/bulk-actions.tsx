import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Act } from '../acts/act.ts'
import type { ConversationRow } from '../client/api.ts'
import { useMe } from '../data/people.ts'
import { useSay } from '../words/words.ts'

const priorities = ['urgent', 'high', 'normal', 'low'] as const

type BulkProps = { selected: readonly ConversationRow[]; onAct: (act: Act) => void }

/** What may be done to all the rows that are ticked; each can be taken back. */
export function BulkActions({ selected, onAct: carryOut }: BulkProps) {
  const say = useSay()
  const { data: me } = useMe()
  const none = selected.length === 0
  const choose = (id: string) => {
    const priority = priorities.find(one => one === id)
    if (priority) carryOut({ do: 'priority', priority })
    else if (id === 'waiting-customer' || id === 'spam') carryOut({ do: 'status', status: id })
    else carryOut({ do: 'assign', assignee: null })
  }
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {me && (
        <Button disabled={none} onClick={() => carryOut({ do: 'assign', assignee: me.id })}>
          {say('acts.take')}
        </Button>
      )}
      <Button disabled={none} onClick={() => carryOut({ do: 'status', status: 'resolved' })}>
        {say('acts.resolve')}
      </Button>
      <ButtonDropdown
        disabled={none}
        onItemClick={({ detail }) => choose(detail.id)}
        items={[
          { id: 'waiting-customer', text: say('acts.wait') },
          { id: 'release', text: say('acts.release') },
          { id: 'spam', text: say('acts.spam') },
          { text: say('acts.priority'), items: priorities.map(id => ({ id, text: say(`priority.${id}`) })) },
        ]}
      >
        {say('acts.more')}
      </ButtonDropdown>
    </SpaceBetween>
  )
}
