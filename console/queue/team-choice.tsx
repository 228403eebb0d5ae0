import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useSearch } from '@tanstack/react-router'
import { useGo } from '../app/router.tsx'
import { useMe, useNames } from '../data/people.ts'
import { useSay } from '../words/words.ts'
import { addressOf } from './saved-filters.ts'

/** For those who are in several teams: whose work is shown. */
export function TeamChoice({ chosen }: { chosen: string | undefined }) {
  const say = useSay()
  const go = useGo()
  const names = useNames()
  const filter = useSearch({ from: '/queue/$view' })
  const { data: me } = useMe()
  const teams = me?.teams ?? []
  if (teams.length < 2) return null
  return (
    <SegmentedControl
      label={say('queue.my-teams')}
      options={teams.map(id => ({ id, text: names.team(id) }))}
      selectedId={chosen ?? teams[0] ?? null}
      onChange={({ detail }) => go(addressOf('team', { ...filter, team: detail.selectedId }), 'replace')}
    />
  )
}
