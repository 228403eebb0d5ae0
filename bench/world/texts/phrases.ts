import type { FactKind, Mood, PromiseKind, Topic } from '../event.ts'
import type { Language } from '../options.ts'

/**
 * What people write about one topic. `{slot}` stands for a fact or a name, `{this|that}` for either wording. Public
 * `short` texts name no order or customer number; nobody sane posts those.
 */
export type TopicPhrases = {
  subject: readonly string[]
  opener: readonly string[]
  story: readonly string[]
  ask: readonly string[]
  short: readonly string[]
  answer: readonly string[]
}

/** How a way to the company is named in a sentence of somebody who has used it before. */
export type Where = 'mail' | 'phone' | 'post' | 'message' | 'form'

export type Phrases = {
  greeting: readonly string[]
  closing: readonly string[]
  /** Coming back on the same channel, coming from another one, missing what was promised. */
  again: readonly string[]
  switched: readonly string[]
  where: Readonly<Record<Where, readonly string[]>>
  letDown: readonly string[]
  thanks: readonly string[]
  mood: Readonly<Record<Mood, readonly string[]>>
  fact: Readonly<Record<FactKind, readonly string[]>>
  aside: readonly string[]
  phone: readonly string[]
  email: readonly string[]
  courier: readonly string[]
  shortAgain: readonly string[]
  company: {
    greeting: readonly string[]
    sorry: readonly string[]
    ask: Readonly<Partial<Record<FactKind, readonly string[]>>>
    promise: Readonly<Record<PromiseKind, readonly string[]>>
    help: readonly string[]
    closing: readonly string[]
    team: string
    hours: string
    small: readonly string[]
    invite: readonly string[]
    publicAnswer: readonly string[]
  }
  mail: {
    wrote: (day: string, time: string, who: string) => string
    original: string
    from: string
    sent: string
    to: string
    subject: string
    reply: string
    sentFrom: string
    mobile: string
    home: string
    away: { subject: string; text: readonly string[] }
  }
  topics: Readonly<Record<Topic, TopicPhrases>>
}

export type PhraseBook = Readonly<Record<Language, Phrases>>
