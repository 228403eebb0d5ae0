import { type Reply, replySchema } from '../reply/reply.ts'
import { attachedName } from './attached-name.ts'
import { mostOriginal, type Original, type OriginalPart } from './original.ts'

/** An answer of ours as send-reply stored it; undefined for bytes that are none. */
export function replyIn(payload: Uint8Array): Reply | undefined {
  try {
    return replySchema.safeParse(JSON.parse(new TextDecoder().decode(payload))).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What we sent, with the files that went along. */
export const readSent = ({ content }: Reply): Original => ({
  ...(content.html !== undefined && { html: content.html }),
  text: content.text.slice(0, mostOriginal.textBytes),
  cut: content.text.length > mostOriginal.textBytes,
  parts: sentParts(content).map(({ object: _object, ...part }) => part),
})

/** The files of an answer, and where they lie. */
export const sentParts = ({ attachments }: Reply['content']): (OriginalPart & { object: string })[] =>
  attachments.map(({ name, mediaType, bytes, object }, at) => ({
    ...{ id: `file-${at + 1}`, name: attachedName(name, `${at + 1}`), mediaType, bytes, inline: false, object },
  }))
