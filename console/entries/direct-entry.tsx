import { useSay } from '../words/words.ts'
import { ContactFrame } from './contact-frame.tsx'
import type { ContactProps } from './entry.tsx'
import { WordsOf } from './words-of.tsx'

/** A private message on a network: a bubble, on the side of who wrote it. */
export function DirectEntry(props: ContactProps) {
  const say = useSay()
  const { text, truncated } = props.entry
  return (
    <ContactFrame {...props} icon="contact" facts={<span className="quiet">{say('direct.private')}</span>}>
      <div className="bubble">
        <WordsOf text={text} truncated={truncated} />
      </div>
    </ContactFrame>
  )
}
