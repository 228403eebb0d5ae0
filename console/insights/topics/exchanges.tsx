import Link from '@cloudscape-design/components/link'
import { useFollow } from '../../app/router.tsx'
import type { Api } from '../../client/api.ts'
import { Moment } from '../../words/moment.tsx'
import { useSay } from '../../words/words.ts'
import { channelText } from '../labels.ts'

export type Exchange = Awaited<ReturnType<Api['excerpts']>>['items'][number]
type Excerpt = Exchange['asked']

/** What customers asked, in their words, with the answers they were given; each leads to its conversation. */
export function Exchanges({ items }: { items: readonly Exchange[] }) {
  return (
    <ul className="exchanges">
      {items.map(({ asked, answers }) => (
        <li key={asked.id}>
          <Said excerpt={asked} kind="asked" />
          {answers.map(answer => (
            <Said key={answer.id} excerpt={answer} kind="answered" />
          ))}
        </li>
      ))}
    </ul>
  )
}

function Said({ excerpt, kind }: { excerpt: Excerpt; kind: 'asked' | 'answered' }) {
  const say = useSay()
  const follow = useFollow()
  const { id, at, channel, text, conversation } = excerpt
  return (
    <figure className={`entry ${kind === 'asked' ? '' : 'outbound'}`}>
      <figcaption className="quiet">
        {say(kind === 'asked' ? 'insights.question' : 'insights.answered')} · {channelText(channel, say)} ·{' '}
        <Moment at={at} />
        {conversation !== undefined && (
          <>
            {' · '}
            <Link href={`/conversations/${conversation}?entry=${id}`} onFollow={follow} fontSize="body-s">
              {say('insights.to-conversation')}
            </Link>
          </>
        )}
      </figcaption>
      <blockquote className="said" dir="auto">
        {text}
      </blockquote>
    </figure>
  )
}
