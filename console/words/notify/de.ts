import type { notifyEn } from './en.ts'

/** Was die Konsole von Benachrichtigungen und von Verdecktem sagt, auf Deutsch. */
export const notifyDe: Record<keyof typeof notifyEn, string> = {
  'notify.title': 'Benachrichtigungen',
  'notify.about':
    'Was Sie betrifft, während Sie woanders hinsehen: ein Gespräch, das Sie bekommen, eine Antwort in einem Ihrer Gespräche, eine Notiz, die Sie nennt, etwas, das in zehn Minuten fällig ist.',
  'notify.choice.off': 'Keine',
  'notify.choice.plain': 'Nur, dass etwas geschehen ist',
  'notify.choice.names': 'Mit Namen und Betreff',
  'notify.choice.names-about': 'Wer Ihren Bildschirm sieht, sieht beides auch.',
  'notify.sound': 'Mit einem leisen Ton',
  'notify.denied':
    'Ihr Browser erlaubt dieser Adresse keine Benachrichtigungen. Erlauben Sie sie in seinen Einstellungen und wählen Sie dann noch einmal.',
  'notify.none': 'Dieser Browser kennt keine Benachrichtigungen.',
  'notify.try': 'Eine zeigen',
  'notify.tried': 'So sieht das aus.',
  'notify.assigned': 'Sie haben ein Gespräch bekommen',
  'notify.answered': 'In einem Ihrer Gespräche kam eine Antwort',
  'notify.mentioned': 'Eine Notiz nennt Sie',
  'notify.handed-over': 'Ihnen wurde ein Gespräch übergeben',
  'notify.due': 'Etwas von Ihnen ist fällig',
  'settings.shortcuts.show': 'Alle Tastenkürzel zeigen',
  'reveal.masked': 'Personenbezogenes ist verdeckt',
  'reveal.masked-about': 'Namen, Adressen und Nummern sind für Ihre Rolle verborgen.',
  'reveal.ask': 'Aufdecken …',
  'reveal.title': 'Diese Person aufdecken',
  'reveal.reason': 'Warum Sie wissen müssen, wer das ist',
  'reveal.reason-about':
    'Ihr Name und der Grund stehen im Protokoll dieser Person. Sie wird 15 Minuten lang unverdeckt gezeigt.',
  'reveal.do': 'Aufdecken',
  'reveal.shown': 'Unverdeckt bis {at}',
  'reveal.failed': 'Diese Person wurde nicht aufgedeckt.',
}
