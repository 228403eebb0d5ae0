import type { FigureTexts } from './texts.ts'

type Texts = Readonly<Record<string, FigureTexts>>

const parts = [
  { id: 'median', name: 'Median', text: 'Die Hälfte brauchte weniger.' },
  { id: 'p90', name: '90. Perzentil', text: 'Neun von zehn brauchten weniger.' },
  { id: 'p95', name: '95. Perzentil', text: 'Neunzehn von zwanzig brauchten weniger.' },
  { id: 'mean', name: 'Mittel', text: '' },
]

/** Percentiles and mean of a duration, in all hours and in business hours. */
const duration = (id: string, title: string, of: string, definition: string): Texts =>
  Object.fromEntries(
    parts.flatMap(part => [
      [`${id}-${part.id}`, { title: `${title}, ${part.name}`, definition: `${definition} ${part.text}`.trim(), of }],
      [
        `${id}-working-${part.id}`,
        {
          title: `${title} in Arbeitszeit, ${part.name}`,
          definition: `Gezählt in den Arbeitszeiten des Teams. ${part.text}`.trim(),
          of,
        },
      ],
    ]),
  )

const repeats = (days: number): Texts => ({
  [`repeats-${days}`]: {
    title: `Wieder innerhalb von ${days} Tagen`,
    definition: `Kontakte desselben Kunden im selben Anliegen innerhalb von ${days} Tagen nach dem vorigen ÷ alle Kontakte, die hereinkamen.`,
    of: 'Kontakte',
  },
})

const kept = (id: string, what: string): Texts => ({
  [`${id}-kept`]: {
    title: `${what} rechtzeitig`,
    definition: `Uhren für ${what}, die rechtzeitig hielten ÷ jene, die hielten oder abliefen.`,
    of: 'Ziele',
  },
})

const credit = (id: string, title: string, definition: string): Texts => ({
  [`credit-${id}`]: { title, definition, of: 'Millionstel eines Anliegens' },
})

const text = (title: string, definition: string, of: string): FigureTexts => ({ title, definition, of })

/** What figures are called in German, what they mean, and what their n counts. */
export const germanFigures: Texts = {
  inbound: text(
    'Kontakte von Kunden',
    'Anrufe, Mails, Nachrichten, Erwähnungen, Kommentare und Bewertungen, die hereinkamen.',
    'Kontakte',
  ),
  outbound: text('Kontakte von uns', 'Was wir schickten, sagten oder anriefen.', 'Kontakte'),
  customers: text(
    'Kunden',
    'Verschiedene Kunden, die im Zeitraum kamen; wer nicht sagte, wer er ist, zählt nicht.',
    'Kunden',
  ),
  opened: text(
    'Eröffnete Konversationen',
    'Anliegen, mit denen Kunden kamen oder die wir eröffneten.',
    'Konversationen',
  ),
  'calls-answered': text('Angenommene Anrufe', 'Anrufe, die jemand annahm ÷ alle Anrufe.', 'Anrufe'),
  'handle-mean': text(
    'Bearbeitungszeit, Mittel',
    'Sprechen, Halten und Nacharbeit eines Anrufs.',
    'angenommene Anrufe',
  ),
  'handle-median': text(
    'Bearbeitungszeit, Median',
    'Die Hälfte der angenommenen Anrufe brauchte weniger.',
    'angenommene Anrufe',
  ),
  ...duration('first', 'Erste Antwort', 'erste Antworten', 'Vom eröffnenden Kontakt bis zur ersten Antwort.'),
  ...duration('next', 'Weitere Antwort', 'weitere Antworten', 'Vom ersten unbeantworteten Kontakt bis zur Antwort.'),
  ...duration('resolution', 'Lösung', 'gelöste Konversationen', 'Von der Eröffnung bis zur Lösung.'),
  resolved: text('Gelöst', 'Konversationen, die gelöst wurden.', 'Konversationen'),
  reopened: text('Wieder geöffnet', 'Konversationen, die nach ihrer Lösung wieder auflebten.', 'Konversationen'),
  ...kept('first', 'Erste Antwort'),
  ...kept('next', 'Weitere Antwort'),
  ...kept('resolution', 'Lösung'),
  'first-contact': text(
    'Beim ersten Kontakt gelöst',
    'Der Kunde musste nicht wiederkommen ÷ alle gelösten.',
    'gelöste Konversationen',
  ),
  'one-touch': text(
    'Mit einer Antwort gelöst',
    'Eine Antwort von uns oder keine ÷ alle gelösten.',
    'gelöste Konversationen',
  ),
  ...repeats(7),
  ...repeats(15),
  ...repeats(30),
  'switch-rate': text(
    'Auf einem anderen Kanal',
    'Wiederholungen innerhalb von dreißig Tagen auf einem anderen Kanal ÷ alle.',
    'wiederholte Kontakte',
  ),
  switches: text(
    'Wechsel',
    'Wiederholte Kontakte, deren Kanal nicht der vorige ist.',
    'wiederholte Kontakte auf anderem Kanal',
  ),
  repeated: text(
    'Mussten sich wiederholen',
    'Einmal je Konversation gezählt, am Tag, an dem es geschah.',
    'Konversationen',
  ),
  'repeated-rate': text(
    'Mussten sich wiederholen, von eröffneten',
    'Konversationen mit einer Wiederholung ÷ im selben Zeitraum eröffnete; es müssen nicht dieselben sein.',
    'eröffnete Konversationen',
  ),
  transfers: text('Weitergaben', 'Jedes Mal, dass eine Konversation in andere Hände ging.', 'Weitergaben'),
  'hand-overs': text(
    'Übergaben mit dem, was bekannt ist',
    'Weitergegeben mit dem, was bekannt und was versprochen ist.',
    'Übergaben',
  ),
  'transfers-each': text(
    'Weitergaben je Konversation',
    'Weitergaben ÷ im selben Zeitraum eröffnete Konversationen.',
    'eröffnete Konversationen',
  ),
  csat: text('CSAT', 'Antworten von 4 und 5 ÷ alle Antworten.', 'Antworten'),
  nps: text('NPS', 'Prozent von 9 und 10 weniger Prozent von 0 bis 6.', 'Antworten'),
  'net-sentiment': text('Stimmung, netto', 'Prozent positiver weniger Prozent negativer Kontakte.', 'lesbare Kontakte'),
  positive: text('Positiv', 'Positive ÷ alle lesbaren.', 'lesbare Kontakte'),
  negative: text('Negativ', 'Negative ÷ alle lesbaren.', 'lesbare Kontakte'),
  'promises-kept': text(
    'Gehaltene Versprechen',
    'Bis zum genannten Tag wieder geantwortet ÷ alle Versprechen, die einen Tag nannten.',
    'Versprechen eines Tages',
  ),
  'back-after-kept': text(
    'Wieder da, Versprechen gehalten',
    'Kam innerhalb von dreißig Tagen nach einem gehaltenen Versprechen mit einem anderen Anliegen.',
    'gehaltene Versprechen',
  ),
  'back-after-broken': text(
    'Wieder da, Versprechen gebrochen',
    'Kam innerhalb von dreißig Tagen nach einem gebrochenen Versprechen mit einem anderen Anliegen.',
    'gebrochene Versprechen',
  ),
  asked: text(
    'Gefragt',
    'Kontakte von Kunden zum Thema, ohne jene, die dasselbe Anliegen innerhalb von dreißig Tagen wiederholen.',
    'Anliegen',
  ),
  'asked-share': text(
    'Anteil',
    'An allen Anliegen mit einem Thema. Steigend und fallend: der Anteil änderte sich gegenüber dem Zeitraum davor, nach dem Likelihood-Quotienten-Test; höchstens eines von zwanzig der genannten durch Zufall (Benjamini–Hochberg).',
    'Anliegen mit einem Thema',
  ),
  'first-time': text(
    'Zum ersten Mal da',
    'Kontakte, mit denen ein Kunde zum ersten Mal kam ÷ alle zum Thema.',
    'Kontakte zum Thema',
  ),
  'topic-sentiment': text(
    'Stimmung, netto',
    'Prozent positiver weniger Prozent negativer Kontakte zum Thema.',
    'lesbare Kontakte',
  ),
  'topic-first-contact': text(
    'Beim ersten Kontakt gelöst',
    'Mit dem Thema eröffnet und gelöst, ohne dass der Kunde innerhalb von sieben Tagen wiederkam.',
    'gelöste Konversationen',
  ),
  voice: text(
    'Anteil am Gespräch',
    'Nennungen des Mitglieds ÷ die aller Mitglieder, im Netzwerk.',
    'Nennungen im Panel',
  ),
  mentions: text('Nennungen', 'Wie oft das Mitglied genannt wurde, gezählt von dem, der zuhört.', 'Nennungen'),
  'voice-sentiment': text(
    'Stimmung, netto',
    'Prozent positiver weniger Prozent negativer Nennungen, wie geliefert.',
    'beurteilte Nennungen',
  ),
  effect: text(
    'Wirkung auf die Kontakte',
    'Womit die Kampagne die Kontakte malnahm: (Fenster ÷ davor) derer, für die sie ist ÷ dasselbe der Kontrollgruppe. 1: nichts änderte sich. Das Intervall berücksichtigt, wie sehr einzelne Tage von sich aus schwanken.',
    'Kontakte',
  ),
  'campaign-contacts': text(
    'Kontakte',
    'Kontakte, die hereinkamen, im Fenster und in ebenso vielen Tagen davor.',
    'Kontakte',
  ),
  'campaign-sentiment': text(
    'Stimmung, netto',
    'Prozent positiver weniger Prozent negativer Kontakte.',
    'lesbare Kontakte',
  ),
  'campaign-sent': text('Verschickt', 'Was für die Kampagne hinausging.', 'Kontakte von uns'),
  'campaign-sales': text('Verkäufe', 'Verkäufe, die die Kampagne nennen.', 'Verkäufe'),
  'campaign-topic': text(
    'Themen',
    'Anteile von Themen im Fenster und davor; jene, die sich am sichersten änderten.',
    'Anliegen mit einem Thema',
  ),
  ...credit('linear', 'Linear', 'Jede Berührung gleich viel.'),
  ...credit('position', 'Nach Stelle', 'Zwei Fünftel der ersten Berührung, zwei der letzten, eines dem Rest.'),
  ...credit('time-decay', 'Nach Nähe', 'Je näher am Ende, desto mehr: eine Woche früher die Hälfte.'),
  ...credit(
    'shapley',
    'Shapley',
    'Was eine Abteilung hinzufügt, über alle Reihenfolgen, in denen sie hätten kommen können.',
  ),
  expected: text(
    'Erwartete Kontakte',
    'Kontakte, die in der Stunde hereinkommen werden; vier von fünf Stunden der geprüften Wochen lagen im Intervall.',
    'Kontakte der Wochen davor',
  ),
  'forecast-error': text(
    'Fehler der Vorhersage',
    'Alle Irrtümer ÷ alle Kontakte (WAPE) der letzten Wochen, jede aus dem vorhergesagt, was vor ihr lag. Davor: wäre die Woche davor für die nächste genommen worden.',
    'Kontakte der Wochen davor',
  ),
}
