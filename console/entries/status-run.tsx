import type { StatusOf } from '../data/entries.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { StatusEntry } from './status-entry.tsx'

/** Several changes that followed each other, folded into one line. */
export function StatusRun({ entries, wanted }: { entries: readonly StatusOf[]; wanted: string | undefined }) {
  const say = useSay()
  const [newest] = entries
  const kinds = [...new Set(entries.map(({ change }) => say(`change.${change}`)))]
  return (
    <details className="status-run" open={entries.some(({ id }) => id === wanted)}>
      <summary>
        {say('timeline.changes', { count: entries.length })}: {kinds.slice(0, 4).join(', ')}
        {newest && (
          <>
            {' '}
            · <Moment at={newest.at} style="clock" />
          </>
        )}
      </summary>
      {entries.map(entry => (
        <StatusEntry key={entry.id} entry={entry} wanted={entry.id === wanted} />
      ))}
    </details>
  )
}
