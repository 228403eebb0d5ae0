import type { Original } from '../client/api.ts'
import { settleLinks } from './links.ts'
import { styleAttribute } from './markup.ts'
import { type Pictures, settlePictures } from './pictures.ts'
import { foldQuotes } from './quotes.ts'
import { sanitise } from './sanitise.ts'
import { hasColours, keepAllowed, sheetFor } from './styles.ts'

/** What the frame's document itself forbids, on top of the console's own policy, which it has too. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"

export type Look = { dark: boolean; quoted: string }

/**
 * Draws a mail into the empty document of a sandboxed frame: sanitised, without anything to load, its styles set by the
 * browser's own objects, since the console's policy allows no inline ones. Answers the pictures that came with it.
 */
export function drawMail(document: Document, { html = '', parts }: Original, { dark, quoted }: Look): Pictures {
  const { content, sheets } = sanitise(html)
  const onPaper = hasColours(content, sheets)
  const pictures = settlePictures(content, parts)
  settleLinks(content)
  document.head.replaceChildren(policyOf(document))
  document.documentElement.dir = 'auto'
  document.documentElement.className = onPaper || !dark ? 'light' : 'dark'
  const drawn = document.createElement('main')
  drawn.append(document.importNode(content, true))
  const own = pictures.own.map(({ image, part }) => ({ at: [...content.querySelectorAll('img')].indexOf(image), part }))
  document.body.replaceChildren(drawn)
  for (const element of document.body.querySelectorAll<HTMLElement>(`[${styleAttribute}]`)) restyle(element)
  if (document.defaultView) styleFrame(document, document.defaultView, sheets)
  foldQuotes(document.body, quoted)
  const images = [...document.body.querySelectorAll('img')]
  return { ...pictures, own: own.flatMap(({ at, part }) => images.slice(at, at + 1).map(image => ({ image, part }))) }
}

function policyOf(document: Document): HTMLMetaElement {
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = policy
  return meta
}

function restyle(element: HTMLElement): void {
  element.style.cssText = element.getAttribute(styleAttribute) ?? ''
  element.removeAttribute(styleAttribute)
  keepAllowed(element.style)
}

/** Where constructed style sheets are not there, the mail stands plain. */
function styleFrame(document: Document, view: Window & typeof globalThis, sheets: readonly string[]): void {
  if (!('adoptedStyleSheets' in document)) return
  const base = new view.CSSStyleSheet()
  base.replaceSync(frameStyles)
  document.adoptedStyleSheets = [base, sheetFor(view, sheets)]
}

const frameStyles = `
  :root { color-scheme: light; background: Canvas; color: CanvasText; font: 14px/1.5 system-ui, sans-serif; overflow-x: auto; }
  :root.dark { color-scheme: dark; }
  body { margin: 12px; overflow-wrap: anywhere; }
  main { display: flow-root; }
  img { max-width: 100%; height: auto; }
  img:not([src]) { outline: 1px dashed; outline-offset: -1px; min-width: 16px; min-height: 16px; }
  table { max-width: 100%; }
  pre { white-space: pre-wrap; }
  blockquote { margin-inline: 0; padding-inline-start: 12px; border-inline-start: 2px solid; }
  summary { cursor: pointer; }
  .throughline-target { font-size: 0.85em; opacity: 0.75; }
`
