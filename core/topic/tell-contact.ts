import type { Change } from '../change/change.ts'
import type { Contact } from '../contact/contact.ts'
import { viewContact } from '../contact/view.ts'
import { languageOf } from '../language/language-of.ts'
import { RetryLater } from '../record/outcome.ts'
import type { Correction } from '../sentiment/learned.ts'
import type { Judged } from '../sentiment/sentiment.ts'
import type { ContactEntry } from '../timeline/entry.ts'
import type { TimelineStore } from '../timeline/timeline-store.ts'
import type { Assign } from './assign.ts'
import { type Insight, unknownLanguage } from './insight.ts'
import { masked, namesOf } from './personal.ts'
import type { InsightStore, SentimentStore } from './store.ts'

/** What contacts are told by. */
export type Models = {
  assign: Assign
  judge: (text: string, language: string | undefined) => Promise<Judged | undefined>
}

export type TellContact = {
  timeline: Pick<TimelineStore, 'readContact'>
  insights: InsightStore
  sentiments: Pick<SentimentStore, 'correction'>
  models: () => Promise<Models>
}

/**
 * Tells what a contact that changed is about, in which language, and how it sounds; forgets one that is no longer there.
 * Throws RetryLater where somebody else told it meanwhile: a judgement may take seconds, and the text be another by then.
 */
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
    ...(await tell(told, models, correction)),
  }
  const kept = known?.topic === undefined ? next : { ...next, topic: known.topic }
  const isNew = known === undefined || !same(known, kept)
  if (isNew && !(await deps.insights.write(kept))) throw new RetryLater('the contact was told anew meanwhile')
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

/** How it sounds is not asked where a person has said it. */
async function tell(contact: Contact, { assign, judge }: Models, correction: Correction | undefined) {
  const text = masked(textOf(contact), namesOf(contact))
  const language = languageOf(text) ?? contact.language?.slice(0, 2)
  const assigned = assign(text)
  const judged = correction ? { sentiment: correction.sentiment, certainty: 1 } : await judge(text, language)
  return {
    language: language ?? unknownLanguage,
    ...(assigned && { topic: assigned.topic }),
    ...(judged && { sentiment: judged.sentiment, certainty: rounded(judged.certainty) }),
    by: correction ? ('person' as const) : ('model' as const),
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100

const same = ({ version: _a, ...known }: Insight, { version: _b, ...next }: Insight): boolean =>
  Object.entries({ ...known, ...next }).every(([name]) => Reflect.get(known, name) === Reflect.get(next, name))
