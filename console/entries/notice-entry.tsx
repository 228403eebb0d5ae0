import Icon from '@cloudscape-design/components/icon'
import Link from '@cloudscape-design/components/link'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { NoticeOf } from '../data/entries.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { isWebAddress } from './web-address.ts'

/** What a department announced: what it is, whether it holds now, from when until when. */
export function NoticeEntry({ entry, wanted }: { entry: NoticeOf; wanted: boolean }) {
  const say = useSay()
  const { id, kind, department, title, text, from, until, url } = entry
  const now = new Date().toISOString()
  const holds = from <= now && (until === undefined || until > now)
  return (
    <article
      className={`entry notice${wanted ? ' wanted' : ''}`}
      data-row={id}
      tabIndex={-1}
      aria-label={say('notice.of', { department, title })}
    >
      <header>
        <Icon name="notification" variant="subtle" />
        <strong dir="auto">{title}</strong>
        <span className="quiet">
          {say(`notice.${kind}`)} · <bdi>{department}</bdi>
        </span>
        <StatusIndicator type={holds ? 'in-progress' : from > now ? 'pending' : 'success'}>
          {say(holds ? 'notice.now' : from > now ? 'notice.later' : 'notice.over')}
        </StatusIndicator>
        <span className="when">
          <Moment at={from} style="clock" />
          {until !== undefined && (
            <>
              {' – '}
              <Moment at={until} style="clock" />
            </>
          )}
        </span>
      </header>
      {text !== undefined && (
        <div className="words" dir="auto">
          <p>{text}</p>
        </div>
      )}
      {url !== undefined && isWebAddress(url) && (
        <Link href={url} external fontSize="body-s" externalIconAriaLabel={say('post.new-tab')}>
          {say('notice.more')}
        </Link>
      )}
    </article>
  )
}
