import { iso } from '../calendar.ts'
import type { Channel, Fact, FactKind, Kind, Shown, Truth } from '../event.ts'
import type { Opening } from '../people/person.ts'
import { type Matter, moodOf } from './matter.ts'

const forms: Readonly<Record<Exclude<Opening, 'feed'>, readonly [Channel, Kind]>> = {
  mail: ['email', 'mail'],
  call: ['phone', 'call'],
  'pbx-call': ['phone', 'call'],
  'x-mention': ['social', 'mention'],
  'x-direct': ['message', 'direct'],
  'page-comment': ['social', 'comment'],
  'page-mention': ['social', 'mention'],
  'page-message': ['message', 'direct'],
}

/** The facts as this contact gives them, and from now on the matter knows that they were given. */
export function tell(matter: Matter, kinds: Iterable<FactKind>): Fact[] {
  const facts: Fact[] = []
  for (const kind of new Set(kinds)) {
    const value = kind === 'promise' ? matter.promise?.words : matter.facts.get(kind)
    if (value === undefined) continue
    facts.push({ kind, value, as: matter.told.has(kind) ? 'restated' : 'stated' })
    matter.told.add(kind)
  }
  return facts
}

/** What somebody wrote, before it is put into a payload. */
export type Written = {
  paragraphs: string[]
  facts: Fact[]
  shown: Shown[]
}

/** The truth that all contacts of a matter have in common. */
export const truthOf = (
  matter: Matter,
  { by, via, at }: { by: 'customer' | 'company'; via: Exclude<Opening, 'feed'>; at: number },
): Truth => ({
  contact: `${matter.id}-${matter.done}`,
  matter: matter.id,
  person: matter.person.id,
  others: [],
  brand: matter.brand.id,
  channel: forms[via][0],
  kind: forms[via][1],
  direction: by === 'customer' ? 'inbound' : 'outbound',
  occurredAt: iso(at),
  topic: matter.topic,
  mood: moodOf(matter),
  language: matter.person.language,
  words: '',
  facts: [],
  spoken: [],
  identifiersShown: [],
})
