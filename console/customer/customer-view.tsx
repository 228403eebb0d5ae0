import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { Conversation } from '../client/api.ts'
import { dataKeys } from '../data/keys.ts'
import type { Presence } from '../live/presence.ts'
import { usePresence, useTopic } from '../live/use-live.ts'
import { ReplyBox } from '../reply/reply-box.tsx'
import { Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { Brief } from './brief.tsx'
import { titleOfCustomer } from './customer-name.ts'
import { Matter } from './matter.tsx'
import { Matters } from './matters.tsx'
import './timeline.css'
import { channelOf, type Place } from './place.ts'
import { Timeline } from './timeline.tsx'
import { useJump } from './use-jump.ts'
import { useTimeline } from './use-timeline.ts'
import { Who } from './who.tsx'

export type CustomerViewProps = {
  customer: string
  conversation?: Conversation
  place: Place
}

/** One screen, the whole customer: what to know on top, all channels in one column, who it is beside it. */
export function CustomerView({ customer: id, conversation, place }: CustomerViewProps) {
  const say = useSay()
  const may = useMay()
  const { api } = useConsole()
  const [typing, setTyping] = useState(false)
  useTopic(`customer:${id}`)
  const others = usePresence(may('readConversation') ? (conversation?.id ?? id) : undefined, typing)
  const jump = useJump(place)
  const timeline = useTimeline(id, channelOf(place), jump.start)
  const {
    data: customer,
    error,
    refetch,
  } = useQuery({
    queryKey: dataKeys.customer(id),
    queryFn: ({ signal }) => api.readCustomer(id, signal),
  })
  const contacts = timeline.entries.flatMap(entry => (entry.type === 'contact' ? [entry] : []))
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={<Here others={others} />}>
        <span dir="auto">{customer ? titleOfCustomer(customer, contacts) : (conversation?.name ?? '…')}</span>
      </Header>
      <div className="columns">
        <SpaceBetween size="m">
          {may('readBrief') && <Brief customer={id} />}
          {conversation && <Matter conversation={conversation} />}
          {conversation && may('addNote') && (
            <ReplyBox
              conversation={conversation}
              customer={customer}
              loaded={timeline.entries}
              others={others}
              onTyping={setTyping}
            />
          )}
          <Timeline customer={id} conversation={conversation?.id} {...{ place, jump, timeline }} />
        </SpaceBetween>
        <aside className="beside" aria-label={say('customer.beside')}>
          <SpaceBetween size="m">
            {customer && <Who customer={customer} />}
            {error && <Failed error={error} what={say('customer.title')} onRetry={() => void refetch()} />}
            {!customer && !error && <Loading what={say('customer.loading')} />}
            {may('customerConversations') && <Matters customer={id} current={conversation?.id} />}
          </SpaceBetween>
        </aside>
      </div>
    </SpaceBetween>
  )
}

/** Which colleagues are here too. */
function Here({ others }: { others: readonly Presence[] }) {
  const say = useSay()
  return (
    <Box variant="span" color="text-status-info">
      <span role="status">
        {others.map(({ who, state }) => say(`presence.${state}`, { name: who.name ?? who.subject })).join(' ')}
      </span>
    </Box>
  )
}
