import Link from '@cloudscape-design/components/link'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ConversationPage, ConversationRow } from '../client/api.ts'
import type { ContactOf } from '../data/entries.ts'
import { Attachments } from '../entries/attachments.tsx'
import { isWebAddress } from '../entries/web-address.ts'
import { WordsOf } from '../entries/words-of.tsx'
import { Failed } from '../states/states.tsx'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { networkIn } from './networks.ts'

/** The latest that the customer said in public in a matter. */
export function latestPost({ entries }: Pick<ConversationPage, 'entries'>): ContactOf | undefined {
  return entries
    .flatMap(entry => (entry.type === 'contact' ? [entry] : []))
    .find(({ channel, direction }) => channel === 'social' && direction === 'inbound')
}

type PostProps = { row: ConversationRow; matter: UseQueryResult<ConversationPage> }

/** The latest post; until it is there, how the matter began, which its row knows. */
export function Post({ row, matter }: PostProps) {
  const say = useSay()
  if (matter.error && !matter.data)
    return <Failed error={matter.error} what={say('mentions.title')} onRetry={() => void matter.refetch()} />
  if (!matter.data)
    return (
      <div className="mention-post">
        <p dir="auto">{row.title}</p>
        {matter.isFetching && (
          <p className="quiet" role="status" data-loading>
            {say('mentions.post-loading')}
          </p>
        )}
      </div>
    )
  const post = latestPost(matter.data)
  if (post === undefined || post.deletedAt !== undefined)
    return <p className="quiet">{say(post === undefined ? 'mentions.no-post' : 'entry.deleted')}</p>
  const { from, social, text, truncated, occurredAt } = post
  const network = networkIn(social?.network)
  return (
    <div className="mention-post">
      <p className="quiet">
        {from.name !== undefined && <strong dir="auto">{from.name} </strong>}
        {from.handle !== undefined && `@${from.handle.replace(/^@/, '')} · `}
        <Moment at={occurredAt} />
      </p>
      <WordsOf text={text} truncated={truncated} />
      <Attachments entry={post} />
      {social?.url !== undefined && isWebAddress(social.url) && (
        <Link href={social.url} external fontSize="body-s" externalIconAriaLabel={say('post.new-tab')}>
          {say('post.see', { network: network ? say(`identifier.${network}`) : social.network })}
        </Link>
      )}
    </div>
  )
}
