import { nameOfParty } from '../customer/customer-name.ts'
import { ShowOriginal } from '../original/show-original.tsx'
import { useSay } from '../words/words.ts'
import { ContactFrame } from './contact-frame.tsx'
import type { ContactProps } from './entry.tsx'
import { WordsOf } from './words-of.tsx'

/** A mail: its subject, whom it went to, its own words; what it quotes stays folded. */
export function MailEntry(props: ContactProps) {
  const say = useSay()
  const { subject, to, text, truncated } = props.entry
  return (
    <ContactFrame {...props} icon="envelope">
      {subject !== undefined && subject !== '' && (
        <p className="subject" dir="auto">
          {subject}
        </p>
      )}
      {to.length > 0 && (
        <p className="quiet breakable">
          {say('mail.to')} {to.map(nameOfParty).join(', ')}
        </p>
      )}
      {text === '' ? <p className="quiet">{say('mail.no-words')}</p> : <WordsOf text={text} truncated={truncated} />}
      <ShowOriginal entry={props.entry} />
    </ContactFrame>
  )
}
