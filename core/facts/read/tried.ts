import type { FactContext } from '../fact.ts'
import type { Found } from '../found.ts'
import { plainWords } from '../found.ts'
import { hint } from '../words/hints.ts'

const english =
  'tr(?:ied|y(?=ing))|restart(?:ed|ing)|reboot(?:ed|ing)|reset(?:ting)?|factory[- ]reset|re-?install(?:ed|ing)|un-?install(?:ed|ing)|unplugg(?:ed|ing)|updat(?:ed|ing)|upgrad(?:ed|ing)|clear(?:ed|ing)|delet(?:ed|ing)|replac(?:ed|ing)|swapp(?:ed|ing)|switch(?:ed|ing) (?:it|off|the|my|between)|turn(?:ed|ing) (?:it|off|the|my)|power(?:ed)?[- ]cycl(?:ed|ing)|chang(?:ed|ing) the|check(?:ed|ing) (?:the|all|my|that|with|both)|clean(?:ed|ing)|descal(?:ed|ing)|re-?connect(?:ed|ing)|disconnect(?:ed|ing)|logg(?:ed|ing) (?:out|off)|sign(?:ed|ing) (?:out|off)|re-?pair(?:ed|ing) (?:it|the|with|again)|charg(?:ed|ing) it|download(?:ed|ing) (?:it|the) again|follow(?:ed|ing) (?:the|your) (?:steps|instructions|guide)|us(?:ed|ing) (?:another|a different)|mov(?:ed|ing) (?:it|the) (?:closer|router)|did (?:a|the) (?:factory |hard |soft )?(?:reset|restart|reboot)|done (?:a|the) (?:factory |hard |soft )?(?:reset|restart|reboot)|held (?:down )?the'
const englishPattern = new RegExp(
  `(?<![\\p{L}])(?:i|we)(?:['’]ve| have)?(?: (?:already|also|even|just|both|then|only|have|twice|now))*,? ((?:${english})(?![\\p{L}]))`,
  'giu',
)
/** "Tried turning it off, no luck": a sentence without its "I". */
const withoutSubject = new RegExp(
  `^(?:[\\s*-]|(?:and|but|so|also|already|then|yes|yep|yeah|we|have|hi|hello|no|ok)[\\s,]+){0,4}((?:${english})(?![\\p{L}]))`,
  'giu',
)
/** What an agent notes of a customer. */
const noted = new RegExp(
  `(?<![\\p{L}])(?:customer|caller|cust|client|s?he|they|kunde|kundin|anrufer(?:in)?|sie|er|cliente?|elle|il|ella|él)(?: (?:has|had|have|says (?:s?he|they)(?: has| have|['’]ve)?|hat|a|ha|dit avoir|dice que ha|already|also|even|schon|bereits|déjà|ya))* ((?:${english})(?![\\p{L}]))`,
  'giu',
)
const german =
  'neu ?gestartet|neugestartet|zurückgesetzt|neu installiert|deinstalliert|(?:aus)?probiert|versucht|aktualisiert|gelöscht|ausgetauscht|gewechselt|getauscht|aus- und (?:wieder )?ein(?:geschaltet|gesteckt)|aus(?:geschaltet|gesteckt)|abgesteckt|vom strom genommen|gereinigt|entkalkt|geleert|überprüft|geprüft|geladen|neu verbunden|abgemeldet|resettet'
const germanPattern = new RegExp(
  `(?<![\\p{L}])(?:(?:ich|wir) (?:habe?n?|hab)|habe?n?(?: ich| wir)?|(?:kunde|kundin|anrufer|anruferin) hat) ([^.!?;\\n]{0,90}?(?:${german}))(?![\\p{L}])`,
  'giu',
)
const french =
  'essayé|redémarré|réinitialisé|réinstallé|désinstallé|débranché|rebranché|mis à jour|vidé|changé|remplacé|vérifié|nettoyé|détartré|éteint|rallumé|reconnecté|déconnecté|supprimé|tenté'
const frenchPattern = new RegExp(
  `(?<![\\p{L}])(?:j['’]ai|nous avons|on a|(?:le |la )?cliente? a) (?:déjà |aussi |même |bien |tout )*((?:${french})(?![\\p{L}]))`,
  'giu',
)
const spanish =
  'probado|intentado|reiniciado|reinstalado|desinstalado|desenchufado|desconectado|actualizado|restablecido|borrado|cambiado|sustituido|comprobado|revisado|limpiado|descalcificado|apagado|encendido|formateado'
const spanishPast =
  'probé|intenté|reinicié|reinstalé|desinstalé|desenchufé|desconecté|actualicé|restablecí|cambié|comprobé|revisé|limpié|apagué'
const spanishPattern = new RegExp(
  `(?<![\\p{L}])(?:(?:ya )?(?:l[oa]s? )?(?:he|hemos|(?:el |la )?cliente ha) (?:ya )?((?:${spanish})(?![\\p{L}]))|(?:ya )?(?:l[oa]s? )?((?:${spanishPast})(?![\\p{L}])))`,
  'giu',
)
const clauseEnd =
  /[.!?;\n]|,? (?:but|and (?:it|nothing|still|the problem|that|now|then i get|no)|aber|und (?:es|nichts|trotzdem|immer|das)|doch|mais|et (?:rien|ça|cela|toujours)|pero|y (?:nada|sigue|no|todavía))(?![\p{L}])|,? (?:without|ohne|sans|sin) |,? (?:to no avail|no luck)/iu
const longest = 90

/** "Tried to call you" is no remedy but a complaint, and one that somebody else tried is not the writer's. */
const noRemedy =
  /^(?:trie?d? |versucht |essayé |intentado |intenté )?(?:to |de |zu )?(?:call|phone|ring|reach|contact|email|e-mail|get (?:hold|through|in touch)|cancel|pay|order|buy|return|speak|talk|sie|euch|anzurufen|vous (?:appeler|joindre)|llamar|updated you|checked with my)/iu

/** Remedies that the writer says they went through, as they say it. */
export function triedIn(text: string, { by }: FactContext, hints: number): Found[] {
  if ((hints & hint.tried) === 0) return []
  return [
    ...clauses(text, englishPattern),
    ...clauses(text, withoutSubject),
    ...(by === 'notes' ? clauses(text, noted) : []),
    ...[...text.matchAll(germanPattern)].flatMap(({ 0: all, 1: clause = '', index }) =>
      /(?<![\p{L}])(?:nicht|nie|noch nicht)(?![\p{L}])/iu.test(clause)
        ? []
        : found(clause, index + all.indexOf(clause)),
    ),
    ...clauses(text, frenchPattern),
    ...clauses(text, spanishPattern),
  ]
}

function clauses(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: all, 1: first, 2: second, index }) => {
    const start = index + all.length - (first ?? second ?? '').length
    const rest = text.slice(start, start + longest)
    const end = clauseEnd.exec(rest)?.index ?? (rest.length < longest ? rest.length : rest.lastIndexOf(' '))
    return found(rest.slice(0, end), start)
  })
}

function found(written: string, start: number): Found[] {
  const clause = written.replace(/[\s,:–-]+$/, '')
  if (clause.length < 4 || noRemedy.test(clause)) return []
  return [{ kind: 'tried', value: plainWords(clause), start, end: start + clause.length }]
}
