import { useSay } from '../words/words.ts'
import { durationText } from './call-entry.tsx'
import { ContactFrame } from './contact-frame.tsx'
import type { ContactProps } from './entry.tsx'
import { WordsOf } from './words-of.tsx'

/** What somebody said to a machine, as far as it was written down. */
export function VoicemailEntry(props: ContactProps) {
  const say = useSay()
  const { call, text, truncated } = props.entry
  const facts = call && <span className="quiet">{durationText(call.durationSeconds)}</span>
  return (
    <ContactFrame {...props} icon="microphone" facts={facts}>
      {text === '' ? (
        <p className="quiet">{say('voicemail.no-words')}</p>
      ) : (
        <WordsOf text={text} truncated={truncated} />
      )}
    </ContactFrame>
  )
}
