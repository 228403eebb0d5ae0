import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useActs } from '../acts/use-acts.ts'
import { useGo } from '../app/router.tsx'
import type { Conversation, ConversationRow } from '../client/api.ts'
import { Tags } from '../customer/tags.tsx'
import { useMe } from '../data/people.ts'
import { HandOver } from '../reply/hand-over.tsx'
import { useSay } from '../words/words.ts'

type ActionsProps = { row: ConversationRow; conversation: Conversation | undefined }

/** Answer, take, sort out, or hand over with what is known. */
export function MentionActions({ row, conversation }: ActionsProps) {
  const say = useSay()
  const go = useGo()
  const act = useActs()
  const { data: me } = useMe()
  const [tagging, setTagging] = useState(false)
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        {me && row.assignee !== me.id && (
          <Button onClick={() => void act([row], { do: 'assign', assignee: me.id })}>{say('acts.take')}</Button>
        )}
        <Button onClick={() => void act([row], { do: 'status', status: 'resolved' })}>{say('acts.resolve')}</Button>
        <Button onClick={() => void act([row], { do: 'status', status: 'spam' })}>{say('mentions.spam')}</Button>
        <Button ariaExpanded={tagging} onClick={() => setTagging(!tagging)}>
          {say('matter.tags')}
        </Button>
        {conversation && <HandOver conversation={conversation} />}
        <Button variant="primary" onClick={() => go(`/conversations/${row.id}#write`)}>
          {say('mentions.answer')}
        </Button>
      </SpaceBetween>
      {tagging && conversation && <Tags conversation={conversation} />}
    </SpaceBetween>
  )
}
