import type { Original } from '../client/api.ts'
import { sourceAttribute } from './sanitise.ts'

/** Pictures of a mail: those that came with it, by the part that holds them, and how many lie elsewhere. */
export type Pictures = { own: { image: HTMLImageElement; part: string }[]; remote: number }

const written = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/

/**
 * Judges the addresses of pictures. What stands in the mail itself is shown, what came with it is to be asked for, and
 * what lies elsewhere is not loaded: it would tell its owner who reads the mail, when, and from where.
 */
export function settlePictures(content: ParentNode, parts: Original['parts']): Pictures {
  const found: Pictures = { own: [], remote: 0 }
  for (const image of content.querySelectorAll('img')) {
    const source = (image.getAttribute(sourceAttribute) ?? '').trim()
    image.removeAttribute(sourceAttribute)
    const part = partShown(source, parts)
    if (part !== undefined) found.own.push({ image, part })
    else if (written.test(source)) image.setAttribute('src', source)
    else if (source !== '') found.remote += 1
  }
  return found
}

/** RFC 2392: `cid:` and the percent-encoded content id of a part. */
function partShown(source: string, parts: Original['parts']): string | undefined {
  if (!/^cid:/i.test(source)) return undefined
  const id = source.slice('cid:'.length).replaceAll(/%40/g, '@').toLowerCase()
  return parts.find(({ contentId }) => contentId?.toLowerCase() === id)?.id
}
