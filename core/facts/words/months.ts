/** The months by their names and short forms in English, German, French, Spanish, Italian, Dutch and Portuguese, but for short forms
 * that are common words elsewhere ("2 ago", "3 out of", "gen 2"). */
const names = [
  'january|jan|januar|jänner|janvier|janv|enero|ene|gennaio|januari|janeiro',
  'february|feb|februar|feber|février|fevrier|févr|fév|febrero|febbraio|februari|fevereiro|fev',
  'march|mar|märz|mär|mrz|mars|marzo|maart|mrt|março',
  'april|apr|avril|avr|abril|abr|aprile',
  'may|mai|mayo|maggio|mag|mei|maio',
  'june|jun|juni|juin|junio|giugno|giu|junho',
  'july|jul|juli|juillet|juil|julio|luglio|lug|julho',
  'august|aug|août|aout|agosto|augustus',
  'september|sept|sep|septembre|septiembre|setiembre|settembre|setembro',
  'october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro',
  'november|nov|novembre|noviembre|novembro',
  'december|dec|dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre|dezembro',
]

const byName = new Map(names.flatMap((list, at) => list.split('|').map(name => [name, at + 1] as const)))

/** Any name of a month, for a pattern without regard to letter case. Long names first. */
export const monthName = [...byName.keys()].sort((a, b) => b.length - a.length).join('|')

/** 1 to 12; undefined for what is no month. */
export const monthNamed = (name: string): number | undefined => byName.get(name.toLowerCase())
