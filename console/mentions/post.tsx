import Link from '@cloudscape-design/components/link'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
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
      <Beginning row={row}>
        {matter.isFetching && (
          <span role="status" data-loading>
            {say('mentions.post-loading')}
          </span>
        )}
      </Beginning>
    )
  const post = latestPost(matter.data)
  if (post === undefined) return <Beginning row={row}>{say('mentions.no-post')}</Beginning>
  if (post.deletedAt !== undefined) return <p className="quiet">{say('entry.deleted')}</p>
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

/** How the matter began, and why no more of it is shown. */
function Beginning({ row, children }: { row: ConversationRow; children: ReactNode }) {
  return (
    <div className="mention-post">
      <p dir="auto">{row.title}</p>
      <p className="quiet">{children}</p>
    </div>
  )
}
