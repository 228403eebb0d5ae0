import Button from '@cloudscape-design/components/button'
import Icon from '@cloudscape-design/components/icon'
import { useState } from 'react'
import { attachmentRefusal } from '../../core/attachment/attachment.ts'
import { useConsole } from '../app/console-context.ts'
import type { Original } from '../client/api.ts'
import { sizeText } from '../entries/attachments.tsx'
import { reasonOf } from '../states/states.tsx'
import { useWords } from '../words/words.ts'
import { pictureAddress } from './load-pictures.ts'
import { readWhole, save } from './save-part.ts'

type Part = Original['parts'][number]

/** What came with a mail: to save, and pictures to look at. Nothing of it is opened here. */
export function Parts({ contact, parts }: { contact: string; parts: Original['parts'] }) {
  const { say } = useWords()
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

/** Pages and drawings run in browsers, besides what runs everywhere. */
const runs = ({ name, mediaType }: Part): boolean =>
  attachmentRefusal(name, mediaType) !== undefined || /\.(?:[sx]?html?|svgz?|xml|xht|mht|url)$/i.test(name)

const looksLikePicture = ({ mediaType, bytes }: Part): boolean =>
  /^image\/(?:png|jpe?g|gif|webp)$/i.test(mediaType) && bytes <= 3_000_000

function PartLine({ contact, part }: { contact: string; part: Part }) {
  const { say, language } = useWords()
  const { seen, look, keep } = usePart(contact, part)
  const { name, mediaType, bytes } = part
  return (
    <li>
      <Icon name="file" variant="subtle" /> <bdi>{name}</bdi>{' '}
      <span className="quiet">
        {sizeText(bytes, language)} · <bdi>{mediaType}</bdi>
      </span>{' '}
      {looksLikePicture(part) && (
        <Button variant="inline-link" onClick={look} ariaLabel={say('original.look', { name })}>
          {say('original.look', { name: '' }).trim()}
        </Button>
      )}{' '}
      <Button variant="inline-link" onClick={keep} ariaLabel={say('original.save', { name })}>
        {say('original.save', { name: '' }).trim()}
      </Button>
      {runs(part) && <p className="quiet">{say('original.runs')}</p>}
      <p className="quiet" role="status">
        {seen.failure ?? (seen.share !== undefined && seen.share < 1 && savingText(seen.share, say))}
      </p>
      {seen.address !== undefined && <img className="original-picture" src={seen.address} alt={name} />}
    </li>
  )
}

const savingText = (share: number, say: ReturnType<typeof useWords>['say']): string =>
  say('original.saving', { percent: Math.round(share * 100) })

type Seen = { address?: string; share?: number; failure?: string }

function usePart(contact: string, { id, name }: Part) {
  const { api } = useConsole()
  const { say } = useWords()
  const [seen, setSeen] = useState<Seen>({})
  const attempt = (act: () => Promise<Seen>) => () => {
    act().then(setSeen, (error: unknown) =>
      setSeen({ failure: error instanceof Error ? reasonOf(error, say) : say('failed.here') }),
    )
  }
  return {
    seen,
    look: attempt(async () => {
      const address = pictureAddress(await api.readPart(contact, id))
      return address === undefined ? { failure: say('original.no-picture') } : { address }
    }),
    keep: attempt(async () => {
      setSeen({ share: 0 })
      const whole = await readWhole(
        offset => api.readPart(contact, id, { offset }),
        share => setSeen({ share }),
      )
      save(whole, name)
      return {}
    }),
  }
}
