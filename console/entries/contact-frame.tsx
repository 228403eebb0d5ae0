import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import Icon, { type IconProps } from '@cloudscape-design/components/icon'
import Link from '@cloudscape-design/components/link'
import type { ReactNode } from 'react'
import { useFollow } from '../app/router.tsx'
import { nameOfParty } from '../customer/customer-name.ts'
import { useNames } from '../data/people.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { Attachments } from './attachments.tsx'
import type { ContactProps } from './entry.tsx'

type FrameProps = ContactProps & {
  icon: IconProps.Name
  /** What matters on this channel, beside who and when. */
  facts?: ReactNode
  children: ReactNode
}

/** What every contact shows: which way it went, who, when, how sure it is, and what came with it. */
export function ContactFrame({ entry, elsewhere, wanted, icon, facts, children }: FrameProps) {
  const say = useSay()
  const names = useNames()
  const inbound = entry.direction === 'inbound'
  const who = !inbound && entry.agent !== undefined ? names.agent(entry.agent) : nameOfParty(entry.from)
  const className = ['entry', entry.direction, elsewhere && 'elsewhere', wanted && 'wanted'].filter(Boolean).join(' ')
  return (
    <article
      className={className}
      data-row={entry.id}
      tabIndex={-1}
      aria-label={say(`entry.${entry.direction}`, { kind: say(`kind.${entry.kind}`), who })}
    >
      <header>
        <Icon name={icon} variant="subtle" />
        <strong dir="auto">{who}</strong>
        <span className="quiet">
          {say(`kind.${entry.kind}`)}
          {entry.social && ` · ${entry.social.network}`}
        </span>
        {facts}
        {entry.campaign !== undefined && inbound && (
          <Badge>
            <bdi>{say('campaign.after', { campaign: entry.campaign })}</bdi>
          </Badge>
        )}
        {entry.asserted && <Badge color="severity-medium">{say('entry.asserted')}</Badge>}
        {entry.automatic !== undefined && <Badge>{say(`entry.${entry.automatic}`)}</Badge>}
        <span className="when">
          <Moment at={entry.occurredAt} style="clock" />
        </span>
      </header>
      {entry.deletedAt === undefined ? (
        children
      ) : (
        <Box color="text-body-secondary">
          {say('entry.deleted')} <Moment at={entry.deletedAt} style="clock" />
        </Box>
      )}
      <Attachments entry={entry} />
      {elsewhere && entry.conversation !== undefined && <OtherMatter conversation={entry.conversation} />}
    </article>
  )
}

function OtherMatter({ conversation }: { conversation: string }) {
  const say = useSay()
  const follow = useFollow()
  return (
    <Link href={`/conversations/${conversation}`} onFollow={follow} fontSize="body-s">
      {say('entry.other-matter')}
    </Link>
  )
}
