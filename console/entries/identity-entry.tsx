import Icon from '@cloudscape-design/components/icon'
import type { IdentityOf } from '../data/entries.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { actorText } from './actor-text.ts'

type State = IdentityOf['decision']['after']

/** A decision about who this is: which identifiers came or went by it, who decided, and why. */
export function IdentityEntry({ entry: { id, decision }, wanted }: { entry: IdentityOf; wanted: boolean }) {
  const say = useSay()
  const { kind, by, reason, before, after, at } = decision
  const [came, went] = [namesIn(after, before), namesIn(before, after)]
  return (
    <article
      className={`entry identity${wanted ? ' wanted' : ''}`}
      data-row={id}
      tabIndex={-1}
      aria-label={say(`identity.${kind}`)}
    >
      <header>
        <Icon name="user-profile" variant="subtle" />
        <strong>{say(`identity.${kind}`)}</strong>
        <span className="quiet" dir="auto">
          {actorText(by, say)}
        </span>
        <span className="when">
          <Moment at={at} style="clock" />
        </span>
      </header>
      {came.length > 0 && <p className="breakable">{say('identity.came', { identifiers: came.join(', ') })}</p>}
      {went.length > 0 && <p className="breakable">{say('identity.went', { identifiers: went.join(', ') })}</p>}
      {reason !== undefined && (
        <p className="quiet" dir="auto">
          {reason}
        </p>
      )}
    </article>
  )
}

/** What the one state names and the other does not. */
function namesIn(state: State | undefined, other: State | undefined): string[] {
  const known = new Set(other?.identifiers.map(({ type, value }) => `${type}:${value}`))
  return (state?.identifiers ?? [])
    .filter(({ type, value }) => !known.has(`${type}:${value}`))
    .map(({ display }) => display)
}
