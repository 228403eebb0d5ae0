import Button from '@cloudscape-design/components/button'
import { useEffect, useMemo, useState } from 'react'
import { useGo } from '../app/router.tsx'
import type { TimelineEntry } from '../data/entries.ts'
import type { Hearer } from '../live/live.ts'
import { useLiveEvents } from '../live/use-live.ts'
import { useSay } from '../words/words.ts'

export type NewestPillProps = {
  customer: string
  entries: readonly TimelineEntry[]
  /** The timeline is scrolled into, so that its beginning is out of sight. */
  isWithin: boolean
  /** What is loaded reaches up to the newest. */
  isAtNewest: boolean
  newest: string
  onTop: () => void
}

/** Says what came above while somebody reads further down, and leads there. */
export function NewestPill({ customer, entries, isWithin, isAtNewest, newest, onTop }: NewestPillProps) {
  const say = useSay()
  const go = useGo()
  const count = useCameAbove(customer, entries, isWithin, isAtNewest)
  const isShown = isWithin && (count > 0 || !isAtNewest)
  const follow = () => (isAtNewest ? onTop() : go(newest, 'replace'))
  return (
    <div className="newest-pill" role="status">
      {isShown && (
        <Button iconName="angle-up" onClick={follow}>
          {count > 0 ? say(count === 1 ? 'timeline.new-one' : 'timeline.new', { count }) : say('timeline.newest')}
        </Button>
      )}
    </div>
  )
}

/** How many contacts and notes came since the reader had the newest before them. */
function useCameAbove(
  customer: string,
  entries: readonly TimelineEntry[],
  isWithin: boolean,
  isAtNewest: boolean,
): number {
  const said = useMemo(() => entries.filter(({ type }) => type !== 'status'), [entries])
  const [seen, setSeen] = useState<string>()
  const [heard, setHeard] = useState(0)
  const top = said[0]?.id
  useEffect(() => {
    if (isWithin || !isAtNewest) return
    setSeen(top)
    setHeard(0)
  }, [isWithin, isAtNewest, top])
  const hearer = useMemo<Hearer>(
    () => ({
      events: events => {
        const came = events.filter(event => event.type === 'contact' && event.customer === customer).length
        if (came > 0) setHeard(now => now + came)
      },
      reload: () => undefined,
    }),
    [customer],
  )
  useLiveEvents(hearer)
  if (!isAtNewest) return heard
  const at = said.findIndex(({ id }) => id === seen)
  return at === -1 ? 0 : at
}
