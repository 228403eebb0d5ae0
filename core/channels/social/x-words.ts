import type { Attachment } from '../../contact/contact.ts'
import { shortened } from '../../payload/text.ts'
import type { XEntities, XMedia, XPost } from './x-schema.ts'

const maxLinks = 50

/**
 * The words as the author sees them: X escapes &, < and > and puts t.co links in place of the ones that were typed.
 * https://docs.x.com/x-api/fundamentals/data-dictionary
 */
export function writtenText(text: string, entities: XEntities): string {
  const links = (entities?.urls ?? []).slice(0, maxLinks).filter(({ url }) => url.startsWith('https://t.co/'))
  const expanded = links.reduce((words, { url, expanded_url }) => words.replaceAll(url, () => expanded_url), text)
  return expanded.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** A post of more than 140 characters has its words in extended_tweet or, in extended mode, in full_text. */
export const postText = (post: XPost): string =>
  writtenText(
    post.extended_tweet?.full_text ?? post.full_text ?? post.text ?? '',
    post.extended_tweet?.entities ?? post.entities,
  )

export const postMedia = (post: XPost): Attachment[] =>
  ((post.extended_tweet?.extended_entities ?? post.extended_entities)?.media ?? []).map(mediaAttachment)

/** X tells neither the size nor the exact type of a picture; the reference is where X keeps it. */
export function mediaAttachment({ media_url_https: url, type }: XMedia): Attachment {
  const extension = /\.(jpg|jpeg|png|gif|webp|mp4)(?:$|\?|:)/i.exec(url)?.[1]?.toLowerCase()
  const mediaType = mediaTypes.get(extension ?? '') ?? 'application/octet-stream'
  return { name: shortened(type ?? 'media', 512), mediaType, bytes: 0, ref: url.length <= 1024 ? url : '' }
}

const mediaTypes = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['mp4', 'video/mp4'],
])

/** BCP 47, without what X writes for "no language": und, zxx and its own q-codes. */
export const postLanguage = ({ lang = '' }: XPost): { language?: string } =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) && !/^(und|zxx|q[a-z]{2})$/.test(lang) ? { language: lang } : {}
