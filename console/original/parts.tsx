import type { Original } from '../client/api.ts'
import { useSay } from '../words/words.ts'
import { PartLine } from './part-line.tsx'

/** What came with a mail: to save, and pictures to look at. Nothing of it is opened here. */
export function Parts({ contact, parts }: { contact: string; parts: Original['parts'] }) {
  const say = useSay()
  const shown = parts.filter(({ inline }) => !inline)
  if (shown.length === 0) return null
  return (
    <ul className="attachments" aria-label={say('original.parts')}>
      {shown.map(part => (
        <PartLine key={part.id} contact={contact} part={part} />
      ))}
    </ul>
  )
}
