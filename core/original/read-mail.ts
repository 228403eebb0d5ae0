import { attachmentsOf } from '../channels/email/attachments.ts'
import { type Block, bodyOf } from '../channels/email/mime/body.ts'
import { fieldValue } from '../channels/email/mime/header-block.ts'
import { withLineFeeds } from '../channels/email/mime/line-ends.ts'
import { type Part, readParts } from '../channels/email/mime/parts.ts'
import { partText } from '../channels/email/mime/text.ts'
import { decodeBody, encodingOf } from '../channels/email/mime/transfer-encoding.ts'
import { attachedName } from './attached-name.ts'
import { mostOriginal, type Original, type OriginalPart, type PartSlice } from './original.ts'

/** A mail as its reader saw it. Work grows with the size of the mail alone; never throws, whatever the bytes. */
export function readMail(payload: Uint8Array): Original {
  const { bytes, blocks, attached } = open(payload)
  const html = markupOf(bytes, blocks)
  const text = joinTexts(bytes, plainParts(blocks), mostOriginal.textBytes, '\n\n')
  return {
    ...(html.text !== '' && { html: html.text }),
    text: text.text,
    cut: html.cut || text.cut,
    parts: partsOf(bytes, attached, html.text),
  }
}

/** A piece of the part with this id; undefined when the mail has none. */
export function readMailPart(payload: Uint8Array, id: string, offset: number): PartSlice | undefined {
  const { bytes, blocks, attached } = open(payload)
  const part = attached.find(({ path }) => path === id)
  const described = partsOf(bytes, attached, markupOf(bytes, blocks).text).find(one => one.id === id)
  if (part === undefined || described === undefined) return undefined
  const encoding = encodingOf(fieldValue(part.fields, 'content-transfer-encoding'))
  const decoded = decodeBody(bytes, part.start, part.end, encoding, offset + mostOriginal.sliceBytes)
  return { ...described, offset, content: decoded.subarray(offset) }
}

function open(payload: Uint8Array) {
  const bytes = withLineFeeds(payload)
  return { bytes, ...bodyOf(readParts(bytes)) }
}

/** The markup of all stretches of the mail. Where one of several is plain only, it stands among them as text. */
function markupOf(bytes: Uint8Array, blocks: Block[]): { text: string; cut: boolean } {
  if (!blocks.some(({ html }) => html)) return { text: '', cut: false }
  const parts = blocks.flatMap(({ html, plain }) => html ?? plain ?? [])
  return joinTexts(bytes, parts, mostOriginal.htmlBytes, '<hr>', (text, part) =>
    blocks.some(({ html }) => html === part) ? text : `<pre>${escaped(text)}</pre>`,
  )
}

const plainParts = (blocks: Block[]): Part[] => blocks.flatMap(({ plain }) => plain ?? [])

function joinTexts(
  bytes: Uint8Array,
  parts: Part[],
  most: number,
  between: string,
  shown: (text: string, part: Part) => string = text => text,
): { text: string; cut: boolean } {
  const texts: string[] = []
  let left = most
  let cut = false
  for (const part of parts) {
    if (left <= 0) return { text: texts.join(between), cut: true }
    const read = partText(bytes, part, left)
    left -= read.text.length
    cut ||= read.cut
    if (read.text.trim() !== '') texts.push(shown(read.text, part))
  }
  return { text: texts.join(between), cut }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function partsOf(bytes: Uint8Array, attached: Part[], html: string): OriginalPart[] {
  const shown = shownIds(html)
  return attachmentsOf(bytes, attached, '').map(({ name, mediaType, bytes: size, ref }, at) => {
    const contentId = contentIdOf(attached[at])
    const inline = contentId !== undefined && shown.has(contentId.toLowerCase())
    const id = ref.slice(1)
    return {
      ...{ id, name: attachedName(name, id), mediaType, bytes: size, inline },
      ...(contentId !== undefined && { contentId }),
    }
  })
}

function contentIdOf(part: Part | undefined): string | undefined {
  const written = fieldValue(part?.fields ?? [], 'content-id')
  const [, id] = /^\s*<?([^<>\s]{1,256})>?/.exec(written ?? '') ?? []
  return id
}

/** The content ids that markup names, percent-decoded as RFC 2392 says, in lower case. */
function shownIds(html: string): Set<string> {
  const ids = [...html.matchAll(/\bcid:([^\s"'<>()]{1,256})/gi)].map(([, id = '']) => id)
  return new Set(ids.map(id => decoded(id).toLowerCase()))
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch (error) {
    if (error instanceof URIError) return id
    throw error
  }
}
