import Link from '@cloudscape-design/components/link'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useFollow } from '../../app/router.tsx'
import { useSay } from '../../words/words.ts'
import { addressOf, type Place } from '../places.ts'

/** The name of a thing, which leads to its form, with its id below. */
export function Named({ place, id, name }: { place: Place; id: string; name?: string | undefined }) {
  const follow = useFollow()
  return (
    <div data-row={id}>
      <Link href={addressOf(place, id)} onFollow={follow}>
        <span dir="auto">{name ?? id}</span>
      </Link>
      {name !== undefined && <div className="quiet">{id}</div>}
    </div>
  )
}

export function Active({ active }: { active: boolean }) {
  const say = useSay()
  return (
    <StatusIndicator type={active ? 'success' : 'stopped'}>
      {say(active ? 'ops.active' : 'ops.inactive')}
    </StatusIndicator>
  )
}
