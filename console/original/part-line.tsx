import Button from '@cloudscape-design/components/button'
import Icon from '@cloudscape-design/components/icon'
import { useState } from 'react'
import { attachmentRefusal } from '../../core/attachment/attachment.ts'
import { useConsole } from '../app/console-context.ts'
import type { Original } from '../client/api.ts'
import { sizeText } from '../entries/size-text.ts'
import { reasonOf } from '../states/states.tsx'
import { type Say, useWords } from '../words/words.ts'
import { pictureAddress } from './load-pictures.ts'
import { type PdfFacts, readPdf } from './pdf.ts'
import { readWhole, save } from './save-part.ts'

export type Part = Pick<Original['parts'][number], 'id' | 'name' | 'mediaType' | 'bytes'>

/** Pages and drawings run in browsers, besides what runs everywhere. */
const runs = ({ name, mediaType }: Part): boolean =>
  attachmentRefusal(name, mediaType) !== undefined || /\.(?:[sx]?html?|svgz?|xml|xht|mht|url)$/i.test(name)

const mostLooked = 3_000_000
const looksLikePicture = ({ mediaType }: Part): boolean => /^image\/(?:png|jpe?g|gif|webp)$/i.test(mediaType)
const looksLikePdf = ({ name, mediaType }: Part): boolean =>
  /^application\/(?:x-)?pdf$/i.test(mediaType) || /\.pdf$/i.test(name)

/** Something that came with a contact: to save; a picture to look at, and of a PDF what it is. Nothing is opened here. */
export function PartLine({ contact, part }: { contact: string; part: Part }) {
  const { say, language } = useWords()
  const { seen, look, keep } = usePart(contact, part)
  const { name, mediaType, bytes } = part
  const mayLook = bytes <= mostLooked && (looksLikePicture(part) || looksLikePdf(part))
  return (
    <li>
      <Icon name="file" variant="subtle" /> <bdi>{name}</bdi>{' '}
      <span className="quiet">
        {sizeText(bytes, language)} · <bdi>{mediaType}</bdi>
      </span>{' '}
      {mayLook && (
        <Button variant="inline-link" onClick={look} ariaLabel={say('original.look', { name })}>
          {say('original.look', { name: '' }).trim()}
        </Button>
      )}{' '}
      <Button variant="inline-link" onClick={keep} ariaLabel={say('original.save', { name })}>
        {say('original.save', { name: '' }).trim()}
      </Button>
      {runs(part) && <p className="quiet">{say('original.runs')}</p>}
      <p className="quiet" role="status">
        {seen.failure ??
          (seen.pdf ? pdfText(seen.pdf, say) : undefined) ??
          (seen.share !== undefined && seen.share < 1 && savingText(seen.share, say))}
      </p>
      {seen.address !== undefined && <img className="original-picture" src={seen.address} alt={name} />}
    </li>
  )
}

const savingText = (share: number, say: Say): string => say('original.saving', { percent: Math.round(share * 100) })

/** `PDF, 3 pages. It holds scripts, links.` */
function pdfText({ pages, holds }: PdfFacts, say: Say): string {
  const what = pages === 1 ? say('pdf.page') : say('pdf.pages', { pages })
  if (holds.includes('password')) return say('pdf.password')
  return holds.length === 0
    ? `${what} ${say('pdf.plain')}`
    : `${what} ${say('pdf.holds', { what: holds.map(hold => say(`pdf.${hold}`)).join(', ') })}`
}

type Seen = { address?: string; pdf?: PdfFacts; share?: number; failure?: string }

function usePart(contact: string, part: Part) {
  const { id, name } = part
  const { api } = useConsole()
  const { say } = useWords()
  const [seen, setSeen] = useState<Seen>({})
  const attempt = (act: () => Promise<Seen>) => () => {
    act().then(setSeen, (error: unknown) =>
      setSeen({ failure: error instanceof Error ? reasonOf(error, say) : say('failed.here') }),
    )
  }
  const whole = (onShare: (share: number) => void) =>
    readWhole(offset => api.readPart(contact, id, { offset }), onShare)
  const lookAtPdf = async (): Promise<Seen> => {
    const bytes = await (await whole(() => undefined)).arrayBuffer()
    const pdf = await readPdf(new Uint8Array(bytes))
    return pdf === undefined ? { failure: say('pdf.none') } : { pdf }
  }
  const lookAtPicture = async (): Promise<Seen> => {
    const address = pictureAddress(await api.readPart(contact, id))
    return address === undefined ? { failure: say('original.no-picture') } : { address }
  }
  return {
    seen,
    look: attempt(looksLikePicture(part) ? lookAtPicture : lookAtPdf),
    keep: attempt(async () => {
      setSeen({ share: 0 })
      save(await whole(share => setSeen({ share })), name)
      return {}
    }),
  }
}
