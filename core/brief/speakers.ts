import type { Contact } from '../contact/contact.ts'
import type { Voice } from '../facts/fact.ts'

/** A stretch of a contact that one side said. */
export type Said = { by: Voice; text: string }

const ours =
  'agent|advisor|adviser|support|representative|rep|operator|employee|service|mitarbeiter(?:in)?|berater(?:in)?|agentin|kundenservice|conseill(?:er|ère)|téléconseill(?:er|ère)|agente|asesora?|operadora?|operatore|medewerker|us'
const theirs =
  'customer|caller|client|user|guest|member|kunde|kundin|anrufer(?:in)?|cliente?|appelante?|clienta|usuari[oa]|klant|them'
const label = new RegExp(
  `^[ \\t*_[(-]{0,4}(?:(${ours})|(${theirs}))(?: ?\\([^)\\n]{1,40}\\)| \\p{Lu}\\p{L}+)?[\\])*_]{0,3}\\s?[:：>][ \\t]?`,
  'gimu',
)

/** In an agent's notes of a call the customer is somebody that is spoken of. */
const spokenOf =
  /(?<![\p{L}])(?:customer|caller|cust|client|cliente|clienta|kunde|kundin|anrufer(?:in)?|appelante?|s?he|they|called about|called in|rang|rief an|a appelé|llamó|llama|wants|möchte wissen)(?![\p{L}])/iu
const notesBegin =
  /^\s*(?:(?:in(?:bound)? |phone )?call[.:]|call(?:er)? |cust(?:omer|\.)? |anruf[.:\s]|(?:der |die )?(?:kund|anrufer)\p{L}* |appel[.:\s]|(?:le |la )?cliente? |llamada[.:\s]|(?:el |la )?client[ea] |notes?:|notiz:)|[.!?]\s+(?:states|says|gave|has the|nennt|angegeben|noté|indiqué|donne|indicado|anotado|da el)(?![\p{L}])/iu
const firstPerson =
  /(?<![\p{L}])(?:i|i['’](?:m|ve|d|ll)|my|ich|mein\p{L}*|je|j['’]\p{L}+|mon|ma|mes|yo|mi|mis|me)(?![\p{L}])/giu

/**
 * Who says what in a contact: a transcript by its labels ("Agent: …", "Kundin: …"), an agent's notes of a call as notes, all
 * else its author. `text` is the text to take apart.
 */
export function saidIn({ direction, kind }: Contact, text: string): Said[] {
  const turns = transcript(text)
  if (turns.length > 0) return turns
  if (kind === 'call' && isNotes(text)) return [{ by: 'notes', text }]
  return [{ by: direction === 'inbound' ? 'customer' : 'company', text }]
}

function transcript(text: string): Said[] {
  const labels = [...text.matchAll(label)]
  if (labels.length < 2) return []
  return labels.flatMap(({ 0: written, 1: agent, index }, at) => {
    const said = text.slice(index + written.length, labels[at + 1]?.index ?? text.length).trim()
    return said === '' ? [] : [{ by: agent === undefined ? 'customer' : 'company', text: said }]
  })
}

/** By how they begin or go on, else by never saying "I". */
const isNotes = (text: string): boolean =>
  notesBegin.test(text) || (spokenOf.test(text) && (text.match(firstPerson)?.length ?? 0) <= 1)
