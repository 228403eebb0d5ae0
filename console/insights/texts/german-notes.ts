/** What the API notes beside a report, and how it is said in German; what stands in brackets is taken over. */
const forms: readonly (readonly [RegExp, string])[] = [
  [
    /^Percentiles are kept by/,
    'Perzentile gibt es insgesamt und nach Kanal, Netzwerk, Besuch und Team, für die eigenen Tage des Unternehmens.',
  ],
  [/^Customers are not counted by the hour/, 'Kunden werden nicht nach Stunden gezählt.'],
  [
    /^Customers do not add up/,
    'Kunden lassen sich nicht zusammenzählen: es gibt sie nur für einzelne Tage, Monate und Jahre.',
  ],
  [/^The last month is still under way/, 'Der letzte Monat läuft noch.'],
  [
    /^The period before is not shown: hours are kept for (\d+) days/,
    'Der Zeitraum davor fehlt: Stunden werden $1 Tage lang aufgehoben.',
  ],
  [/^No panel was announced/, 'Für diese Tage wurde kein Panel angekündigt.'],
  [
    /^More than one panel counts/,
    'In diesen Tagen gilt mehr als ein Panel: ihre Anteile sind Teile von Verschiedenem.',
  ],
  [/^No panel covers all/, 'Kein Panel deckt alle diese Tage ab.'],
  [/^Without a control/, 'Ohne Kontrollgruppe ist alles darin, was sich in diesen Tagen sonst noch änderte.'],
  [
    /^Less than three weeks are known of \S+ (.+): there/,
    'Von $1 sind weniger als drei Wochen bekannt: daran lässt sich keine Vorhersage prüfen.',
  ],
  [
    /^How often the reading of sentiment is right was not measured/,
    'Wie oft die Stimmung richtig gelesen wird, wurde hier noch nicht gemessen.',
  ],
]

/** A note in German; one that is not known stays as it is. */
export function germanNote(note: string): string {
  const [form, said] = forms.find(([one]) => one.test(note)) ?? []
  return form === undefined || said === undefined ? note : said.replace('$1', form.exec(note)?.[1] ?? '')
}
