import { figuresDe, ofDe, reportsDe } from './figures-de.ts'
import { whyItMatters } from './matters.ts'
import type { Words } from './words.ts'

const changes = { more: 'mehr', fewer: 'weniger', 'as usual': 'wie gewohnt' }

const contacts = (count: number): string => (count === 1 ? '1 Kontakt kam' : `${count} Kontakte kamen`)
const matters = (count: number): string => (count === 1 ? '1 Anliegen' : `${count} Anliegen`)

/** What mails about reports say, in German. Days stay as ISO 8601 writes them. */
export const de: Words = {
  everybody: 'Alle Abteilungen',
  span: (from, to) => (from === to ? from : `${from} bis ${to}`),
  changes: count => (count === 0 ? 'nichts Ungewöhnliches' : count === 1 ? '1 Veränderung' : `${count} Veränderungen`),
  volume: (now, before, change) => `${contacts(now)} herein, ${before} im Zeitraum davor: ${changes[change]}.`,
  sections: {
    changed: 'Was sich verändert hat',
    topics: 'Womit Kunden kommen',
    wins: 'Erfolge',
    figures: 'Über alles',
    rows: 'Die größten zuerst',
  },
  none: {
    changed: 'Nichts hat sich mehr als zufällig verändert.',
    topics: 'Kein Thema ist neu oder steigt.',
    wins: 'Bei keinem Team wurde eine Zahl mehr als zufällig besser.',
    rows: 'In diesen Tagen wurde nichts gezählt.',
  },
  marks: {
    new: 'neu',
    rising: 'steigt',
    falling: 'fällt',
    better: 'besser',
    worse: 'schlechter',
    changed: 'verändert',
  },
  topic: (now, before) => `${matters(now)}, ${before} im Zeitraum davor.`,
  was: (value, before, n, of) => `${value}, zuvor ${before} (${n} ${of}).`,
  told: (value, n, of) => `${value} (${n} ${of}).`,
  chance:
    'Genannt ist nur, was sich mehr als zufällig verändert hat; von allem Genannten steht höchstens eines von zwanzig durch Zufall hier.',
  left: count => `${count} weitere stehen im Bericht.`,
  keptBy: keeper => `${keeper} hat diese Ansicht gespeichert und lässt sie Ihnen schicken.`,
  unsubscribe: 'Diese Mail nicht mehr schicken',
  why: figure => whyItMatters('de', figure),
  figure: ({ id, title }) => figuresDe[id] ?? title,
  of: figure => ofDe[figure.of] ?? figure.of,
  report: (name, title) => reportsDe[name] ?? title,
  number: (value, digits) => value.toFixed(digits).replace('.', ','),
  units: { hours: 'Std.', minutes: 'Min.', percent: '%' },
}
