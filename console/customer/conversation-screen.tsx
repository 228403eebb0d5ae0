import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useConsole } from '../app/console-context.ts'
import { dataKeys } from '../data/keys.ts'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { CustomerView } from './customer-view.tsx'

/** A matter, on the whole timeline of the customer whose it is. */
export function ConversationScreen() {
  const say = useSay()
  const { api } = useConsole()
  const { conversation: id } = useParams({ from: '/conversations/$conversation' })
  const place = useSearch({ from: '/conversations/$conversation' })
  const { data, error, refetch } = useQuery({
    queryKey: dataKeys.conversation(id),
    queryFn: ({ signal }) => api.readConversation(id, { limit: 1 }, signal),
  })
  if (data === undefined)
    return error ? (
      <Failed error={error} what={say('conversation.title')} onRetry={() => void refetch()} />
    ) : (
      <Loading what={say('conversation.loading')} />
    )
  const { conversation } = data
  if (conversation.customer === undefined) return <Empty title={say('conversation.nobody')} />
  return <CustomerView customer={conversation.customer} conversation={conversation} place={place} />
}
