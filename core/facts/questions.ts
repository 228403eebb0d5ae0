import type { FactKind } from './fact.ts'
import { sentencesOf } from './sentence.ts'
import { wholeWords } from './words/pattern.ts'

/** What asks for something, as a question or a request. */
const request = wholeWords(
  "\\?|what|which|when|where|who|how much|may i|can i|could i|might i|can you|could you|would you|will you|please|pls|plz|kindly|provide|share|send|tell|give|let (?:me|us) know|confirm|i['’]d (?:just )?need|i['’]ll need|i (?:just |also |will )?need|we(?:['’]ll)? (?:just |also |will )?need|need your|have you|did you|dm|in addition|missing|fehlt|nos falta|falta|nous manque|manque|additional(?:ly)?|as well as|missing|still need|" +
    'bitte|könn(?:en|ten|test) sie|kannst du|dürft?e? ich|nennen|teilen sie|geben sie|senden|schicken|wie lautet|wie ist|welche[nrsm]?|was|wann|wo|haben sie|brauche[n]?|benötige[n]?|wie heißen|' +
    "pouvez[- ]vous|pourriez[- ]vous|peux-tu|quel(?:le)?s?|quand|où|merci de|veuillez|indique[rz]|donne[rz]|communique[rz]|envoye[rz]|avez[- ]vous|j['’]ai besoin|il (?:me|nous) faut|" +
    'puede|podría|puedes|me (?:da|dice|facilita|indica|puede)|cuál|cuándo|dónde|qué|facilíte\\w*|indíque\\w*|díga\\w*|necesit\\w+|por favor|ha (?:probado|intentado)|envíe\\w*',
)

/** What may be asked for. Words for an address of mail come before those for a place. */
const things: readonly (readonly [FactKind, string])[] = [
  [
    'email',
    'e-?mail(?:s|[- ]?address(?:es)?|[- ]?adresse)?|mailadresse|mail|courriel|adresse (?:e-?)?mail|correo(?: electrónico)?|dirección de correo|email address',
  ],
  [
    'tracking',
    'tracking(?:[- ]?(?:number|id|code|nummer))?|sendungs\\w*|paketnummer|numéro de suivi|suivi|número de seguimiento|seguimiento|parcel number|consignment number|guía',
  ],
  [
    'invoice',
    'invoice(?: (?:number|no|id))?|bill number|rechnungs\\w*|numéro de facture|facture|número de factura|factura|receipt number',
  ],
  [
    'case',
    'case(?: (?:number|id|reference|ref))?|ticket(?: (?:number|id))?|complaint (?:number|reference)|incident number|vorgangs\\w*|ticketnummer|fallnummer|aktenzeichen|numéro de dossier|dossier|número de (?:caso|incidencia|expediente)|incidencia|expediente|(?:case|complaint) ref\\w*|reference(?: number)?|ref(?: no| number)?|referenz\\w*|numéro de référence|número de referencia',
  ],
  [
    'account',
    'account(?: ?(?:number|id|no|name))?|acct|customer (?:number|id|no)|user ?name|user ?id|member(?:ship)? (?:number|id|no)|login|loyalty number|contract number|policy number|kundennummer|kunden-?nr|kontonummer|vertragsnummer|mitgliedsnummer|benutzername|numéro (?:de )?(?:client|compte|contrat|adhérent)|identifiant|número de (?:cliente|cuenta|contrato|socio)|usuario',
  ],
  [
    'order',
    'order(?: ?(?:number|id|no|ref\\w*|confirmation))?|purchase (?:number|order)|booking(?: ?(?:number|id|ref\\w*|code))?|reservation(?: ?(?:number|code))?|bestell(?:ung|nummer|-?nr)?|auftrags\\w*|buchungs\\w*|(?:numéro|n°|référence) de (?:votre )?(?:commande|réservation)|commande|(?:número|n\\.?º?) de (?:su )?(?:pedido|reserva)|pedido|pnr',
  ],
  [
    'phone',
    '(?:tele)?phone(?: number)?|mobile(?: number)?|cell(?: ?phone)?(?: number)?|contact number|number (?:can|to|we can|i can)|call you (?:back )?on|(?:telefon|handy|mobil|rückruf)(?:nummer)?|erreichbar|erreichen|numéro de (?:téléphone|portable)|téléphone|portable|joindre|(?:número de )?(?:teléfono|móvil|celular)|llamarle',
  ],
  [
    'person',
    "(?:your |full |first |last |sur|the )+name|name (?:please|and|on|of|or)|who am i (?:speaking|talking|chatting)|who i['’]m (?:speaking|talking|chatting)|(?:ihr(?:en)? |vollständigen |vor- und )*(?:vor|nach)?name[n]?|wie heißen|mit wem|votre nom|nom(?: complet| et prénom)?|à qui ai-je|(?:su )?nombre(?: completo| y apellidos)?|con quién|name",
  ],
  [
    'address',
    '(?:delivery |shipping |postal |home |billing |street |full |mailing |current |new )*address|post ?code|zip ?(?:code)?|(?:liefer|rechnungs|post|versand)?(?:adresse|anschrift)|postleitzahl|wohin|wohnen|adresse(?: postale| de livraison)?|code postal|dirección|domicilio|código postal|where (?:do you live|should we (?:send|deliver))',
  ],
  [
    'device',
    'device|model(?:l)?(?: (?:number|name))?|which (?:phone|laptop|product|item|appliance|machine|printer|router|version)|what (?:phone|device|model|product|machine|printer|router|make)|make and model|gerät|modell\\w*|welche[sn]? (?:gerät|modell|produkt)|appareil|modèle|quel (?:produit|téléphone)|versions?(?: of)?|ios|os|operating system|betriebssystem|système|modelo|dispositivo|aparato|qué (?:producto|teléfono)',
  ],
  ['date', 'date|when|which day|what day|datum|wann|an welchem tag|quand|quelle date|quel jour|cuándo|fecha|qué día'],
  ['amount', 'how much|amount|what price|total|betrag|wie viel|wieviel|summe|montant|combien|importe|cuánto|cantidad'],
  [
    'tried',
    '(?:have|did) you (?:already |ever )?(?:tr(?:y|ied)|restart|reboot|reset|turn|check|clear|update|reinstall)\\w*|what (?:have you|did you) (?:tr(?:y|ied)|do)\\w*|troubleshoot\\w*|steps (?:have you|you)|haben sie (?:es )?(?:schon|bereits)|was haben sie|schon (?:versucht|probiert)|avez[- ]vous (?:déjà )?(?:essayé|redémarré|tenté)\\w*|ha (?:probado|intentado|reiniciado)',
  ],
]

const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${things.map(([, words]) => `(${words})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
)

/** Most texts ask for nothing. */
const mayAsk =
  /\?|please|pls|plz|kindly|provide|share|send|tell|give|know|confirm|need|dm|addition|bitte|könn|dürf|nenn|schick|brauch|benötig|wie |welche|merci|veuillez|indiqu|indíqu|facilít|donne|communiqu|envoy|besoin|faut|manque|fehlt|missing|puede|podría|facilit|díga|necesit|favor|envíe|falta/iu

/** What a text of the company asks its reader for, in the order of asking; one kind once. */
export function askedFor(text: string): FactKind[] {
  if (!mayAsk.test(text)) return []
  const asked: FactKind[] = []
  for (const { text: sentence } of sentencesOf(text)) {
    if (!sentence.includes('?') && sentence.search(request) < 0) continue
    for (const match of sentence.matchAll(pattern)) {
      const kind = things[match.slice(1).findIndex(group => group !== undefined)]?.[0]
      if (kind !== undefined && !asked.includes(kind)) asked.push(kind)
    }
  }
  return asked
}

/** "Do you mean iOS 11.1?" */
export const asksWhatIsMeant = (text: string): boolean =>
  /(?:(?:do|did) you mean|mein(?:t?en) sie|voul(?:ez|iez)[- ]vous dire|quiere decir|se refiere)[^?!]{0,80}\?/iu.test(
    text,
  )

const triable =
  /(?:have you|did you|haben sie|avez[- ]vous|ha) (?:already |ever |schon |bereits |déjà |ya )?((?:tr(?:ied|y)|restart|reboot|reset|turn|check|clear|update|reinstall|unplug|essayé|redémarré|débranché|probado|reiniciado)[^?.!\n]{2,80})\?|haben sie ([^?.!\n]{2,80}(?:versucht|probiert|neu gestartet|zurückgesetzt|geprüft))\?/iu

/** The remedy that a question names: "Have you tried turning it off?" */
export function askedToTry(text: string): string | undefined {
  const [, english, german] = triable.exec(text) ?? []
  return english ?? german
}
