import type { Change } from '../change/change.ts'
import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import { languageOf } from '../language/language-of.ts'
import type { Judged } from '../sentiment/sentiment.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Assign } from './assign.ts'
import { type Insight, unknownLanguage } from './insight.ts'
import { masked, namesOf } from './personal.ts'
import type { InsightStore, SentimentStore } from './store.ts'

/** What contacts are told by. */
export type Models = { assign: Assign; judge: (text: string, language: string | undefined) => Judged | undefined }

export type TellContact = {
  timeline: Pick<TimelineStore, 'readContact'>
  insights: InsightStore
  sentiments: Pick<SentimentStore, 'correction'>
  models: () => Promise<Models>
}

/** Tells what a contact that changed is about, in which language, and how it sounds; forgets one that is no longer there. */
export async function tellContact(deps: TellContact, change: Change): Promise<void> {
  if (change.type !== 'contact') return
  const { contactId, stream, sortAt } = change
  const place = { contactId, sortAt }
  const [entry, [known]] = await Promise.all([
    deps.timeline.readContact(contactId, { stream, sortAt }),
    deps.insights.read([place]),
  ])
  const told = entry && tellable(entry)
  if (told === undefined) {
    if (known !== undefined && known.stream === stream) await deps.insights.remove(place)
    return
  }
  const [models, correction] = await Promise.all([deps.models(), deps.sentiments.correction(contactId)])
  const next: Insight = {
    ...{ v: 1, version: (known?.version ?? 0) + 1, contactId, stream, sortAt },
    ...tell(told, models),
    ...(correction && { sentiment: correction.sentiment, certainty: 1, by: 'person' as const }),
  }
  const kept = known?.topic === undefined ? next : { ...next, topic: known.topic }
  if (known === undefined || !same(known, kept)) await deps.insights.write(kept)
}

/** What a customer wrote or said, in words; undefined for answers, machines, deleted ones and calls without a word. */
export function tellable(entry: ContactEntry): Contact | undefined {
  if (entry.state.deletedAt !== undefined) return undefined
  const contact = viewContact(entry.state)
  const apart = contact.direction === 'outbound' || contact.automatic !== undefined
  return apart || textOf(contact).trim() === '' ? undefined : contact
}

export const textOf = ({ subject, text }: Pick<Contact, 'subject' | 'text'>): string =>
  [subject, text].filter(Boolean).join('\n')

function tell(contact: Contact, { assign, judge }: Models) {
  const text = masked(textOf(contact), namesOf(contact))
  const language = languageOf(text) ?? contact.language?.slice(0, 2)
  const assigned = assign(text)
  const judged = judge(text, language)
  return {
    language: language ?? unknownLanguage,
    ...(assigned && { topic: assigned.topic }),
    ...(judged && { sentiment: judged.sentiment, certainty: rounded(judged.certainty) }),
    by: 'model' as const,
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100

const same = ({ version: _a, ...known }: Insight, { version: _b, ...next }: Insight): boolean =>
  Object.entries({ ...known, ...next }).every(([name]) => Reflect.get(known, name) === Reflect.get(next, name))
