import Link from '@cloudscape-design/components/link'
import { useLocation } from '@tanstack/react-router'
import { useGo } from '../app/router.tsx'
import { actorText } from '../entries/actor-text.ts'
import { Moment } from '../words/moment.tsx'
import { useSay } from '../words/words.ts'
import { useIdentityEntries } from './use-identity-entries.ts'

const mostShown = 20

/** Whose these identifiers are: the decisions that made it so, newest first, each with the way to its time. */
export function Decisions({ customer }: { customer: string }) {
  const say = useSay()
  const go = useGo()
  const { pathname } = useLocation()
  const decisions = useIdentityEntries(customer)
  return (
    <details className="fold">
      <summary>{say('who.decisions', { count: decisions.length })}</summary>
      {decisions.length === 0 && <p className="quiet">{say('who.no-decisions')}</p>}
      <ul className="list small">
        {decisions.slice(0, mostShown).map(({ id, sortAt, decision: { kind, by } }) => {
          const href = `${pathname}?at=${encodeURIComponent(sortAt)}`
          return (
            <li key={id}>
              <Link
                href={href}
                fontSize="body-s"
                onFollow={event => {
                  event.preventDefault()
                  go(href, 'replace')
                }}
              >
                {say(`identity.${kind}`)}
              </Link>{' '}
              <span className="quiet">
                <bdi>{actorText(by, say)}</bdi> · <Moment at={sortAt} />
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
