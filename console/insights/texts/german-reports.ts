import type { ReportTexts } from './texts.ts'

const connect =
  'Amazon Connect, Definitionen der Kennzahlen (docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html)'
const own = 'Throughline selbst'
const resolution = 'Erstlösung: Call Centre Helper, Glossar (callcentrehelper.com), „innerhalb von 7 Tagen“'

/** What reports are called in German, and what they tell. */
export const germanReports: Readonly<Record<string, ReportTexts>> = {
  volume: {
    title: 'Aufkommen und Mischung',
    definition:
      'Wie viele Kontakte hereinkamen und hinausgingen, von wie vielen Kunden. Ein gelöschter Kontakt ist keiner. Nach Kanal, Quelle, Marke und Abteilung ergeben die Kontakte zusammen alle; bei anderem fehlen jene, von denen es nicht bekannt ist.',
    source: connect,
  },
  'first-response': {
    title: 'Erste Antwort',
    definition:
      'Vom Kontakt, der ein Anliegen eröffnet, bis zur ersten Antwort, die der Kunde sehen kann; automatische zählen nicht. Ein angenommener Anruf ist beantwortet, als er angenommen wurde. Gezählt am Tag der Antwort. Perzentile stammen aus Histogrammen, auf ein Zehntel genau.',
    source: connect,
  },
  'next-response': {
    title: 'Weitere Antworten',
    definition:
      'Wie lange ein Kunde jedes weitere Mal wartet: vom ersten noch nicht beantworteten Kontakt bis zur nächsten Antwort. Gezählt am Tag der Antwort. Perzentile stammen aus Histogrammen, auf ein Zehntel genau.',
    source: own,
  },
  resolution: {
    title: 'Lösung',
    definition:
      'Von der Eröffnung eines Anliegens bis zu seiner Lösung, soweit bekannt: was wieder geöffnet wird, zählt mit der nächsten Lösung. Gezählt am Tag der Lösung. Perzentile stammen aus Histogrammen, auf ein Zehntel genau.',
    source: connect,
  },
  'service-level': {
    title: 'Eingehaltene Zusagen zur Zeit',
    definition:
      'Jede Konversation hat Ziele nach ihrer Dringlichkeit, in den Stunden ihres Teams. Ein Ziel zählt, wenn es erreicht wurde oder seine Zeit ablief; eines, nach dem keine Antwort verlangt war, zählt nicht.',
    source: own,
  },
  'first-contact-resolution': {
    title: 'Lösung beim ersten Kontakt',
    definition:
      'Anliegen, die gelöst wurden und mit denen der Kunde innerhalb von sieben Tagen nach der ersten Antwort und der Lösung auf keinem Kanal wiederkam. Gezählt am Tag der Lösung; sieben Tage lang vorläufig.',
    source: resolution,
  },
  'repeat-contacts': {
    title: 'Wiederholte Kontakte',
    definition:
      'Wie oft Kunden mit demselben Anliegen wiederkommen, auf welchem Kanal auch immer. Gezählt wird die Wiederholung, an ihrem eigenen Tag: daran ändert sich später nichts.',
    source: resolution,
  },
  'channel-switches': {
    title: 'Wechsel des Kanals',
    definition:
      'Von welchem Kanal zu welchem Kunden mit demselben Anliegen innerhalb von dreißig Tagen gingen. Wer bei seinem Kanal bleibt, steht im Bericht über wiederholte Kontakte.',
    source: own,
  },
  'repeated-themselves': {
    title: 'Kunden, die sich wiederholen mussten',
    definition:
      'Konversationen, in denen der Kunde noch einmal sagte, was schon auf der Zeitlinie stand, nachdem ein anderer Kanal oder jemand anderes übernommen hatte. Dies zu senken ist, wofür es dieses Produkt gibt.',
    source: own,
  },
  transfers: {
    title: 'Weitergaben und Übergaben',
    definition:
      'Eine Weitergabe: eine Konversation, die jemand hatte, ging an jemand anderen, ein anderes Team oder nach oben. Eine Übergabe: sie ging mit dem weiter, was bekannt ist. Zu nehmen, was niemand hatte, ist keines von beiden.',
    source: connect,
  },
  satisfaction: {
    title: 'Zufriedenheit und Empfehlung',
    definition:
      'Was Kunden antworteten, als sie gefragt wurden: wie es war (1 bis 5), ob sie uns empfehlen würden (0 bis 10). Gezählt am Tag der Antwort; es gilt die letzte Antwort auf eine Frage. Gehört wird nur, wer antwortet.',
    source:
      'CSAT: gute Antworten von allen; NPS: Reichheld 2003, „The one number you need to grow“, Intervall nach Rocks 2016, The American Statistician 70',
  },
  sentiment: {
    title: 'Stimmung',
    definition:
      'Wie Kontakte von Kunden klingen, nach dem Urteil eines Klassifikators; was er nicht lesen kann (andere Sprache, kein Text), bleibt weg. Wie oft er selbst recht hat, steht in den Hinweisen: sicherer kann keine Zahl sein.',
    source: own,
  },
  'returning-by-promise': {
    title: 'Wiederkehr nach gehaltenen und gebrochenen Versprechen',
    definition:
      'Von den Kunden, denen etwas für einen Tag versprochen war: wie viele innerhalb von dreißig Tagen mit einem anderen Anliegen wiederkamen, nach einem gehaltenen Versprechen und nach einem gebrochenen. Warum, sagen die Zahlen nicht.',
    source: own,
  },
  topics: {
    title: 'Themen',
    definition:
      'Womit Kunden kommen: in ihren eigenen Worten gefunden, von Menschen benannt und berichtigt. Das Häufigste zuerst; neue und steigende erkennt man an ihrem Anteil an allen Anliegen, sodass ein voller Monat keines hebt.',
    source: own,
  },
  'share-of-voice': {
    title: 'Anteil am Gespräch',
    definition:
      'Nennungen von uns unter denen aller im Panel, nach Netzwerk. Ein Panel steht für seinen Zeitraum fest: mit einem weiteren Wettbewerber darin änderte sich der Anteil des vorigen Monats. Die Summe ist unser Anteil über alle Netzwerke.',
    source: 'Nennungen von uns unter denen aller Mitglieder des Panels, wie Social Listening das Wort gebraucht',
  },
  'campaign-effect': {
    title: 'Wirkung einer Kampagne',
    definition:
      'Kontakte, Stimmung und Themen im Fenster einer Kampagne gegenüber den Tagen davor. Mit einer Kontrollgruppe, also Kunden, die sie nicht erreicht: was sich auch dort ändert, hat nicht die Kampagne bewirkt.',
    source: 'Differenz der Differenzen, für Anzahlen: Verhältnis von Ratenverhältnissen',
  },
  'shared-credit': {
    title: 'Geteilter Verdienst',
    definition:
      'Jedes gelöste Anliegen und jeder Verkauf ist eins, geteilt unter den Abteilungen, die daran mitwirkten: was sie erhalten, ergibt genau eins und zusammen alle. Vier Arten zu teilen stehen nebeneinander, weil keine für jede Frage die richtige ist.',
    source:
      'core/credit: erste und letzte Berührung (40/20/40), Halbwertszeit von einer Woche, Shapley 1953 (Zhao, Mahboobi und Bagheri 2018, Gleichung 6)',
  },
  'workload-forecast': {
    title: 'Erwartete Arbeit',
    definition:
      'Die Kontakte jeder Stunde der nächsten Woche, nach dem Rhythmus der letzten acht: von drei einfachen Verfahren das, welches auf den letzten Wochen am wenigsten irrte. Von Feiertagen und Kampagnen weiß es nichts.',
    source: 'Hyndman und Athanasopoulos, Forecasting: principles and practice, 5.8 und 5.10',
  },
}
