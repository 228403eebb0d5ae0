import { whyItMatters } from './matters.ts'
import type { Words } from './words.ts'

const changes = { more: 'more', fewer: 'fewer', 'as usual': 'as usual' }

/** What mails about reports say, in English; reports themselves are written in it. */
export const en: Words = {
  everybody: 'All departments',
  span: (from, to) => (from === to ? from : `${from} to ${to}`),
  changes: count => (count === 0 ? 'nothing out of the ordinary' : count === 1 ? '1 change' : `${count} changes`),
  volume: (now, before, change) => `${now} contacts came in, ${before} in the period before: ${changes[change]}.`,
  sections: {
    changed: 'What changed',
    topics: 'What customers come with',
    wins: 'Wins',
    figures: 'Over everything',
    rows: 'The greatest first',
  },
  none: {
    changed: 'Nothing changed by more than chance.',
    topics: 'No topic is new or rising.',
    wins: 'No team’s figures rose by more than chance.',
    rows: 'Nothing was counted in these days.',
  },
  marks: { new: 'new', rising: 'rising', falling: 'falling', better: 'better', worse: 'worse', changed: 'changed' },
  topic: (now, before) => `${now} matters, ${before} in the period before.`,
  was: (value, before, n, of) => `${value}, was ${before} (${n} ${of}).`,
  told: (value, n, of) => `${value} (${n} ${of}).`,
  chance:
    'Named is only what changed by more than chance; of all that is named, at most one in twenty is there by chance.',
  left: count => `${count} more are in the report.`,
  keptBy: keeper => `${keeper} keeps this view and has it mailed to you.`,
  unsubscribe: 'Do not mail this to me any more',
  why: figure => whyItMatters('en', figure),
  figure: ({ title }) => title,
  of: figure => figure.of,
  report: (_name, title) => title,
  number: (value, digits) => value.toFixed(digits),
  units: { hours: 'h', minutes: 'min', percent: '%' },
}
