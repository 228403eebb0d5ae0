import type { Found } from '../found.ts'
import { plainWords } from '../found.ts'
import { anyCase } from '../words/any-case.ts'
import { hint } from '../words/hints.ts'
import { slipOf } from '../words/spelling.ts'

/** A capital word that is no beginning of a sentence. */
const name =
  "(?!(?:I|Ich|Wir|Sie|Es|Das|Die|Der|Bitte|Mein|Meine|My|We|It|The|Please|Is|And|Je|Nous|Le|La|Il|Merci|Mi|El|Es|Por|Gracias|Danke|Thanks|Call|Phone|Tel|Order|Kunde|Kundin|Agent|Nicht|Statt|Sondern|Nein|Adresse|Anschrift|Lieferadresse|Not|No|Address|Dirección|Pas|Non)(?![\\p{L}]))\\p{Lu}[\\p{L}'’.-]{0,24}"
const names = `(?:${name} ){0,3}${name}`
const anyName = "[\\p{L}'’.-]{2,24}"
const streetEnd =
  'street|st|road|rd|avenue|ave?|lane|ln|drive|dr|way|close|court|ct|place|pl|boulevard|blvd|terrace|terr|crescent|cres|square|sq|gardens|gdns|hill|grove|row|mews|parade|highway|hwy|circle|cir|parkway|pkwy|trail|walk|rise|view|green|quay|wharf|park|nagar|marg'
const flat = anyCase('(?:(?:flat|apt\\.?|apartment|unit|suite|room|no\\.?) ?\\d{1,5}[a-z]?(?:,| -)? ?)?')
const postal =
  '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|(?:[A-Z]{2} )?\\d{5}(?:-\\d{4})?|(?:[A-Z]{2,3} )?\\d{4}|\\d{3} ?\\d{3}'

const english = new RegExp(
  `(?<![\\p{L}\\p{N}#-])${flat}\\d{1,5}[A-Za-z]?(?:-\\d{1,4})?,? (?:${anyCase('(?:[NSEW]\\.?|north|south|east|west) ')})?(?:(?:${anyName}|\\d{1,3}(?:st|nd|rd|th)) ){1,3}?(?:${anyCase(streetEnd)})(?![\\p{L}\\p{N}])\\.?(?:${anyCase(',? (?:apt\\.?|unit|suite|flat|#) ?#?\\d{1,5}[a-z]?')})?(?:,? {1,2}(?:(?:${anyName} ){0,2}${anyName},? )(?:(?:[A-Z]{2,3}|[a-z]{2}),? )?(?:${anyCase(postal)})|,? (?:${postal})|, ${names}(?:,? (?:[A-Z]{2,3}))?)?(?![\\p{L}\\p{N}])`,
  'gu',
)
const german = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${name}[ -]){0,3}(?:\\p{Lu}?\\p{Ll}*(?:straße|strasse|str\\.|gasse|allee|platz|weg|ring|damm|ufer|steig|markt|hof|chaussee|straat|laan|plein|gracht|kade|dijk))|(?:Am|An der|Im|Zum|Zur|Auf dem|Unter den) (?:${name} ?){1,2}) ?\\d{1,4} ?[a-h]?(?![\\p{L}\\p{N}])(?:,? (?:in )?(?:(?:D-|A-|CH-)?\\d{4,5}(?: ?[A-Z]{2})?,? ${names}|in ${names}))?`,
  'gu',
)
const joined = "(?: ?(?:(?:de la|de las|de los|de l['’]|de|del|du|des|da|do|dos|la|le|les|las|los|el|d['’]|l['’]) ?)*"
const latinNames = `(?:${joined}${name})(?![\\p{L}]))+|${joined}[\\p{L}'’-]{2,24}(?![\\p{L}]))`
const french = new RegExp(
  `(?<![\\p{L}\\p{N}])\\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:${anyCase('rue|avenue|av\\.?|boulevard|bd|place|chemin|impasse|allées?|quai|cours|route|square|passage|faubourg|villa')})(?:${latinNames})(?:,? (?:à )?\\d{4,5}(?: ${names})?|,? à ${names})?`,
  'gu',
)
const spanish = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyCase('calle|c\\/|avenida|avda\\.?|av\\.|plaza|pza\\.?|paseo|camino|carretera|ronda|travesía|rua|via|viale|piazza|corso')})(?:${latinNames}),? (?:n[.º°]* ?|núm\\.? ?|número )?\\d{1,4}(?![\\p{L}\\p{N}])(?:,? ?\\d{1,2}[.ºª°]{1,2} ?(?:[A-Z](?![\\p{L}])|izq\\.?|dcha\\.?)?)?(?:,? (?:en )?\\d{4,5}(?: de)? ${names}|,? en ${names}|, ${names})?`,
  'gu',
)
/** German compounds hide the street at their end. */
const germanLike =
  /(?:str\.|stra(?:ß|ss)e|gasse|allee|platz|weg|ring|damm|ufer|steig|markt|hof|chaussee|straat|laan|plein|gracht|kade|dijk) ?\d|(?:Am|An der|Im|Zum|Zur|Auf dem|Unter den) \p{Lu}\p{L}+ ?\d/u
/** Postal addresses: a street with its number, and what of town and code follows. */
export function addressesIn(text: string, hints: number): Found[] {
  if (!/\d/.test(text) || ((hints & hint.street) === 0 && !germanLike.test(text))) return []
  const patterns = germanLike.test(text) ? [french, spanish, german, english] : [french, spanish, english]
  return patterns.flatMap(pattern =>
    [...text.matchAll(pattern)]
      .map(({ 0: written, index }) => ({ written: written.replace(/[\s.,]+$/, ''), index }))
      .map(withoutDenial)
      .filter(({ written }) => !isNoStreet.test(written))
      .map(({ written, index }) => ({
        kind: 'address' as const,
        value: plainWords(written),
        start: index,
        end: index + written.length,
      })),
  )
}

/** "Niht Hauptstraße 5": a slip of a word that is no name. */
function withoutDenial(place: { written: string; index: number }): { written: string; index: number } {
  const first = /^\p{L}+ /u.exec(place.written)?.[0] ?? ''
  const isDenial = /^(?:nicht|sondern|instead)$/.test(slipOf(first.trim().toLowerCase()) ?? '')
  return isDenial ? { written: place.written.slice(first.length), index: place.index + first.length } : place
}

/** "2 items on the way", "3 days to get my money in place". */
const isNoStreet =
  /^\d{1,5} (?:\p{L}+ )*?(?:on|in|the|my|to|of|a|an|is|was|are|and|or|this|that|by|for|with|days?|weeks?|hours?|minutes?|months?|years?|times|items?|people|a?n?other|more|no|any|each|half|all|i|it|we|you|you|got|have|has|am|pm)(?: |$)/iu
