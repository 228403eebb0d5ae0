import Icon from '@cloudscape-design/components/icon'
import { wayOf } from '../../core/original/way.ts'
import { useMay } from '../app/console-context.ts'
import type { ContactOf } from '../data/entries.ts'
import { PartLine } from '../original/part-line.tsx'
import { useWords } from '../words/words.ts'
import { sizeText } from './size-text.ts'

/** What came with a contact: names and sizes, and what can be looked at or saved from here. */
export function Attachments({ entry }: { entry: ContactOf }) {
  const { say, language } = useWords()
  const may = useMay()
  const { id: contact, attachments } = entry
  if (attachments.length === 0) return null
  return (
    <ul className="attachments" aria-label={say('entry.attachments')}>
      {attachments.map((attachment, at) => {
        const { name, mediaType, bytes, ref } = attachment
        const key = `${ref} ${name}`
        const shown = name === '' ? mediaType : name
        const id = may('readPart') ? partId(entry, at) : undefined
        if (id !== undefined)
          return <PartLine key={key} contact={contact} part={{ id, name: shown, mediaType, bytes }} />
        return (
          <li key={key}>
            <Icon name="file" variant="subtle" /> <bdi>{shown}</bdi>{' '}
            {bytes > 0 && <span className="quiet">{sizeText(bytes, language)}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** Of a mail the path behind the object that holds it, of our own answer its number; nothing else is kept by us. */
function partId({ attachments, rawRef, deletedAt }: ContactOf, at: number): string | undefined {
  const way = rawRef === undefined || deletedAt !== undefined ? undefined : wayOf(rawRef)
  if (way === undefined) return undefined
  return way === 'sent' ? `file-${at + 1}` : /#([\d.]+)$/.exec(attachments[at]?.ref ?? '')?.[1]
}
