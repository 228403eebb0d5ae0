import { sayings } from '../../facts/sayings.ts'
import { wholeWords } from '../../facts/words/pattern.ts'
import type { BriefFact } from '../brief.ts'
import { type Draft, unproven } from '../draft.ts'
import { isCurrent, type Reading, type Spoken } from '../reading.ts'
import { firstWords, wordCount } from '../wording.ts'

const request = wholeWords(
  "please|pls|can you|could you|can i|could i|may i|would you|i want|i would like|i['’]d like|i need|need to|we need|refund|replace(?:ment)?|return|cancel|exchange|deliver(?:ed|y)?|send me|help|why|when will|when is|when can|where is|where['’]s|how do|how can|how long|what is|status|" +
    'bitte|können sie|könnten sie|kannst du|möchte|will|brauche|benötige|erstattung|erstatten|ersatz|umtausch\\p{L}*|stornier\\p{L}*|kündig\\p{L}*|wann|wo ist|wo bleibt|warum|wieso|wie kann|' +
    'pouvez[- ]vous|pourriez[- ]vous|je (?:veux|voudrais|souhaite|souhaiterais|demande)|besoin|remboursement|rembourser|échange\\p{L}*|annul\\p{L}*|quand|où est|où en est|pourquoi|comment|merci de|' +
    'puede|podría|pueden|quiero|quisiera|me gustaría|necesito|reembolso|devolución|devolver|cambio|cancelar|cuándo|dónde está|por qué|cómo|solicito',
)
const trouble = wholeWords(
  "not|never|isn['’]t|doesn['’]t|don['’]t|didn['’]t|hasn['’]t|haven['’]t|won['’]t|can['’]t|cannot|still|broken|damaged|missing|wrong|late|lost|faulty|defective|stopped|leak\\p{L}*|stuck|problem|issue|error|charged|overcharged|double|twice|waiting|complain\\p{L}*|" +
    'nicht|nie|kein\\p{L}*|kaputt|defekt|beschädigt|fehlt|falsch|verspätet|noch immer|immer noch|problem|fehler|abgebucht|doppelt|warte|' +
    'pas|jamais|cassée?|endommagée?|manque|erron\\p{L}*|retard|toujours|problème|erreur|débitée?|attends|perdu|panne|' +
    'no|nunca|rot[oa]|dañad[oa]|falta|equivocad[oa]|retraso|todavía|problema|error|cobrado|espero|perdido',
)
const noRequest =
  /^(?:my (?:order|name|account|phone|email|address|number)|(?:order|account|customer|invoice|case|tracking|bestell|kunden)\p{L}* ?(?:number|no|id|nummer|nr)?\.? ?[:#]|meine (?:bestell|kunden|telefon)\p{L}*|mon (?:numéro|adresse)|mi (?:número|pedido es))/iu

/** What the customer wants now, in their own words: of the newest contact that asks or complains, its strongest sentence. */
export function wantsDraft(reading: Reading): Draft | undefined {
  const wanted = newestRequest(reading)
  if (wanted === undefined) return undefined
  const { turn, sentences } = wanted
  const mark = turn.asserted ? unproven : ''
  const lead = turn.by === 'notes' ? 'Wants, as noted' : 'Wants'
  return {
    most: 28,
    write: words => {
      const room = words - wordCount(lead) - wordCount(mark)
      if (room < 4) return undefined
      const [first = '', second] = sentences
      const both = second !== undefined && wordCount(first) + wordCount(second) <= room ? `${first} ${second}` : first
      const quoted = firstWords(both, room)
      return {
        kind: 'wants',
        text: `${lead}: “${quoted}”${mark}`,
        entryIds: [turn.id],
        facts: factsWithin(reading, turn.id, quoted),
      }
    },
  }
}

type Wanted = { turn: Spoken; sentences: string[] }

/** So far back a request is looked for: behind it stand only thanks and answers. */
const mostTurns = 30
const enough = 2

function newestRequest({ turns, isQuotable }: Reading): Wanted | undefined {
  const theirs = turns
    .filter(({ by }) => by !== 'company')
    .slice(-mostTurns)
    .reverse()
  let fallback: Wanted | undefined
  const newest = theirs[0]?.contact.id
  for (const part of byContact(theirs)) {
    const scored = part.flatMap(turn =>
      sayings(turn.text)
        .filter(isQuotable)
        .map((text, at) => ({ turn, text, at, score: scoreOf(text, at) })),
    )
    const best = scored.toSorted((a, b) => b.score - a.score)[0]
    if (best === undefined) continue
    const next = scored.find(({ turn, at, score }) => turn === best.turn && at === best.at + 1 && score >= enough)
    const wanted = { turn: best.turn, sentences: [best.text, ...(next ? [next.text] : [])] }
    if (best.score >= enough) return wanted
    if (best.turn.contact.id === newest) fallback = wanted
  }
  return fallback
}

/** The turns of each contact, oldest first; the contacts newest first. */
function byContact(turns: readonly Spoken[]): Spoken[][] {
  const parts = new Map<string, Spoken[]>()
  for (const turn of turns) parts.set(turn.id, [turn, ...(parts.get(turn.id) ?? [])])
  return [...parts.values()]
}

function scoreOf(text: string, at: number): number {
  const words = wordCount(text)
  return (
    (text.includes('?') ? 2 : 0) +
    (text.search(request) >= 0 ? 2 : 0) +
    (text.search(trouble) >= 0 ? 2 : 0) +
    (words >= 4 && words <= 30 ? 1 : -1) -
    (noRequest.test(text) ? 3 : 0) -
    Math.min(at, 5) * 0.2
  )
}

/** The current facts that the quoted words repeat. */
function factsWithin({ facts }: Reading, turn: string, quoted: string): BriefFact[] {
  return facts
    .filter(
      fact =>
        fact.turn === turn &&
        isCurrent(fact) &&
        fact.kind !== 'tried' &&
        quoted.includes(fact.written.replace(/\s+/g, ' ')),
    )
    .map(({ kind, value }) => ({ kind, value, entryId: turn }))
}
