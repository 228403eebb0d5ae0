import { nameOfParty } from '../customer/customer-name.ts'
import { useSay } from '../words/words.ts'
import { ContactFrame } from './contact-frame.tsx'
import type { ContactProps } from './entry.tsx'
import { WordsOf } from './words-of.tsx'

/** What marketing sent to many, this customer among them: which campaign, to where, and what it said, folded. */
export function CampaignEntry(props: ContactProps) {
  const say = useSay()
  const { campaign = '', subject, to, text, truncated } = props.entry
  return (
    <ContactFrame {...props} icon="group" facts={<span className="public">{say('campaign.of', { campaign })}</span>}>
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
      {text !== '' && (
        <details className="campaign-words">
          <summary>{say('campaign.words')}</summary>
          <WordsOf text={text} truncated={truncated} />
        </details>
      )}
    </ContactFrame>
  )
}
