import type { Unit } from '../catalogue/figure-spec.ts'
import type { MailLanguage } from '../saved-report/saved-report.ts'
import type { Digest, Finding } from './digest.ts'
import { type Line, type RenderedDigest, rendered, type Section } from './page.ts'
import { type Words, wordsOf } from './words/words.ts'

/** The digest as it is mailed. */
export function renderDigest(digest: Digest, language: MailLanguage): RenderedDigest {
  const words = wordsOf(language)
  const { period, volume, changes, topics } = digest
  const title = `${digest.department ?? words.everybody}, ${words.span(period.from, period.to)}`
  return rendered({
    language,
    subject: `${title}: ${words.changes(changes.length + topics.length)}`,
    title,
    intro: [words.volume(volume.now, volume.before, volume.change)],
    sections: sectionsOf(digest, words),
    notes: [words.chance],
  })
}

const sectionsOf = ({ changes, topics, wins }: Digest, words: Words): Section[] => [
  {
    title: words.sections.changed,
    lines: changes.map(finding => lineOf(finding, words)),
    none: words.none.changed,
  },
  {
    title: words.sections.topics,
    lines: topics.map(({ label, now, before, tag }) => ({
      ...{ mark: words.marks[tag], head: label, detail: words.topic(now, before) },
    })),
    none: words.none.topics,
  },
  { title: words.sections.wins, lines: wins.map(finding => lineOf(finding, words)), none: words.none.wins },
]

function lineOf({ figure, of, value, before, n, good }: Finding, words: Words): Line {
  const title = words.figure(figure)
  const shown = (number: number) => formatted(number, figure.unit, words)
  const numbers = words.was(shown(value), shown(before), n, words.of(figure))
  const why = words.why(figure.id)
  return {
    mark: words.marks[good === undefined ? 'changed' : good ? 'better' : 'worse'],
    head: of === undefined ? title : `${of}: ${title}`,
    detail: why ? `${numbers} ${why}` : numbers,
  }
}

export function formatted(value: number, unit: Unit, { number, units }: Words): string {
  switch (unit) {
    case 'share':
      return `${number(100 * value, 1)} ${units.percent}`
    case 'score':
      return value > 0 ? `+${number(value, 0)}` : number(value, 0)
    case 'seconds':
      return value < 3600 ? `${Math.round(value / 60)} ${units.minutes}` : `${number(value / 3600, 1)} ${units.hours}`
    case 'ratio':
      return number(value, 2)
    case 'money':
      return number(value / 100, 2)
    case 'count':
      return String(value)
    case 'millionths':
      return number(value / 1_000_000, 2)
    default:
      return unit satisfies never
  }
}
