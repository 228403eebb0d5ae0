import { wholeWords } from './pattern.ts'
import { fillers } from './reference-words.ts'

/** Words that take something back for sure. */
export const strongCorrection = wholeWords(
  "i meant|i mean|(?:i|we) (?:gave|sent|told|wrote|typed)[^.?!]{0,30}(?:wrong|incorrect|mistake)|was wrong,? (?:it|the|that|my)|ignore (?:what|my|the)|disregard (?:what|my|the)|(?:war|waren) falsch|stimmte? nicht|était (?:faux|fausse|erronée?|incorrecte?)|estaba mal|era (?:incorrect[oa]|erróne[oa])|el (?:bueno|correcto) es|(?:la|le) bon(?:ne)? (?:est|numéro)|(?:lautet|ist|heißt) richtig|the (?:right|correct) (?:one|number|date|address|amount) is|i['’]ve mistyped|mistyped|mistype|misread|typo|correction|scratch that|strike that|make that|my mistake|my bad|should (?:be|read|have been|say)|wrong (?:number|order|one|digits?|date|address|name|code|reference|amount|account)|transposed|mixed up|got (?:that|it) wrong|gave you the wrong|ich mein(?:t)?e|gemeint(?: ist| war)?|korrektur|berichtigung|korrigiere|tippfehler|vertippt|verschrieben|verwechselt|zahlendreher|versehentlich|mein fehler|falsche[nrs]? (?:nummer|bestell\\w*|datum|adresse)|richtig (?:ist|lautet|wäre)|muss (?:es )?(?:heißen|lauten)|je voulais dire|erreur de (?:ma part|frappe|saisie)|faute de frappe|je me suis trompée?|rectification|correction|je corrige|plutôt|quise decir|quería decir|corrección|me equivoqué|me he equivocado|error (?:mío|de tecleo)|errata|corrijo|rectifico|mejor dicho",
)

/** Words that may: they count where the new value is near the old one, or said of it. */
export const weakCorrection = wholeWords(
  'sorry|oops|whoops|actually|apologies|pardon|wait|hang on|no|rather|entschuldigung|entschuldigen sie|verzeihung|ups|sorry|eigentlich|moment|nein|halt|pardon|désolée?|en fait|excusez-moi|oups|non|perdón|perdona|disculpe|lo siento|en realidad|uy|espera',
)

/** A second one is not a correction. */
export const another = wholeWords(
  'also|another|other one|second|too|as well|additional(?:ly)?|auch|noch (?:eine?|eine? weitere|mal)|weitere[nrs]?|zweite[nrs]?|außerdem|zusätzlich|aussi|également|une? autre|deuxième|también|otr[oa]|segund[oa]|además',
)

/** What stands right before a value that is denied: "not order 4481". */
export const deniedBefore = new RegExp(
  `(?<![\\p{L}])(?:not|isn['’]t|wasn['’]t|instead of|rather than|nicht|keine?|statt|anstatt|anstelle von|(?:ce |c['’])?n['’](?:est|était) pas|pas|et non|au lieu de|plutôt que|(?<=[,;] ?)no|y no|no (?:es|era|fue)|en lugar de|en vez de|ignore|disregard|forget(?: about)?|vergessen sie|oubliez|ignorez|olvide|ignore)(?:[\\s:#"'“„(,–-]|(?<![\\p{L}])(?:${fillers}|on|am|den|vom|orders?|case|ticket|invoice|bestell\\w*|auftrag\\w*|commande|pedido|tracking|account|kunden\\w*|rechnung\\w*|facture|factura|date|datum|amount|phone|email|address|a|an|at|in|by|about|über|um|à|por|old|n[.º°]*|nr\\.)(?![\\p{L}]))*$`,
  'iu',
)

/** What stands right behind one. */
export const deniedBehind =
  /^[\s,)"”]*(?:was|is|were|war|ist|était|est|era|es|estaba|fue)?\s*(?:a typo|a mistake|incorrect|not (?:right|correct)|the wrong (?:number|one|order|code)|falsch|ein tippfehler|nicht richtig|fausse?|incorrecte?|une erreur|une faute|incorrect[oa]|un error|equivocad[oa])(?![\p{L}])/iu

/** It was once the writer's way to be reached, and is no longer. */
export const formerBefore =
  /(?<![\p{L}])(?:old|former|previous|ex-?|alte[nrs]?|ehemalige[nrs]?|bisherige[nrs]?|frühere[nrs]?|ancien(?:ne)?|antigu[oa]|anterior|no longer|nicht mehr|not .{0,20}any ?more|ne .{0,20} plus|ya no|moved (?:out )?from|von)(?:\s+[\p{L}-]+){0,4}?[\s:#]*$/iu
export const formerBehind =
  /^[\s,)]*(?:\p{L}+ ){0,3}?(?:no longer|any ?more|nicht mehr|n['’]est plus|ne \p{L}+ plus|ya no|is (?:old|out of date|dead|gone))(?![\p{L}])/iu

/** The writer has a new one. */
export const renewed = wholeWords(
  'new|changed?|now|moved|update[ds]?|neue[nrs]?|geändert|umgezogen|jetzt|ab sofort|nouve(?:au|lle|l)|changé|déménagé|désormais|maintenant|nuev[oa]|cambiado|ha cambiado|cambió|mudado|ahora',
)
