import Icon from '@cloudscape-design/components/icon'
import type { NoteOf } from '../data/entries.ts'
import { useNames } from '../data/people.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { actorText } from './actor-text.ts'

/** What a colleague noted; the customer never sees it, and it looks like nothing that the customer sees. */
export function NoteEntry({ entry, wanted }: { entry: NoteOf; wanted: boolean }) {
  const say = useSay()
  const names = useNames()
  const who = actorText(entry.actor, say)
  return (
    <article
      className={`entry note${wanted ? ' wanted' : ''}`}
      data-row={entry.id}
      tabIndex={-1}
      aria-label={say('note.of', { who })}
    >
      <header>
        <Icon name="edit" variant="subtle" />
        <strong dir="auto">{who}</strong>
        <span className="quiet">{say('note.internal')}</span>
        {entry.mentions.length > 0 && (
          <span className="quiet">{say('note.tells', { names: entry.mentions.map(names.agent).join(', ') })}</span>
        )}
        <span className="when">
          <Moment at={entry.at} style="clock" />
        </span>
      </header>
      <div className="words" dir="auto">
        <p>{entry.text}</p>
      </div>
    </article>
  )
}
