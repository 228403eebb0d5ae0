import type { BriefInput } from '../../../core/brief/brief.ts'
import { type Contact, contactSchema } from '../../../core/contact/contact.ts'
import { amountsIn } from '../reading/amounts.ts'
import { type Day, datesIn } from '../reading/dates.ts'
import type { Case } from '../scoring/case.ts'
import type { Mark } from '../scoring/mark.ts'
import type { Reference } from './references.ts'
import { type Thread, type Turn, threadHash } from './thread.ts'

/** A real thread as the contacts of one unresolved matter, with what was marked in it. */
export function realCase(thread: Thread, { marks }: Reference): Case {
  const contacts = thread.turns.map(turn => contactOf(thread, turn))
  return {
    id: threadHash(thread).slice(0, 12),
    input: inputOf(contacts),
    marks: mergeSame(marks.flatMap(mark => markOf(thread, mark))),
  }
}

const hourMs = 3_600_000

function inputOf(contacts: readonly Contact[]): BriefInput {
  const last = contacts.at(-1)?.occurredAt ?? ''
  const first = contacts[0]?.occurredAt ?? last
  return {
    now: new Date(Date.parse(last) + hourMs).toISOString(),
    since: first,
    contacts: contacts.toReversed().map(contact => ({ contact, asserted: false, conversation: 'matter' })),
    matters: [{ id: 'matter', title: '', status: 'open', openedAt: first, entryIds: contacts.map(({ id }) => id) }],
  }
}

/** Author ids are account ids of the network; in dialogues the customer is one of the company's accounts. */
function contactOf({ channel }: Thread, turn: Turn): Contact {
  const type = channel === 'mention' ? 'x' : 'account'
  const customer = { identifier: { type, value: turn.inbound ? turn.author : 'customer' } }
  const company = { identifier: { type, value: turn.inbound ? 'company' : turn.author } }
  return contactSchema.parse({
    v: 1,
    id: turn.id,
    source: 'eval',
    channel: channel === 'mention' ? 'social' : 'message',
    kind: channel,
    brand: 'eval',
    department: 'service',
    direction: turn.inbound ? 'inbound' : 'outbound',
    occurredAt: turn.at,
    receivedAt: turn.at,
    revision: 0,
    from: turn.inbound ? customer : company,
    to: [turn.inbound ? company : customer],
    text: turn.text,
    attachments: [],
    ...(channel === 'mention' && { social: { network: 'x', visibility: 'public' } }),
    evidence: [],
    rawRef: { object: `eval/${turn.id}`, offset: 0, length: 0 },
  })
}

/** What stands between the offsets, as a mark. None where they lie outside of the text. */
function markOf(
  { turns }: Thread,
  { entry, start, end, kind, holder, stale, optional }: Reference['marks'][number],
): Mark[] {
  const turn = turns.find(({ id }) => id === entry)
  const words = turn?.text.slice(start, end) ?? ''
  if (turn === undefined || words.length !== end - start) return []
  return [
    {
      kinds: [kind],
      values: valuesOf(kind, words, turn),
      words: [words],
      holder: holder ?? 'customer',
      entryIds: [entry],
      stale: stale === true,
      wanted: stale !== true && optional !== true && holder === undefined,
    },
  ]
}

function valuesOf(kind: Mark['kinds'][number], words: string, { at }: Turn): string[] {
  switch (kind) {
    case 'amount': {
      const [read] = amountsIn(words)
      return [
        read === undefined
          ? words
          : `${(read.cents / 100).toFixed(2)}${read.currency === undefined ? '' : ` ${read.currency}`}`,
      ]
    }
    case 'date':
      return [...datesIn(words).flatMap(({ days }) => days.map(day => isoOf(day, at))), ...relativeDay(words, at)]
    case 'phone':
      return [words.trim().startsWith('+') ? words : `+1${words}`].map(written => `+${written.replaceAll(/\D/g, '')}`)
    case 'order':
    case 'case':
    case 'tracking':
    case 'account':
    case 'invoice':
    case 'device':
    case 'address':
    case 'email':
    case 'person':
    case 'tried':
      return [words]
    default:
      return kind satisfies never
  }
}

const relativeDays: readonly (readonly [RegExp, number])[] = [
  [/\btomorrow\b/i, 1],
  [/\btoday\b|\btonight\b/i, 0],
  [/\byesterday\b/i, -1],
]

const relativeDay = (words: string, at: string): string[] =>
  relativeDays
    .filter(([named]) => named.test(words))
    .map(([, days]) => new Date(Date.parse(at) + days * 24 * hourMs).toISOString().slice(0, 10))

const isoOf = ({ year, month, day }: Day, at: string): string =>
  `${year ?? at.slice(0, 4)}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`

/** The same words marked in two turns are one fact. */
const mergeSame = (marks: readonly Mark[]): Mark[] =>
  [
    ...Map.groupBy(marks, ({ kinds, values, holder, stale }) =>
      JSON.stringify([kinds, values, holder, stale]),
    ).values(),
  ].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, entryIds: [first, ...rest].flatMap(({ entryIds }) => entryIds) }],
  )
