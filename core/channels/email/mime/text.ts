import { decodeText } from './charset.ts'
import { fieldValue } from './header-block.ts'
import type { Part } from './parts.ts'
import { decodeBody, encodingOf } from './transfer-encoding.ts'

/** The text of a part, of at most `most` decoded bytes. `cut` tells that there was more. */
export function partText(bytes: Uint8Array, part: Part, most: number): { text: string; cut: boolean } {
  const encoding = encodingOf(fieldValue(part.fields, 'content-transfer-encoding'))
  const decoded = decodeBody(bytes, part.start, part.end, encoding, most)
  const text = decodeText(decoded, part.type.params.get('charset'))
  return { text: unfolded(text, part), cut: decoded.length >= most }
}

/** RFC 3676: in flowed text a space before a line end is no line end. */
function unfolded(text: string, part: Part): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const flowed = part.type.params.get('format')?.toLowerCase() === 'flowed'
  return flowed ? joinFlowed(lines, part.type.params.get('delsp')?.toLowerCase() === 'yes') : lines
}

/** Sections 4.1 to 4.5: lines of one quoting depth are joined, space-stuffing is undone, `-- ` stays a line. */
function joinFlowed(text: string, deleteSpace: boolean): string {
  const lines: string[] = []
  let open: { depth: string; pieces: string[] } | undefined
  for (const line of text.split('\n')) {
    const [depth = ''] = /^>*/.exec(line) ?? []
    const content = line.slice(depth.length).replace(/^ /, '')
    const flows = content.endsWith(' ') && content !== '-- '
    const piece = flows && deleteSpace ? content.slice(0, -1) : content
    if (open?.depth === depth && content !== '-- ') open.pieces.push(piece)
    else {
      if (open) lines.push(closed(open))
      open = { depth, pieces: [piece] }
    }
    if (flows) continue
    lines.push(closed(open))
    open = undefined
  }
  return [...lines, ...(open ? [closed(open)] : [])].join('\n')
}

const closed = ({ depth, pieces }: { depth: string; pieces: string[] }): string =>
  `${depth}${depth === '' ? '' : ' '}${pieces.join('')}`
