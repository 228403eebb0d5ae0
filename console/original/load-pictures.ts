import type { Api } from '../client/api.ts'
import type { Pictures } from './pictures.ts'

export type Slice = Awaited<ReturnType<Api['readPart']>>

/** Signatures repeat one logo; a mail with more pictures of its own than this is an album, and its files say so. */
const mostPictures = 20

/** The address of a picture's bytes; undefined for what is none by its bytes, or too large for one piece. */
export const pictureAddress = ({ picture, content, next }: Slice): string | undefined =>
  picture === undefined || next !== undefined ? undefined : `data:${picture};base64,${content}`

/** Shows the pictures that came with a mail, one after the other. Answers whether all of them are shown. */
export async function loadPictures(own: Pictures['own'], read: (part: string) => Promise<Slice>): Promise<boolean> {
  const known = new Map<string, string | undefined>()
  for (const { image, part } of own) {
    if (!known.has(part) && known.size < mostPictures) known.set(part, pictureAddress(await read(part)))
    const address = known.get(part)
    if (address !== undefined) image.src = address
  }
  return own.every(({ part }) => known.get(part) !== undefined)
}
