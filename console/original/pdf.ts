/** What a PDF is, by its bytes alone: nothing of it is drawn or run. */
export type PdfFacts = {
  pages: number
  /** What it can do when a reader opens it. */
  holds: readonly PdfHold[]
}

const holds = {
  scripts: /\/(?:JS|JavaScript)\b/,
  programs: /\/Launch\b/,
  forms: /\/(?:AcroForm|XFA)\b/,
  files: /\/EmbeddedFiles?\b/,
  links: /\/(?:URI|GoToR|SubmitForm)\b/,
  password: /\/Encrypt\b/,
} as const
/** `unread`: parts that could not be unpacked, so that nobody knows what they hold. */
export type PdfHold = keyof typeof holds | 'unread'
const holdNames = ['scripts', 'programs', 'forms', 'files', 'links', 'password'] as const

/** So much of what is packed is looked into, so that a small file that unpacks into a huge one costs nothing. */
const mostUnpacked = 20_000_000
const mostStreams = 2000

/**
 * Undefined for what is no PDF by its first bytes, or has no page that can be found. Objects may be packed into streams
 * (ISO 32000-1, 7.5.7) and names be written with escapes (7.3.5), so both are undone before anything is looked for.
 */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PdfFacts | undefined> {
  const text = latin(bytes)
  if (!text.slice(0, 1024).includes('%PDF-')) return undefined
  const packed = await unpacked(text, bytes)
  const whole = unescaped([text, ...packed].join('\n'))
  const pages = [...whole.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length
  const found: PdfHold[] = holdNames.filter(name => holds[name].test(whole))
  if (packed.includes('')) found.push('unread')
  return pages === 0 && !found.includes('password') ? undefined : { pages, holds: found }
}

const latin = (bytes: Uint8Array<ArrayBuffer>): string => new TextDecoder('latin1').decode(bytes)

const unescaped = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** What the object streams hold. */
async function unpacked(text: string, bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const found: string[] = []
  let left = mostUnpacked
  for (const { index, 0: head } of [...text.matchAll(/\/ObjStm[\s\S]{0,400}?stream\r?\n/g)].slice(0, mostStreams)) {
    const from = index + head.length
    const end = text.indexOf('endstream', from)
    const piece = await inflated(bytes.slice(from, end === -1 ? undefined : end), left)
    left -= piece.length
    found.push(piece)
    if (left <= 0) return [...found, '']
  }
  return found
}

/** RFC 1950, as far as it can be read: what is behind its end, or broken, is left out. */
async function inflated(packed: Uint8Array<ArrayBuffer>, most: number): Promise<string> {
  const pieces: string[] = []
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  try {
    for (let size = 0; size < most; ) {
      const { done, value } = await reader.read()
      if (done) break
      pieces.push(latin(Uint8Array.from(value)))
      size += value.length
    }
  } catch (error) {
    // Line ends between the data and `endstream` count as data too many; what was read before them stands.
    if (!(error instanceof TypeError)) throw error
  }
  await reader.cancel().catch(() => undefined)
  return pieces.join('')
}
