import { useSay } from '../words/words.ts'
import { ContactFrame } from './contact-frame.tsx'
import type { ContactProps } from './entry.tsx'
import { WordsOf } from './words-of.tsx'

const mostStars = 5

/** A review: its stars where the network gives some, and its words. */
export function ReviewEntry(props: ContactProps) {
  const { social, subject, text, truncated } = props.entry
  const rating = social?.metrics?.rating ?? social?.metrics?.stars
  return (
    <ContactFrame {...props} icon="star" facts={rating !== undefined && <Stars rating={rating} />}>
      {subject !== undefined && <p className="subject">{subject}</p>}
      <WordsOf text={text} truncated={truncated} />
    </ContactFrame>
  )
}

function Stars({ rating }: { rating: number }) {
  const say = useSay()
  const full = Math.max(0, Math.min(mostStars, Math.round(rating)))
  return (
    <span className="stars" role="img" aria-label={say('review.stars', { rating, most: mostStars })}>
      {'★'.repeat(full)}
      {'☆'.repeat(mostStars - full)}
    </span>
  )
}
