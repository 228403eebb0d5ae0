import type { Attachment } from '../../contact/contact.ts'
import { shortened } from '../../payload/text.ts'
import type { WhatsAppContent } from './whatsapp-schema.ts'

/** What a message says: its text, the words of the button or list entry that was chosen, a caption, a place. */
export function whatsappText(content: WhatsAppContent): string {
  const { text, button, interactive, order, location, image, video, document } = content
  const chosen = interactive?.button_reply ?? interactive?.list_reply
  const said = [
    text?.body,
    button?.text,
    chosen?.title,
    interactive?.nfm_reply?.body,
    order?.text,
    image?.caption ?? video?.caption ?? document?.caption,
    [location?.name, location?.address].filter(Boolean).join(', '),
  ]
  return said.find(words => words !== undefined && words !== '') ?? ''
}

const mediaKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const

/** Media come as ids, to be fetched with the account's token; a place is kept as a geo URI (RFC 5870). */
export function whatsappAttachments(content: WhatsAppContent): Attachment[] {
  const media = mediaKinds.flatMap(kind => {
    const file = content[kind]
    return file === undefined
      ? []
      : [{ ...named(file.filename ?? kind, file.mime_type), ref: shortened(file.id ?? '', 1024) }]
  })
  const { latitude, longitude } = content.location ?? {}
  if (latitude === undefined || longitude === undefined) return media
  return [...media, { ...named('location', undefined), ref: `geo:${latitude},${longitude}` }]
}

const named = (name: string, mediaType: string | undefined): Omit<Attachment, 'ref'> => ({
  name: shortened(name, 512),
  mediaType: shortened(mediaType ?? 'application/octet-stream', 256),
  bytes: 0,
})
