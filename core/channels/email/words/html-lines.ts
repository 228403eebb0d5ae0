import { decodeEntities } from './html-entities.ts'
import { type Attributes, readAttributes, readTag, type Tag } from './html-tag.ts'
import { clean, type Line } from './line.ts'

/**
 * The lines that a reader of an HTML mail sees, each with what the markup says of it: quoted (`blockquote`) or part of
 * a signature. One pass over the text; tags need not match. Scripts, styles, comments and hidden text are left out.
 */
export function htmlLines(html: string, most: number): Line[] {
  const page = new Page(most)
  for (let at = 0; at < html.length && !page.isFull; ) {
    const open = html.indexOf('<', at)
    page.say(html.slice(at, open < 0 ? html.length : open))
    if (open < 0) break
    const tag = readTag(html, open)
    if (tag === undefined) page.say('<')
    else apply(page, tag)
    at = tag === undefined ? open + 1 : tag.end
  }
  return page.finish()
}

const lineTags = new Set([
  'address',
  'article',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'footer',
  'form',
  'header',
])
for (const tag of ['hr', 'li', 'main', 'ol', 'section', 'table', 'tbody', 'tr', 'ul']) lineTags.add(tag)
const paragraphTags = new Set(['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre'])

function apply(page: Page, { name, closes, source }: Tag): void {
  if (name === 'br') page.breakLine()
  else if (paragraphTags.has(name)) page.endParagraph()
  else if (lineTags.has(name)) page.endLine()
  else if (name === 'td' || name === 'th') page.say(' ')
  if (name === 'hr') page.rule()
  else if (name === 'li' && !closes) page.say('- ')
  if (nesting.has(name) && !source.endsWith('/>')) page.nest(name, closes, source)
}

/** Only what may carry a mark is followed; what stays open is closed by its parent. */
const nesting = new Set(['blockquote', 'div', 'pre', 'span', 'table', 'td', 'p'])

type Mark = { name: string; quoted: boolean; signature: boolean; kept: boolean; hidden: boolean }

const deepest = 200
/** A further one closes the one before, which is often left open. */
const unnested = new Set(['p', 'td'])

/** Collects words into lines, as a browser would show them. */
class Page {
  readonly #lines: Line[] = []
  readonly #open: Mark[] = []
  readonly #most: number
  #words: string[] = []
  #blank = false

  constructor(most: number) {
    this.#most = most
  }

  get isFull(): boolean {
    return this.#lines.length >= this.#most
  }

  say(source: string): void {
    if (source === '' || this.#mark?.hidden === true) return
    if (this.#mark?.kept === true) this.#sayKept(source)
    else this.#words.push(source)
  }

  /** In `pre`, line ends count. */
  #sayKept(source: string): void {
    for (const [index, line] of source.split('\n').entries()) {
      if (index > 0) this.breakLine()
      this.#words.push(line)
    }
  }

  breakLine(): void {
    if (this.#mark?.hidden !== true) this.#push(this.#take())
  }

  endLine(): void {
    const text = this.#take()
    if (text !== '') this.#push(text)
  }

  endParagraph(): void {
    this.endLine()
    this.#blank = this.#lines.length > 0
  }

  rule(): void {
    this.#push('________________________________')
  }

  nest(name: string, closes: boolean, source: string): void {
    if (closes) this.#close(name)
    else this.#enter(name, readAttributes(source))
  }

  #enter(name: string, attributes: Attributes): void {
    if (unnested.has(name) && this.#mark?.name === name) this.#open.pop()
    if (this.#open.length < deepest) this.#open.push(markOf(name, attributes, this.#mark))
  }

  finish(): Line[] {
    this.endLine()
    return this.#lines
  }

  get #mark(): Mark | undefined {
    return this.#open.at(-1)
  }

  #close(name: string): void {
    const at = this.#open.findLastIndex(mark => mark.name === name)
    if (at >= 0) this.#open.length = at
  }

  #take(): string {
    const source = this.#words.join('')
    this.#words = []
    const text = decodeEntities(this.#mark?.kept === true ? source : source.replace(/[ \t\r\n\f]+/g, ' '))
    return clean(this.#mark?.kept === true ? text : text.trimStart())
  }

  #push(text: string): void {
    const { quoted = false, signature = false } = this.#mark ?? {}
    if (this.#blank) this.#lines.push({ text: '', quoted, signature })
    this.#blank = false
    this.#lines.push({ text, quoted, signature })
  }
}

/** A part inherits what its parent is; a signature does not reach into a quote. */
function markOf(name: string, attributes: Attributes, parent: Mark | undefined): Mark {
  const quoted = parent?.quoted === true || (name === 'blockquote' && isQuotation(attributes))
  return {
    name,
    quoted,
    signature: !quoted && (parent?.signature === true || isSignature(attributes)),
    kept: parent?.kept === true || name === 'pre',
    hidden: parent?.hidden === true || isHidden(attributes),
  }
}

/** Gmail indents one's own words with a `blockquote` without border and class, too. */
const isQuotation = ({ className, type, style }: Attributes): boolean =>
  type === 'cite' || /quote|cite/.test(className) || (style === '' && className === '') || isBordered(style)

const isBordered = (style: string): boolean =>
  /border-left\s*:/.test(style) && !/border-left\s*:\s*(?:none|0)/.test(style)

/** Gmail, Thunderbird, Outlook (desktop, mobile, web), Apple Mail, ProtonMail, Yahoo and Zoho name their signatures. */
const isSignature = ({ className, id }: Attributes): boolean =>
  /gmail_signature(?!_prefix)|moz-signature|protonmail_signature|yahoo[-_]signature|zmail_signature/.test(className) ||
  /^(?:x_)*(?:signature|applemailsignature|ms-outlook-mobile-signature|mail-editor-signature|yahoo_signature)/.test(id)

const isHidden = ({ style }: Attributes): boolean => /display\s*:\s*none|mso-hide\s*:\s*all/.test(style)
