import type { FactKind } from '../../facts/fact.ts'
import { askedFor } from '../../facts/questions.ts'
import { sayings } from '../../facts/sayings.ts'
import { wholeWords } from '../../facts/words/pattern.ts'
import { dueDay, isPromise, namesATime } from '../../promise/promise.ts'
import { type Draft, unproven } from '../draft.ts'
import { isCurrent, type Reading, type Spoken } from '../reading.ts'
import { dayText, firstWords, listed, wordCount } from '../wording.ts'

const asThings: Record<FactKind, string> = {
  ...{
    order: 'order number',
    case: 'case number',
    tracking: 'tracking number',
    account: 'account',
    invoice: 'invoice',
  },
  ...{
    device: 'device',
    date: 'date',
    amount: 'amount',
    address: 'address',
    phone: 'phone',
    email: 'email',
    person: 'name',
  },
  tried: 'what they tried',
}

/** What we asked and were not told since: things that facts answer, else our last question when nothing came back. */
export function askedDraft(reading: Reading): Draft | undefined {
  const at = reading.turns.findLastIndex(({ by, text }) => by === 'company' && asksSomething(text))
  const turn = reading.turns[at]
  if (turn === undefined) return undefined
  const later = reading.turns.slice(at + 1)
  const missing = askedFor(turn.text).filter(kind => !reading.facts.some(fact => fact.kind === kind && isCurrent(fact)))
  const isAnswered = later.some(({ by }) => by !== 'company')
  const question = sayings(turn.text).findLast(text => text.includes('?') && reading.isQuotable(text))
  if (missing.length > 0) {
    const things = listed(missing.slice(0, 3).map(kind => asThings[kind]))
    return quoteDraft(reading, turn, 'asked', `We asked for ${things}, not answered`, undefined)
  }
  return isAnswered || question === undefined ? undefined : quoteDraft(reading, turn, 'asked', 'We asked', question)
}

const asksSomething = (text: string): boolean =>
  text.includes('?') || /(?:please|bitte|veuillez|merci de|por favor)/i.test(text)

/** The customer's own last question, when nobody answered since. */
export function questionDraft(reading: Reading, wanted: string): Draft | undefined {
  const at = reading.turns.findLastIndex(({ by }) => by === 'company')
  const open = reading.turns
    .slice(at + 1)
    .flatMap(turn =>
      sayings(turn.text)
        .filter(text => text.includes('?') && reading.isQuotable(text))
        .map(text => ({ turn, text })),
    )
    .filter(({ text }) => !wanted.includes(text.slice(0, 24)))
    .at(-1)
  return open && quoteDraft(reading, open.turn, 'asked', 'They ask', open.text)
}

/** What we last said that is no question and no courtesy. */
export function answeredDraft(reading: Reading): Draft | undefined {
  for (const turn of reading.turns
    .filter(({ by }) => by === 'company')
    .slice(-6)
    .reverse()) {
    const said = sayings(turn.text).find(
      text =>
        !text.includes('?') &&
        text.search(courtesy) < 0 &&
        !isPromise(text) &&
        wordCount(text) >= 5 &&
        reading.isQuotable(text),
    )
    if (said !== undefined) return quoteDraft(reading, turn, 'answered', 'We said', said)
  }
  return undefined
}

const courtesy = wholeWords(
  'thanks|thank you|sorry|apologi[sz]e|apologies|happy to help|glad|welcome|have a (?:nice|great|good)|one moment|let me|please|pleasure|anything else|danke|leid|entschuldig\\p{L}*|gerne|moment|schönen|bitte|merci|désolée?s?|excuse\\p{L}*|instant|veuillez|bonne journée|gracias|siento|lamentamos|disculp\\p{L}*|momento|por favor|buen día',
)

/** What we promised last, by when, and whether we have been in touch since. */
export function promisedDraft(reading: Reading): Draft | undefined {
  const turns = reading.turns
    .filter(({ by }) => by === 'company')
    .slice(-12)
    .reverse()
  for (const turn of turns) {
    const said = sayings(turn.text).filter(text => !text.includes('?') && isPromise(text) && reading.isQuotable(text))
    const best = said.find(text => namesATime(text)) ?? said.find(text => /^(?:we|i|wir|ich|nous|je)/i.test(text))
    if (best === undefined) continue
    return quoteDraft(
      reading,
      turn,
      'promised',
      `Promised ${dayText(turn.contact.occurredAt, reading.now)}, ${stateOf(reading, turn, best)}`,
      best,
    )
  }
  return undefined
}

/** `kept`: we wrote or called again. `overdue`: we did not, and the time that was named is over. */
function stateOf(reading: Reading, turn: Spoken, text: string): string {
  const since = reading.contacts.find(
    ({ contact }) => contact.direction === 'outbound' && contact.occurredAt > turn.contact.occurredAt,
  )
  if (since) return `in touch again ${dayText(since.contact.occurredAt, reading.now)}`
  const due = dueDay(text, turn.context)
  return due !== undefined && due < reading.now.slice(0, 10) ? 'overdue' : 'still open'
}

function quoteDraft(
  reading: Reading,
  turn: Spoken,
  kind: 'asked' | 'answered' | 'promised',
  lead: string,
  quoted: string | undefined,
): Draft {
  const mark = reading.isAsserted([turn.id]) ? unproven : ''
  return {
    most: 22,
    write: words => {
      const room = words - wordCount(lead) - wordCount(mark)
      if (room < (quoted === undefined ? 0 : 3)) return undefined
      const text = quoted === undefined ? `${lead}${mark}.` : `${lead}: “${firstWords(quoted, room)}”${mark}`
      return { kind, text, entryIds: [turn.id], facts: [] }
    },
  }
}
