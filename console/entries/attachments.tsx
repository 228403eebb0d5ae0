import Icon from '@cloudscape-design/components/icon'
import type { ContactOf } from '../data/entries.ts'
import { useWords } from '../words/words.ts'

/** What came with a contact: names and sizes. */
export function Attachments({ attachments }: { attachments: ContactOf['attachments'] }) {
  const { say, language } = useWords()
  if (attachments.length === 0) return null
  return (
    <ul className="attachments" aria-label={say('entry.attachments')}>
      {attachments.map(({ name, mediaType, bytes, ref }) => (
        <li key={`${ref} ${name}`}>
          <Icon name="file" variant="subtle" /> <span dir="auto">{name === '' ? mediaType : name}</span>{' '}
          <span className="quiet">{sizeText(bytes, language)}</span>
        </li>
      ))}
    </ul>
  )
}

/** `12 KB`, in the reader's language. */
export function sizeText(bytes: number, language: string): string {
  const [unit, size] =
    bytes < 1000
      ? (['byte', bytes] as const)
      : bytes < 1e6
        ? (['kilobyte', bytes / 1e3] as const)
        : (['megabyte', bytes / 1e6] as const)
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(size)
}
