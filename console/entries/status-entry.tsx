import type { StatusOf } from '../data/entries.ts'
import { useNames } from '../data/people.ts'
import { Moment } from '../words/moment.tsx'
import { Reason } from '../words/reason.tsx'
import { type Say, useSay } from '../words/words.ts'
import { actorText } from './actor-text.ts'

const statuses = ['open', 'waiting-customer', 'waiting-department', 'snoozed', 'resolved', 'spam'] as const
const priorities = ['low', 'normal', 'high', 'urgent'] as const
const clocks = ['firstResponse', 'nextResponse', 'resolution'] as const

/** A change of a matter, in one quiet line: what became of it, who did it, and why. */
export function StatusEntry({ entry, wanted = false }: { entry: StatusOf; wanted?: boolean }) {
  const say = useSay()
  const names = useNames()
  const change = changeText(entry, say, names)
  return (
    <p className={`status-entry${wanted ? ' wanted' : ''}`} data-row={entry.id} tabIndex={-1}>
      <span className="mark" aria-hidden="true" />
      <span>
        <span dir="auto">
          {change}
          {entry.reason !== undefined && (
            <>
              : <Reason text={entry.reason} />
            </>
          )}
        </span>{' '}
        <span className="quiet">
          {actorText(entry.actor, say)} · <Moment at={entry.at} style="clock" />
        </span>
      </span>
    </p>
  )
}

function changeText({ change, from, to }: StatusOf, say: Say, names: ReturnType<typeof useNames>): string {
  const valueText = (value: string): string => {
    if (change === 'assigned') return names.agent(value)
    if (change === 'team' || change === 'escalated') return names.team(value)
    const status = statuses.find(one => one === value)
    const priority = priorities.find(one => one === value)
    const clock = clocks.find(one => one === value)
    if (clock) return say(`clock.${clock}`)
    return status ? say(`status.${status}`) : priority ? say(`priority.${priority}`) : value
  }
  const given = [from, to].flatMap(value => (value === undefined || value === '' ? [] : [valueText(value)]))
  return [say(`change.${change}`), given.join(' → ')].filter(Boolean).join(' ')
}
