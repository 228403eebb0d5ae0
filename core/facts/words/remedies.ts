/** What people do to mend a thing or find a parcel, as they say that they did it. */
const whom =
  '(?:(?:all|both|with|the|my|our|at|your) )*(?:local )?(?:couriers?|carriers?|depot|neighbou?rs?|post office|delivery (?:company|driver|people)|driver|sorting office|bank|reception|concierge|shop|store|seller|manufacturer|landlord|warehouse|service cent(?:er|re)|building|store)'

export const englishRemedy = [
  'tr(?:ied|y(?=ing))|restart(?:ed|ing)|reboot(?:ed|ing)|reset(?:ting)?|factory[- ]reset|re-?install(?:ed|ing)|un-?install(?:ed|ing)|install(?:ed|ing) (?:the|your|a|all|every)|unplugg(?:ed|ing)|updat(?:ed|ing)|upgrad(?:ed|ing)|clear(?:ed|ing)|delet(?:ed|ing)|wip(?:ed|ing)',
  'replac(?:ed|ing)|swapp(?:ed|ing)|switch(?:ed|ing) (?:it|off|the|my|between|everything|them|both|all)|turn(?:ed|ing) (?:it|off|the|my|everything|them|both)|power(?:ed)?[- ]cycl(?:ed|ing)|chang(?:ed|ing) (?:the|my)|check(?:ed|ing) (?:the|all|my|that|with|both|for)|clean(?:ed|ing)|descal(?:ed|ing)',
  're-?connect(?:ed|ing)|disconnect(?:ed|ing) (?:it|the|my)|restor(?:ed|ing) (?:it|the|my|from)|downgrad(?:ed|ing)|swip(?:ed|ing) |(?:force[- ])?(?:clos|quit)(?:ed|ing|ting)? (?:it|the|my)|logg(?:ed|ing) (?:out|off)|sign(?:ed|ing) (?:out|off)|re-?pair(?:ed|ing) (?:it|the|with|again)|charg(?:ed|ing) it|download(?:ed|ing) (?:it|the) again|follow(?:ed|ing) (?:the|your) (?:steps|instructions|guide)|us(?:ed|ing) (?:another|a different)|mov(?:ed|ing) (?:it|the) (?:closer|router)',
  '(?:done|did|performed) (?:a|the) (?:full |complete |hard |soft |factory )*(?:reset|restart|reboot)|held (?:down )?the',
  `(?:called|rung|rang|phoned|contacted|asked|spoken (?:to|with)|spoke (?:to|with)|been to|visited|went to|looked (?:in|around|behind)|e-?mailed|messaged) ${whom}|looked everywhere`,
].join('|')

export const germanRemedy =
  'neu ?gestartet|zurückgesetzt|neu installiert|deinstalliert|installiert|eingespielt|(?:aus)?probiert|versucht|aktualisiert|gelöscht|ausgetauscht|ausgewechselt|benutzt|verwendet|eingesetzt|eingelegt|gewechselt|getauscht|geändert|(?:aus- und (?:wieder )?)?ein(?:geschaltet|gesteckt)|aus(?:geschaltet|gesteckt)|abgesteckt|vom strom genommen|gereinigt|gesäubert|entkalkt|geleert|überprüft|geprüft|geladen|neu verbunden|abgemeldet|resettet|nachgefragt|gefragt|angerufen|kontaktiert|nachgesehen|gesucht|gemacht|durchgeführt'
/** Talking and doing are remedies only with somebody, or to something, that may help; "Sie angerufen" is none. */
export const germanTalk =
  /(?:nachgefragt|gefragt|angerufen|kontaktiert|gemacht|durchgeführt|gesucht|nachgesehen|geändert)$/iu
export const germanAim =
  /paket|boten|zustell|nachbar|post|fahrer|depot|lager|filiale|hausmeister|neustart|reset|update|zurücksetz|überall|garten|keller|laden|geschäft|bank|hersteller|passwort|kabel|batterie/iu

export const frenchRemedy =
  'essayé|interrogé|utilisé|mis (?:de|des|une?|les)|contacté|appelé|demandé|installé|fait (?:une?|la|le)|redémarré|réinitialisé|réinstallé|désinstallé|débranché|rebranché|mis à jour|vidé|changé|remplacé|vérifié|nettoyé|détartré|éteint|rallumé|reconnecté|déconnecté|supprimé|effacé|tenté'
export const spanishRemedy =
  'probado|puesto|usado|utilizado|hecho|llamado|contactado|preguntado|hablado|instalado|intentado|reiniciado|reinstalado|desinstalado|desenchufado|desconectado|actualizado|restablecido|borrado|cambiado|sustituido|comprobado|revisado|limpiado|descalcificado|apagado|encendido|formateado'
export const spanishPast =
  'probé|llamé al?|contacté|pregunté|instalé|hice|intenté|reinicié|reinstalé|desinstalé|desenchufé|desconecté|actualicé|restablecí|borré|cambié|comprobé|revisé|limpié|apagué'

/** "Tried to call you" is no remedy but a complaint; so are calls to anybody but those who have the parcel or the thing. */
export const noRemedy =
  /^(?:(?:tried|probado|essayé) (?:everything|it all|that|this|so many|todo|tout)(?![\p{L}])|(?:updat|upgrad|install)ed (?:to |the |my \p{L}+ to )*(?:ios|android|windows|mac ?os|version)(?![\p{L}])|(?:tried|trie?d?|essayé|tenté|intentado|intenté|probado) (?:to |de |d['’]|a )?(?:call|phone|ring|reach|contact|e-?mail|get (?:hold|through|in touch)|cancel|pay|order|buy|return|speak|talk|re-?book|book|log|sign|get|explain|tell|find|vous|appeler|joindre|llamar|contactar)|(?:appelé|contacté|demandé|fait|llamado|contactado|preguntado|hablado|hecho|llamé|contacté|pregunté|hice)(?!.{0,30}(?:livreur|transporteur|voisin|dépôt|coursier|poste|gardien|réinitialisation|redémarrage|reset|mise à jour|repartidor|mensajer|transportista|vecin|correos|conserje|almacén|restablecimiento|reinicio|actualización)))/iu
