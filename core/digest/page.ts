import type { MailLanguage } from '../saved-report/saved-report.ts'

/** A mail: its HTML says what its text says. */
export type RenderedDigest = { subject: string; text: string; html: string }

export type Line = { mark?: string | undefined; head: string; detail: string }
export type Section = { title: string; lines: Line[]; none: string }

/** One screen of a mail. `unsubscribe` and `open` are addresses with their words; in a preview they are not there. */
export type MailPage = {
  language: MailLanguage
  subject: string
  title: string
  intro: string[]
  sections: Section[]
  notes: string[]
}

export type Link = { url: string; words: string }

/** The mail as text and as HTML, everything in it escaped. */
export const rendered = (page: MailPage): RenderedDigest => ({
  subject: page.subject.replace(/[\r\n]+/g, ' '),
  text: textOf(page),
  html: htmlOf(page),
})

/** A line below both forms for each link, which only a mail that is sent has. */
export const withLinks = ({ subject, text, html }: RenderedDigest, links: readonly Link[]): RenderedDigest => ({
  subject,
  text: `${text}\n${links.map(({ url, words }) => `${words}: ${url}\n`).join('')}`,
  html: html.replace('</body>', () => `<p style="${small}">${links.map(linkHtml).join(' · ')}</p></body>`),
})

const linkHtml = ({ url, words }: Link): string => `<a href="${escaped(url)}">${escaped(words)}</a>`

const textOf = ({ title, intro, sections, notes }: MailPage): string =>
  [
    ...[title, ...intro],
    ...sections.flatMap(({ title: head, lines, none }) => [
      ...['', head],
      ...(lines.length === 0 ? [`  ${none}`] : lines.map(line => `  ${lineText(line)}`)),
    ]),
    ...notes.flatMap(note => ['', note]),
    '',
  ].join('\n')

const lineText = ({ mark, head, detail }: Line): string =>
  mark === undefined ? `${head}: ${detail}` : `[${mark}] ${head}: ${detail}`

const small = 'color:#545b64;font-size:0.85em'

/** Mail readers know little of style sheets: what little there is stands at the elements. */
const htmlOf = ({ language, title, intro, sections, notes }: MailPage): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
  `<body style="font-family:sans-serif;max-width:40em;color:#16191f"><h1 style="font-size:1.25em">${escaped(title)}</h1>` +
  `${intro.map(line => `<p>${escaped(line)}</p>`).join('')}${sections.map(sectionHtml).join('')}` +
  `${notes.map(note => `<p style="${small}">${escaped(note)}</p>`).join('')}</body></html>`

const sectionHtml = ({ title, lines, none }: Section): string =>
  `<h2 style="font-size:1em">${escaped(title)}</h2>` +
  (lines.length === 0 ? `<p>${escaped(none)}</p>` : `<ul>${lines.map(lineHtml).join('')}</ul>`)

const lineHtml = ({ mark, head, detail }: Line): string =>
  `<li><strong>${escaped(head)}</strong>${mark === undefined ? '' : ` (${escaped(mark)})`}: ${escaped(detail)}</li>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, one => entities[one] ?? one)
