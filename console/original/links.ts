/** Where a link of a mail leads; undefined where a browser should not be sent. */
export function targetOf(href: string): URL | undefined {
  const trimmed = href.trim()
  if (!URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  const known = url.protocol === 'https:' || url.protocol === 'http:' || url.protocol === 'mailto:'
  return known && url.username === '' && url.password === '' ? url : undefined
}

/** How the target is called beside a link: the host as it is looked up (IDNA in ASCII), or the mail address. */
export const placeOf = (url: URL): string =>
  url.protocol === 'mailto:' ? decodedAddress(url.pathname) : url.host.replace(/^www\./, '')

function decodedAddress(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

/**
 * Makes links lead where they say, in a tab of their own that knows nothing of the console, and says where beside each
 * whose words do not. Nothing opens before somebody presses one.
 */
export function settleLinks(content: ParentNode): void {
  for (const link of content.querySelectorAll('a')) {
    const target = targetOf(link.getAttribute('href') ?? '')
    if (target === undefined) {
      link.removeAttribute('href')
      continue
    }
    link.setAttribute('href', target.href)
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer')
    link.setAttribute('title', target.href)
    if (!saysPlace(link, target)) link.after(placeMark(link.ownerDocument, target))
  }
}

/** The words are the address itself, or its host. */
function saysPlace(link: Element, target: URL): boolean {
  const words = (link.textContent ?? '').trim().toLowerCase()
  const written = words.replace(/^(?:https?:\/\/|mailto:)?(?:www\.)?/, '')
  const place = placeOf(target).toLowerCase()
  return written === place || written.startsWith(`${place}/`)
}

function placeMark(document: Document, target: URL): Element {
  const mark = document.createElement('bdi')
  mark.className = 'throughline-target'
  mark.textContent = ` (${placeOf(target).slice(0, 100)})`
  return mark
}
