import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useMemo, useRef } from 'react'
import { useConsole } from '../app/console-context.ts'
import { PendingReplies } from '../reply/pending-replies.tsx'
import { Empty, Failed, Loading } from '../states/states.tsx'
import { useSay } from '../words/words.ts'
import { hrefOf, type Place } from './place.ts'
import { type ReadingPlace, TimelineList } from './timeline-list.tsx'
import { TimelineTools } from './timeline-tools.tsx'
import { latestArrival, unreadOf } from './unread.ts'
import { useIdentityEntries, withIdentity } from './use-identity-entries.ts'
import type { Jump } from './use-jump.ts'
import { useReadingMark } from './use-reading-mark.ts'
import type { More, TimelineData } from './use-timeline.ts'

export type TimelineProps = {
  customer: string
  conversation: string | undefined
  place: Place
  jump: Jump
  timeline: TimelineData
}

/** All channels in one column, newest first. Only what is on the screen is in the page, however much is loaded. */
export function Timeline({ customer, conversation, place, jump, timeline }: TimelineProps) {
  const say = useSay()
  const reading = useRef<ReadingPlace>({})
  const { shown, unread } = useShownEntries(customer, place, timeline)
  const here = conversation === undefined ? `/customers/${customer}` : `/conversations/${conversation}`
  const { entries, older, newer } = timeline
  const isEmpty = timeline.isCurrent && entries.length === 0 && !older.there && !newer.there
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={<TimelineTools here={here} place={place} unread={unread} reading={reading} older={older.there} />}
        >
          {say('timeline.title')}
        </Header>
      }
    >
      {timeline.isPending && <Loading what={say('timeline.loading')} />}
      {timeline.error && <Failed error={timeline.error} what={say('timeline.title')} onRetry={timeline.retry} />}
      {jump.failure && <Failed error={jump.failure} what={say('timeline.place')} />}
      {isEmpty && <Empty title={say(place.channel === undefined ? 'timeline.nothing' : 'timeline.empty')} />}
      {conversation !== undefined && <PendingReplies conversation={conversation} entries={entries} />}
      <Further more={newer} what={say('timeline.newer-entries')} button={say('timeline.newer')} />
      <TimelineList
        {...{ customer, conversation, jump, timeline, shown, unread, reading }}
        newest={hrefOf(here, { channel: place.channel })}
      />
      <Further more={older} what={say('timeline.older-entries')} button={say('timeline.older')} />
    </Container>
  )
}

/** What is loaded with what belongs between it, and what of it is new to the reader. */
function useShownEntries(customer: string, place: Place, { entries, older, newer }: TimelineData) {
  const { subject } = useConsole().session.person
  const decisions = useIdentityEntries(customer)
  const latest = useMemo(() => (newer.there ? undefined : latestArrival(entries)), [entries, newer.there])
  const mark = useReadingMark(customer, place.channel === undefined ? latest : undefined)
  const unread = useMemo(() => unreadOf(entries, mark, subject), [entries, mark, subject])
  const shown = useMemo(
    () =>
      place.channel === undefined
        ? withIdentity(entries, decisions, { toNewest: !newer.there, toOldest: !older.there })
        : entries,
    [entries, decisions, place.channel, newer.there, older.there],
  )
  return { shown, unread }
}

/** What lies beyond what is loaded: it comes as somebody scrolls to it, and says so when it does not. */
function Further({ more, what, button }: { more: More; what: string; button: string }) {
  if (more.error) return <Failed error={more.error} what={what} onRetry={more.load} />
  if (!more.there) return null
  return (
    <div className="older">
      <Button loading={more.loading} onClick={more.load}>
        {button}
      </Button>
    </div>
  )
}
