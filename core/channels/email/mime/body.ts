import { isEncapsulated, leaves, type Part } from './parts.ts'

/** A stretch of the mail's text: plain, HTML, or both as alternatives of each other (RFC 2046 section 5.1.4). */
export type Block = { plain?: Part; html?: Part }

/** What of a mail is its text, and what is attached to it. */
export type Body = { blocks: Block[]; attached: Part[] }

/**
 * Text parts with a file name are attachments, unless there is no other text. Of alternatives, one text is taken and
 * the others are no attachments; of `multipart/related`, the root, of `multipart/signed`, what was signed.
 */
export function bodyOf(root: Part): Body {
  const unnamed = blocksOf(root, part => isText(part) && !isNamed(part))
  const blocks = unnamed.length > 0 ? unnamed : blocksOf(root, isText)
  const used = new Set(blocks.flatMap(({ plain, html }) => [plain, html]))
  const attached = leaves(root).filter(part => !used.has(part) && !isEmptyRoot(root, part) && !isSpare(part))
  return { blocks, attached }
}

type Test = (part: Part) => boolean

function blocksOf(part: Part, test: Test): Block[] {
  if (part.children.length === 0) return test(part) ? [blockOf(part)] : []
  switch (part.type.value) {
    case 'multipart/alternative':
      return alternatives(part, test)
    case 'multipart/related':
    case 'multipart/signed':
      return firstWithText(part.children, test)
    default:
      return part.children.flatMap(child => blocksOf(child, test))
  }
}

const blockOf = (part: Part): Block => (isHtml(part) ? { html: part } : { plain: part })

/** All alternatives together are one block; where several texts of a kind stand in one (a list's footer), all count. */
function alternatives(part: Part, test: Test): Block[] {
  const variants = part.children.map(child => blocksOf(child, test))
  const plain = variants.find(blocks => blocks.some(block => block.plain))
  const html = variants.find(blocks => blocks.some(block => block.html && !block.plain))
  if (plain === undefined || html === undefined) return plain ?? html ?? []
  const [first, ...rest] = plain
  const [firstHtml] = html
  return [{ ...first, ...(firstHtml?.html && { html: firstHtml.html }) }, ...rest]
}

function firstWithText(parts: Part[], test: Test): Block[] {
  for (const part of parts) {
    const blocks = blocksOf(part, test)
    if (blocks.length > 0) return blocks
  }
  return []
}

export const isHtml = (part: Part): boolean => part.type.value === 'text/html'

const plainTypes = new Set(['text/plain', 'text/html', 'text/enriched', 'text/richtext', 'text/x-markdown', 'text', ''])

const isText = (part: Part): boolean =>
  part.disposition.value !== 'attachment' &&
  (plainTypes.has(part.type.value) || isBrokenType(part) || isBrokenMultipart(part))

/** `Content-Type: iso-8859-1` and the like: what no program can have meant as a file (RFC 2045 section 5.2). */
const isBrokenType = (part: Part): boolean => !part.type.value.includes('/') && !isEncapsulated(part)

const isBrokenMultipart = (part: Part): boolean =>
  part.type.value.startsWith('multipart/') && part.children.length === 0

const isNamed = (part: Part): boolean => part.disposition.params.has('filename') || part.type.params.has('name')

const isEmptyRoot = (root: Part, part: Part): boolean => part === root && part.start >= part.end

/** Further forms of the text, and empty parts, are nothing to open. */
const isSpare = (part: Part): boolean =>
  part.type.value === 'text/x-amp-html' ||
  (part.disposition.value !== 'attachment' &&
    !isNamed(part) &&
    (part.start >= part.end || plainTypes.has(part.type.value)))
