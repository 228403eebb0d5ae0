import type { Contact } from '../../contact/contact.ts'
import { languageOf } from '../../language/language-of.ts'
import { moodOf } from '../../mood/mood.ts'
import type { BriefInput, BriefLine } from '../brief.ts'
import type { Draft } from '../draft.ts'
import type { Reading } from '../reading.ts'
import { dayText, firstWords, listed, wordCount } from '../wording.ts'

const whole = (line: BriefLine): Draft => ({
  most: wordCount(line.text),
  write: words => (wordCount(line.text) <= words ? line : undefined),
})

/** Matters that are not resolved. */
export function openDraft({ now, isQuotable }: Reading, { matters, contacts }: BriefInput): Draft | undefined {
  const known = new Set(contacts.map(({ contact }) => contact.id))
  const shown = matters
    .map(matter => ({ ...matter, entryIds: matter.entryIds.filter(id => known.has(id)) }))
    .filter(({ title, entryIds }) => isQuotable(title) && entryIds.length > 0)
    .slice(0, 3)
  if (shown.length === 0) return undefined
  return {
    most: 18,
    write: words => {
      const each = Math.max(3, Math.floor((words - 1) / shown.length) - 4)
      const parts = shown.map(
        ({ title, status, openedAt }) => `${firstWords(title, each)} (${status}, since ${dayText(openedAt, now)})`,
      )
      const text = `Open: ${parts.join('; ')}.`
      if (wordCount(text) > words) return undefined
      return {
        kind: 'open',
        text,
        entryIds: [...new Set(shown.flatMap(({ entryIds }) => entryIds.slice(0, 1)))],
        facts: [],
      }
    },
  }
}

const week = 7 * 86_400_000
const nouns: Record<Contact['kind'], readonly [string, string]> = {
  call: ['call', 'calls'],
  voicemail: ['voicemail', 'voicemails'],
  mail: ['mail', 'mails'],
  mention: ['mention', 'mentions'],
  comment: ['comment', 'comments'],
  post: ['post', 'posts'],
  direct: ['message', 'messages'],
  review: ['review', 'reviews'],
}

/** How the customer got in touch in the last seven days, each with the day of the last one. */
export function channelsDraft({ now, contacts }: Reading): Draft | undefined {
  const from = new Date(Date.parse(now) - week).toISOString()
  const byKind = new Map<Contact['kind'], Contact[]>()
  for (const { contact, fromOther } of contacts)
    if (contact.direction === 'inbound' && contact.occurredAt >= from && fromOther !== true)
      byKind.set(contact.kind, [...(byKind.get(contact.kind) ?? []), contact])
  if (byKind.size === 0) return undefined
  const parts = [...byKind].map(
    ([kind, [last, ...others]]) =>
      `${others.length + 1} ${nouns[kind][others.length === 0 ? 0 : 1]} (${dayText(last?.occurredAt ?? now, now)})`,
  )
  return whole({
    kind: 'channels',
    text: `Last 7 days: ${listed(parts)}.`,
    entryIds: [...byKind.values()].flatMap(([last]) => (last ? [last.id] : [])),
    facts: [],
  })
}

const moods = 6
const names = (mood: number): string => (mood <= -0.75 ? 'negative' : mood >= 0.75 ? 'positive' : 'neutral')

/** How the customer's last words sound, and whether they sounded better or worse before. Nothing where that is unknown. */
export function moodDraft({ turns }: Reading): Draft | undefined {
  const heard = lastTexts(turns, moods).flatMap(({ id, text, language }) => {
    const mood = moodOf(text, language ?? languageOf(text))
    return mood === undefined ? [] : [{ id, mood }]
  })
  const last = heard.at(-1)
  if (last === undefined) return undefined
  const before = heard.slice(0, -1)
  const mean = before.reduce((sum, { mood }) => sum + mood, 0) / before.length
  const trend =
    before.length === 0
      ? ''
      : last.mood - mean > 1
        ? ', better than before'
        : mean - last.mood > 1
          ? ', worse than before'
          : ', steady'
  return whole({
    kind: 'mood',
    text: `Mood ${names(last.mood)}${trend}.`,
    entryIds: heard.map(({ id }) => id),
    facts: [],
  })
}

/** The language of the customer's last words, where it is known. */
export function languageDraft({ turns }: Reading): Draft | undefined {
  for (const { id, text, language } of lastTexts(turns, moods).reverse()) {
    const told = languageOf(text) ?? language?.slice(0, 2)
    const name = told === undefined ? undefined : languageName(told)
    if (name !== undefined) return whole({ kind: 'language', text: `Writes ${name}.`, entryIds: [id], facts: [] })
  }
  return undefined
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

function languageName(code: string): string | undefined {
  const name = languageNames.of(code)
  return name === code ? undefined : name
}

/** What the customer wrote last, a contact each, oldest first. */
function lastTexts(turns: Reading['turns'], most: number): { id: string; text: string; language?: string }[] {
  const byContact = new Map<string, { id: string; text: string; language?: string }>()
  for (const { id, text, by, contact } of turns.slice(-80)) {
    if (by !== 'customer') continue
    const known = byContact.get(id)
    byContact.set(id, {
      id,
      text: known ? `${known.text}\n${text}` : text,
      ...(contact.language !== undefined && { language: contact.language.slice(0, 2) }),
    })
  }
  return [...byContact.values()].slice(-most)
}
