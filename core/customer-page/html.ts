/** Text that is HTML already. Everything else is escaped where it is put into some. */
export type Html = { html: string }

type Part = Html | string | number | undefined | readonly Html[]

/** Template tag: what stands in the template is HTML, what is put in is text. */
export const html = (fixed: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: fixed.map((text, n) => text + written(parts[n])).join(''),
})

function written(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(`${part}`)
  return 'html' in part ? part.html : part.map(one => one.html).join('')
}

/** As HTML section 13.1.1.2 and 13.1.2.3 need it in text and in attributes between double quotes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
