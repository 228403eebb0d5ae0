import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useSay } from '../words/words.ts'
import { foldQuoted } from './quoted.ts'

const longestShown = 1200

/** What somebody wrote: line by line as it was, what they quote folded away, and a very long text cut until asked for. */
export function WordsOf({ text, truncated = false }: { text: string; truncated?: boolean | undefined }) {
  const say = useSay()
  const [whole, setWhole] = useState(false)
  const { own, quoted } = foldQuoted(text)
  const long = own.length > longestShown && !whole
  return (
    <div className="words" dir="auto">
      <p>{long ? `${own.slice(0, longestShown)}…` : own}</p>
      {long && (
        <Button variant="inline-link" onClick={() => setWhole(true)}>
          {say('entry.whole')}
        </Button>
      )}
      {quoted !== '' && (
        <details>
          <summary>{say('entry.quoted')}</summary>
          <blockquote>{quoted}</blockquote>
        </details>
      )}
      {truncated && <p className="quiet">{say('entry.truncated')}</p>}
    </div>
  )
}
