import Box from '@cloudscape-design/components/box'
import Input from '@cloudscape-design/components/input'
import TokenGroup from '@cloudscape-design/components/token-group'
import { useState } from 'react'
import { useActs } from '../acts/use-acts.ts'
import type { Conversation } from '../client/api.ts'
import { useSay } from '../words/words.ts'

/** The tags of a conversation: type one and press Enter, or take one away. */
export function Tags({ conversation }: { conversation: Conversation }) {
  const say = useSay()
  const act = useActs()
  const [typed, setTyped] = useState('')
  const add = () => {
    const tag = typed.trim().toLowerCase().replace(/\s+/g, '-')
    setTyped('')
    if (tag !== '' && !conversation.tags.includes(tag)) void act([conversation], { do: 'tags', add: [tag], remove: [] })
  }
  return (
    <div>
      <Box variant="awsui-key-label">{say('matter.tags')}</Box>
      <TokenGroup
        items={conversation.tags.map(tag => ({ label: tag, dismissLabel: say('matter.tag-remove', { tag }) }))}
        onDismiss={({ detail }) => {
          const tag = conversation.tags[detail.itemIndex]
          if (tag !== undefined) void act([conversation], { do: 'tags', add: [], remove: [tag] })
        }}
      />
      <Input
        value={typed}
        onChange={({ detail }) => setTyped(detail.value)}
        onKeyDown={({ detail }) => detail.key === 'Enter' && add()}
        placeholder={say('matter.tag-add')}
        ariaLabel={say('matter.tag-add')}
      />
    </div>
  )
}
