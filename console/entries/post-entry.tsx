import Link from '@cloudscape-design/components/link'
import { useSay, useWords } from '../words/words.ts'
import { ContactFrame } from './contact-frame.tsx'
import type { ContactProps } from './entry.tsx'
import { isWebAddress } from './web-address.ts'
import { WordsOf } from './words-of.tsx'

/** A mention, comment or post, as people see it: the handle, the words, what others made of it, and where it stands. */
export function PostEntry(props: ContactProps) {
  const say = useSay()
  const { social, from, text, truncated } = props.entry
  return (
    <ContactFrame
      {...props}
      icon="share"
      facts={social?.visibility === 'public' && <span className="public">{say('post.public')}</span>}
    >
      <div className="post">
        {from.handle !== undefined && <p className="quiet">@{from.handle.replace(/^@/, '')}</p>}
        <WordsOf text={text} truncated={truncated} />
        {social?.metrics && <Metrics metrics={social.metrics} />}
        {social?.url !== undefined && isWebAddress(social.url) && (
          <Link href={social.url} external fontSize="body-s" externalIconAriaLabel={say('post.new-tab')}>
            {say('post.see', { network: social.network })}
          </Link>
        )}
      </div>
    </ContactFrame>
  )
}

function Metrics({ metrics }: { metrics: Record<string, number> }) {
  const { language } = useWords()
  const number = new Intl.NumberFormat(language, { notation: 'compact' })
  return (
    <p className="quiet">
      {Object.entries(metrics)
        .map(([name, value]) => `${number.format(value)} ${name.replaceAll('_', ' ')}`)
        .join(' · ')}
    </p>
  )
}
