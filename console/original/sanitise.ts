import createDOMPurify from 'dompurify'
import { quietMarkup, styleAttribute, withoutMarks } from './markup.ts'

/** What of a mail's markup is shown: elements that only say something, and none of their addresses and styles yet. */
export type Sanitised = { content: DocumentFragment; sheets: string[] }

/** Where the address of a picture, and what an element was called, wait until somebody has judged them. */
export const sourceAttribute = 'data-picture'
export const quoteAttribute = 'data-quote'

const tags = `a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em
  figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li main mark ol p pre q s samp section small span strike strong
  sub sup table tbody td tfoot th thead tr tt u ul var wbr`.split(/\s+/)

const attributes = `align alt bgcolor border cellpadding cellspacing class color cols colspan dir face height href lang
  reversed rowspan rows size span start title type valign width`.split(/\s+/)

const purify = createDOMPurify(window)

purify.addHook('beforeSanitizeAttributes', element => {
  // It is told of texts and comments, too. A form's own fields can stand for anything that is asked of it, as in
  // <input name=getAttribute> (https://html.spec.whatwg.org/#the-form-element), and no form is kept.
  if (!(element instanceof Element) || element instanceof HTMLFormElement) return
  const picture = element.tagName === 'IMG' ? (element.getAttribute('src') ?? element.getAttribute('srcset')) : null
  if (picture !== null) element.setAttribute(sourceAttribute, picture)
  const begins = quoteOf(element)
  if (begins !== undefined) element.setAttribute(quoteAttribute, begins)
})

/**
 * Reads a mail's markup into elements that run nothing, load nothing and lead nowhere but where a link says: no script,
 * form, frame, vector graphic, name that a page could be reached by, or address of a picture is left. Rendered nowhere
 * yet, and never written as text again, so that nothing can read it another way (https://github.com/cure53/DOMPurify).
 */
export function sanitise(html: string): Sanitised {
  const { markup, sheets } = quietMarkup(html)
  const content = purify.sanitize(markup, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: [...attributes, styleAttribute, sourceAttribute, quoteAttribute],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // Every attribute is asked this: a scheme must be one of these, and what has none is judged by links.ts.
    ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
    // These are no addresses as long as they have these names; styles.ts and pictures.ts judge them.
    ADD_URI_SAFE_ATTR: [styleAttribute, sourceAttribute, quoteAttribute],
    RETURN_DOM_FRAGMENT: true,
  })
  unmark(content)
  return { content, sheets }
}

/** Where programs begin what they quote: Apple Mail and Thunderbird, Gmail, Yahoo, Proton, Outlook. */
function quoteOf(element: Element): 'whole' | 'rest' | undefined {
  const name = `${element.id} ${element.getAttribute('class') ?? ''}`
  if (/\b(?:divRplyFwdMsg|appendonsend)\b/.test(name)) return 'rest'
  if (/\b(?:gmail_quote|yahoo_quoted|protonmail_quote)\b/.test(name)) return 'whole'
  return element.tagName === 'BLOCKQUOTE' && element.getAttribute('type') === 'cite' ? 'whole' : undefined
}

function unmark(content: DocumentFragment): void {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) unmarkAttributes(node)
    else if (node.nodeValue !== null) node.nodeValue = withoutMarks(node.nodeValue)
  }
}

function unmarkAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const plain = withoutMarks(value)
    if (plain !== value) element.setAttribute(name, plain)
  }
}
