/** The attributes that say something about the text, in lower case; '' where absent. */
export type Attributes = { className: string; id: string; style: string; type: string }

/** A tag, and the place behind it; for a comment, a script or a style sheet the place behind all of it. */
export type Tag = { name: string; closes: boolean; source: string; end: number }

const none: Attributes = { className: '', id: '', style: '', type: '' }
const longestTag = 2_000

/** Reads what begins with `<` at `open`; undefined where that is no tag but a less-than sign. */
export function readTag(html: string, open: number): Tag | undefined {
  if (html.startsWith('<!--', open)) return skipped(afterMark(html, '-->', open + 4))
  const next = html.charAt(open + 1)
  if (next === '!' || next === '?') return skipped(afterMark(html, '>', open))
  const [, slash, name] = nameAt(html, open)
  if (name === undefined) return undefined
  const end = endOfTag(html, open)
  const lower = name.toLowerCase()
  if (slash === '' && unread.has(lower)) return skipped(afterElement(html, lower, end))
  return { name: lower, closes: slash === '/', source: html.slice(open, end), end }
}

const skipped = (end: number): Tag => ({ name: '', closes: false, source: '', end })

const tagName = /<(\/?)([a-z][a-z0-9]{0,20})/iy

function nameAt(html: string, open: number): RegExpExecArray | [] {
  tagName.lastIndex = open
  return tagName.exec(html) ?? []
}

function afterMark(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

/** A `>` inside of a quoted attribute does not end the tag; an attribute that is never closed does not hide the rest. */
function endOfTag(html: string, open: number): number {
  const most = Math.min(html.length, open + longestTag)
  let quote = ''
  for (let at = open + 1; at < most; at++) {
    const character = html[at] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return afterMark(html, '>', open)
}

/** Elements whose content is no text (https://html.spec.whatwg.org/#parsing-html-fragments); unclosed, they run to the end. */
const unread = new Set(['script', 'style', 'title', 'template', 'svg'])

function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\b`, 'gi')
  close.lastIndex = from
  const match = close.exec(html)
  return match ? afterMark(html, '>', match.index) : html.length
}

const attribute = /\s(class|id|style|type)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** The attributes in the source of a tag. */
export function readAttributes(source: string): Attributes {
  if (!source.includes('=')) return none
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, (double ?? single ?? bare ?? '').toLowerCase())
  }
  const value = (name: string) => found.get(name) ?? ''
  return { className: value('class'), id: value('id'), style: value('style'), type: value('type') }
}
