import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type RefObject, useState } from 'react'
import { useGo } from '../app/router.tsx'
import type { TimelineEntry } from '../data/entries.ts'
import { useSay } from '../words/words.ts'
import { channelOf, hrefOf, type Place } from './place.ts'
import type { ReadingPlace } from './timeline-list.tsx'

export type ToolsProps = {
  here: string
  place: Place
  unread: readonly TimelineEntry[]
  reading: RefObject<ReadingPlace>
  /** More is unread, or may be, than is loaded. */
  older: boolean
}

/** Which channel is shown, and the ways to places on the timeline: each is an address. */
export function TimelineTools({ here, place, unread, reading, older }: ToolsProps) {
  const say = useSay()
  const go = useGo()
  const to = (at: string | undefined) => go(hrefOf(here, { channel: place.channel, at }), 'replace')
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {unread.length > 0 && (
        <Button onClick={() => to('unread')}>
          {say('timeline.unread', { count: `${unread.length}${older && unread.length >= 25 ? '+' : ''}` })}
        </Button>
      )}
      <GoTo onGo={to} />
      <ChannelFilter here={here} place={place} reading={reading} />
    </SpaceBetween>
  )
}

const oldest = '1970-01-01'

function GoTo({ onGo }: { onGo: (at: string | undefined) => void }) {
  const say = useSay()
  const [asks, setAsks] = useState(false)
  if (asks) return <DayField onGo={onGo} onClose={() => setAsks(false)} />
  return (
    <ButtonDropdown
      items={[
        { id: 'newest', text: say('timeline.to-newest') },
        { id: 'unread', text: say('timeline.to-unread') },
        { id: 'day', text: say('timeline.to-day') },
        { id: 'oldest', text: say('timeline.to-oldest') },
      ]}
      onItemClick={({ detail: { id } }) => {
        if (id === 'day') setAsks(true)
        else onGo(id === 'unread' ? id : id === 'oldest' ? oldest : undefined)
      }}
    >
      {say('timeline.go')}
    </ButtonDropdown>
  )
}

/** The browser's own field for a day: it speaks the reader's language, and every keyboard and screen reader knows it. */
function DayField({ onGo, onClose }: { onGo: (at: string) => void; onClose: () => void }) {
  const say = useSay()
  const [day, setDay] = useState('')
  return (
    <form
      className="day-field"
      onSubmit={event => {
        event.preventDefault()
        if (day !== '') onGo(day)
        onClose()
      }}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <input
        type="date"
        // biome-ignore lint/a11y/noAutofocus: it stands where the button was that asked for it.
        autoFocus
        aria-label={say('timeline.day')}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <Button formAction="submit">{say('timeline.show-day')}</Button>
    </form>
  )
}

const channels = ['all', 'email', 'phone', 'social', 'message', 'review', 'web'] as const

type FilterProps = { here: string; place: Place; reading: RefObject<ReadingPlace> }

/** Another channel shows what was said there at the time that is being read. */
function ChannelFilter({ here, place, reading }: FilterProps) {
  const say = useSay()
  const go = useGo()
  const options = channels.map(id => ({
    value: id,
    label: id === 'all' ? say('timeline.all') : say(`channel.${id}`),
  }))
  const chosen = channelOf(place) ?? 'all'
  return (
    <div className="channel-filter">
      <Select
        inlineLabelText={say('timeline.filter')}
        selectedOption={options.find(({ value }) => value === chosen) ?? null}
        options={options}
        onChange={({ detail: { selectedOption } }) =>
          go(hrefOf(here, { channel: selectedOption.value, at: reading.current.at }), 'replace')
        }
      />
    </div>
  )
}
