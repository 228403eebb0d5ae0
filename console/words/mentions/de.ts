import type { mentionsEn } from './en.ts'

/** Was die Seite der Erwähnungen sagt, auf Deutsch. */
export const mentionsDe: Record<keyof typeof mentionsEn, string> = {
  'mentions.title': 'Erwähnungen',
  'mentions.about': 'Was öffentlich gesagt wird und auf uns wartet, das Dringendste zuerst.',
  'mentions.networks': 'Netzwerk',
  'mentions.all': 'Alle',
  'mentions.loading': 'Erwähnungen werden geladen',
  'mentions.empty': 'Niemand wartet öffentlich auf eine Antwort',
  'mentions.empty-network': 'Niemand wartet auf {network}',
  'mentions.empty-about': 'Neue Erwähnungen erscheinen hier von selbst.',
  'mentions.post-loading': 'Der Beitrag wird geladen',
  'mentions.no-post': 'Der Beitrag ist nicht mehr da oder steht weiter hinten im Gespräch.',
  'mentions.answer': 'Antworten',
  'mentions.more-in-matter': '{count} Kontakte in diesem Anliegen',
  'mentions.keys': 'j und k bewegen, e löst, a nimmt, r antwortet.',
  'mentions.spam': 'Spam',
  'mentions.with': 'bei {name}',
}
