import { longestMail, refusedEnding } from '../mail/limits.ts'
import type { Network, ReplyForm } from '../reply.ts'

/** How a network measures a text: as X weighs it, in code points, or in bytes of UTF-8. */
export type Unit = 'weighted' | 'characters' | 'bytes'

/** The files that may go with an answer: how many, of which types, and of how many bytes each and together. */
export type MediaRules = {
  most: number
  types: Record<string, number>
  together?: number
  /** The ending of a name that is never taken, whatever the type. */
  refusedEnding?: (file: { name: string }) => string | undefined
  /** A text and files are two messages there, so one answer has either. */
  eitherTextOrMedia?: true
}

/** What an answer of one form may be. Without `media` it takes no files; `wordless` ones need no text; `caption` is the most beside a file. */
export type FormRules = {
  name: string
  text: { most: number; unit: Unit; caption?: number }
  media?: MediaRules
  mail?: true
  wordless?: true
}

const megabyte = 1024 * 1024

/** The bytes of files that make a mail of the longest once they are encoded. */
const mailFiles = Math.floor(longestMail / 78) * 57

/** https://docs.x.com/x-api/media/quickstart/best-practices: 5 MB an image, 15 MB an animation, four images to a post. */
const xImages = { 'image/jpeg': 5 * megabyte, 'image/png': 5 * megabyte, 'image/webp': 5 * megabyte }

/**
 * https://developers.facebook.com/docs/messenger-platform/reference/send-api: at most 2,000 characters, text or an
 * attachment, up to 25 MB. Images of 8 MB are what Meta's documents of both messengers have in common.
 */
const messengerImages = { 'image/jpeg': 8 * megabyte, 'image/png': 8 * megabyte, 'image/gif': 8 * megabyte }

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
const whatsappImages = { 'image/jpeg': 5 * megabyte, 'image/png': 5 * megabyte }

/**
 * The forms that a network has. Lengths: X, see x-length.ts, and for messages 10,000 (POST
 * /2/dm_conversations/with/:participant_id/messages); Facebook's comments 8,000 and Instagram's 2,200, which the
 * networks' own clients enforce and no page of the API names; Instagram's messages 1,000 bytes
 * (https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message); WhatsApp 4,096
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages), beside an image 1,024; mails, see
 * ../mail/limits.ts.
 */
export const formRules: Record<Network, Partial<Record<ReplyForm, FormRules>>> = {
  mail: {
    mail: {
      ...{ name: 'A mail', text: { most: 50_000, unit: 'characters' }, mail: true },
      media: { most: 20, types: { '*/*': mailFiles }, together: mailFiles, refusedEnding },
    },
  },
  x: {
    post: {
      ...{ name: 'A post on X', text: { most: 280, unit: 'weighted' } },
      media: { most: 4, types: xImages },
    },
    direct: {
      ...{ name: 'A direct message on X', text: { most: 10_000, unit: 'characters' } },
      media: { most: 1, types: xImages },
    },
  },
  facebook: {
    comment: { name: 'A comment on Facebook', text: { most: 8_000, unit: 'characters' } },
    'private-reply': { name: 'A private reply on Facebook', text: { most: 2_000, unit: 'characters' } },
    direct: {
      ...{ name: 'A message on Messenger', text: { most: 2_000, unit: 'characters' } },
      media: { most: 1, types: messengerImages, eitherTextOrMedia: true },
    },
  },
  instagram: {
    comment: { name: 'A comment on Instagram', text: { most: 2_200, unit: 'characters' } },
    'private-reply': { name: 'A private reply on Instagram', text: { most: 1_000, unit: 'bytes' } },
    direct: { name: 'A message on Instagram', text: { most: 1_000, unit: 'bytes' } },
  },
  whatsapp: {
    direct: {
      ...{ name: 'A message on WhatsApp', text: { most: 4_096, unit: 'characters', caption: 1_024 } },
      media: { most: 1, types: whatsappImages },
    },
  },
  phone: { call: { name: 'A call', text: { most: 50_000, unit: 'characters' }, wordless: true } },
}
