import * as z from 'zod'
import type { Reply } from '../../../core/reply/reply.ts'
import type { Sent } from '../../../core/reply/sender.ts'
import { fileOf, isSent, type ProviderAccess } from '../access.ts'
import { sentBy, unreached } from '../http/outcome.ts'
import type { Answered } from '../http/request.ts'
import { type XApi, xName } from './api.ts'

const uploadSchema = z.object({ data: z.object({ id: z.string().min(1) }) })

/**
 * The media ids of the reply's images, uploaded whole: POST /2/media/upload, multipart, `media` and `media_category`. What
 * is uploaded and never posted vanishes at X after a day, so a doubtful upload costs nothing but another.
 * https://docs.x.com/x-api/media/upload-media
 */
export async function uploadImages(
  api: XApi,
  { route, content }: Reply,
  raw: ProviderAccess['raw'],
  refusal: (answer: Answered) => Sent | undefined,
): Promise<string[] | Sent> {
  const ids: string[] = []
  for (const attachment of content.attachments) {
    const file = await fileOf(raw, attachment)
    if (isSent(file)) return file
    const form = new FormData()
    form.set('media', file, attachment.name)
    form.set('media_category', route.form === 'direct' ? 'dm_image' : 'tweet_image')
    const answer = await api.post('/2/media/upload', form)
    const uploaded = sentBy(xName, answer, uploadSchema, ({ data }) => data.id, refusal)
    if (uploaded.outcome === 'unclear') return unreached(xName)
    if (uploaded.outcome !== 'sent') return uploaded
    ids.push(uploaded.providerId)
  }
  return ids
}
