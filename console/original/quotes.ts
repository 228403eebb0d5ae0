import { quoteAttribute } from './sanitise.ts'

/** Folds away what a mail quotes, unless it is all there is. */
export function foldQuotes(body: Element, label: string): void {
  const [first] = body.querySelectorAll(`[${quoteAttribute}]`)
  if (first === undefined) return
  const quoted = first.getAttribute(quoteAttribute) === 'rest' ? [first, ...following(first)] : [first]
  const words = (nodes: Element[]) => nodes.map(({ textContent }) => textContent ?? '').join('')
  if (words([body]).trim() === words(quoted).trim()) return
  const fold = body.ownerDocument.createElement('details')
  const summary = body.ownerDocument.createElement('summary')
  summary.textContent = label
  first.before(fold)
  fold.append(summary, ...quoted)
}

function following(element: Element): Element[] {
  const beside = [...(element.parentElement?.children ?? [])]
  return beside.slice(beside.indexOf(element) + 1)
}
