import * as z from 'zod'
import type { Original, PartSlice } from '../original/original.ts'
import { pictureType, pictureTypes } from '../original/picture.ts'

const partSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string().describe('what its sender calls it; nobody checked'),
  bytes: z.int(),
  inline: z.boolean().describe('the markup shows it as cid:<contentId>'),
  contentId: z.string().optional(),
})

export const originalSchema = z
  .object({
    html: z.string().optional().describe("its author's own markup: sanitise it, and show it in a sandbox"),
    text: z.string(),
    cut: z.boolean().describe('there was more'),
    parts: z.array(partSchema),
  })
  .meta({ id: 'Original' })

export const showOriginal = (original: Original): z.input<typeof originalSchema> => original

/** `path.part` as `GET …/original` gives it. */
export const partParams = z.object({
  id: z.string().max(64),
  part: z.string().regex(/^(?:\d{1,4}(?:\.\d{1,4}){0,31}|file-\d{1,3})$/, 'is no id of a part'),
})

export const partQuery = z.strictObject({
  offset: z.coerce.number().int().min(0).max(40_000_000).default(0).describe('how many bytes there are already'),
})

/** Never answered as itself: JSON has no type that a browser would run. */
export const partSliceSchema = partSchema
  .extend({
    offset: z.int(),
    content: z.string().describe('base64, at most 3 MiB of it; ask again from next'),
    next: z.int().optional().describe('the offset of what is left'),
    picture: z.enum(pictureTypes).optional().describe('of the first piece: a picture, by its bytes'),
  })
  .meta({ id: 'PartSlice' })

/** `base64` writes bytes as RFC 4648 section 4 has it. */
export function showPartSlice(
  { content, ...part }: PartSlice,
  base64: (bytes: Uint8Array) => string,
): z.input<typeof partSliceSchema> {
  const next = part.offset + content.length
  const picture = part.offset === 0 ? pictureType(content) : undefined
  return {
    ...part,
    content: base64(content),
    ...(content.length > 0 && next < part.bytes && { next }),
    ...(picture !== undefined && { picture }),
  }
}
