import type { Unit } from '../catalogue/figure-spec.ts'
import type { Digest, Finding } from './digest.ts'
import { whyItMatters } from './matters.ts'

/** A mail: its HTML says what its text says. */
export type RenderedDigest = { subject: string; text: string; html: string }

type Line = { mark: string; head: string; detail: string }
type Section = { title: string; lines: Line[]; none: string }

/** The digest as it is mailed, in English; names in it are escaped. */
export function renderDigest(digest: Digest): RenderedDigest {
  const sections = sectionsOf(digest)
  const title = `${digest.department ?? 'All departments'}, ${digest.period.from} to ${digest.period.to}`
  const changes = digest.changes.length + digest.topics.length
  const subject = `${title}: ${changes === 0 ? 'nothing out of the ordinary' : changes === 1 ? '1 change' : `${changes} changes`}`
  return {
    subject: subject.replace(/[\r\n]+/g, ' '),
    text: textOf(title, digest, sections),
    html: htmlOf(title, digest, sections),
  }
}

function sectionsOf({ changes, topics, wins }: Digest): Section[] {
  return [
    { title: 'What changed', lines: changes.map(lineOf), none: 'Nothing changed by more than chance.' },
    {
      title: 'What customers come with',
      lines: topics.map(({ label, now, before, tag }) => ({
        ...{
          mark: tag === 'new' ? 'new' : 'rising',
          head: label,
          detail: `${now} matters, ${before} in the period before.`,
        },
      })),
      none: 'No topic is new or rising.',
    },
    { title: 'Wins', lines: wins.map(lineOf), none: 'No team’s figures rose by more than chance.' },
  ]
}

function lineOf({ figure, of, value, before, n, good }: Finding): Line {
  const head = of === undefined ? figure.title : `${of}: ${figure.title}`
  const numbers = `${formatted(value, figure.unit)}, was ${formatted(before, figure.unit)} (${n} ${figure.of}).`
  const why = whyItMatters(figure.id)
  return {
    mark: good === undefined ? 'changed' : good ? 'better' : 'worse',
    head,
    detail: why ? `${numbers} ${why}` : numbers,
  }
}

export function formatted(value: number, unit: Unit): string {
  switch (unit) {
    case 'share':
      return `${(100 * value).toFixed(1)} %`
    case 'score':
      return value > 0 ? `+${value.toFixed(0)}` : value.toFixed(0)
    case 'seconds':
      return value < 3600 ? `${Math.round(value / 60)} min` : `${(value / 3600).toFixed(1)} h`
    case 'ratio':
      return value.toFixed(2)
    case 'money':
      return (value / 100).toFixed(2)
    case 'count':
      return String(value)
    case 'millionths':
      return (value / 1_000_000).toFixed(2)
    default:
      return unit satisfies never
  }
}

const volumeLine = ({ volume: { now, before, change } }: Digest): string =>
  `${now} contacts came in, ${before} in the period before: ${change}.`

const howRead =
  'Named is only what changed by more than chance; of all that is named, at most one in twenty is there by chance.'

const textOf = (title: string, digest: Digest, sections: Section[]): string =>
  [
    title,
    volumeLine(digest),
    ...sections.flatMap(({ title: head, lines, none }) => [
      ...['', head],
      ...(lines.length === 0 ? [`  ${none}`] : lines.map(line => `  [${line.mark}] ${line.head}: ${line.detail}`)),
    ]),
    ...['', howRead, ''],
  ].join('\n')

/** Mail readers know little of style sheets: what little there is stands at the elements. */
const htmlOf = (title: string, digest: Digest, sections: Section[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>` +
  `<body style="font-family:sans-serif;max-width:40em;color:#16191f"><h1 style="font-size:1.25em">${escaped(title)}</h1>` +
  `<p>${escaped(volumeLine(digest))}</p>${sections.map(sectionHtml).join('')}` +
  `<p style="color:#545b64;font-size:0.85em">${escaped(howRead)}</p></body></html>`

const sectionHtml = ({ title, lines, none }: Section): string =>
  `<h2 style="font-size:1em">${escaped(title)}</h2>` +
  (lines.length === 0
    ? `<p>${escaped(none)}</p>`
    : `<ul>${lines.map(({ mark, head, detail }) => `<li><strong>${escaped(head)}</strong> (${escaped(mark)}): ${escaped(detail)}</li>`).join('')}</ul>`)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, one => entities[one] ?? one)
