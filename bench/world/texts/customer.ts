import type { FactKind, Shown } from '../event.ts'
import { tell, type Written } from '../matters/contact.ts'
import { factsOf } from '../matters/facts.ts'
import { type Matter, moodOf } from '../matters/matter.ts'
import type { Opening } from '../people/person.ts'
import { type Pen, penFor } from './pen.ts'
import { phraseBook } from './phrase-book.ts'
import type { Phrases, Where } from './phrases.ts'

/** Something that the writer shows of themselves in the text, with the sentence of the phrase book for it. */
export type Reach = { shown: Shown; phrase: 'phone' | 'email' | 'courier'; written: string }

const places: Readonly<Record<Opening, Where>> = {
  mail: 'mail',
  call: 'phone',
  'pbx-call': 'phone',
  'x-mention': 'post',
  'page-comment': 'post',
  'page-mention': 'post',
  'x-direct': 'message',
  'page-message': 'message',
  feed: 'form',
}

type Situation = 'first' | 'again' | 'switched'

function situationOf({ last, done }: Matter, via: Opening): Situation {
  if (last === undefined || done === 0) return 'first'
  return places[last.via] === places[via] ? 'again' : 'switched'
}

/** The facts somebody names now: some at first, what was asked, and the main ones over again after a change of channel. */
function factsToName(matter: Matter, situation: Situation, most: number): FactKind[] {
  const { topic, asked, told, random } = matter
  const mine = factsOf[topic].filter(kind => kind !== 'product' || topic === 'broken')
  if (situation === 'first') return random.some(mine, random.between(1, most))
  const again = random.some(
    mine.filter(kind => told.has(kind)),
    situation === 'switched' ? most : random.below(2),
  )
  return [...(asked && matter.facts.has(asked) ? [asked] : []), ...again]
}

const sentencesFor = (phrases: Phrases, pen: Pen, kinds: FactKind[]): string[] =>
  kinds.filter(kind => !pen.named.has(kind)).map(kind => pen.say(phrases.fact[kind]))

/** How a later text begins: an old promise that was not kept, a channel that led nowhere, or simply again. */
function openingWords(matter: Matter, phrases: Phrases, pen: Pen, situation: Situation, at: number): string[] {
  const topic = phrases.topics[matter.topic]
  if (situation === 'first') return [pen.say(topic.opener)]
  const letDown = matter.promise && matter.promise.dueAt < at && matter.random.chance(0.7)
  const where = matter.last && matter.random.pick(phrases.where[places[matter.last.via]])
  if (letDown) return [pen.say(phrases.letDown), ...(situation === 'switched' ? [pen.say(topic.opener)] : [])]
  if (situation === 'again' || where === undefined) return [pen.say(phrases.again)]
  return matter.random.chance(0.5)
    ? [pen.say(phrases.switched, { where }), pen.say(topic.opener)]
    : [pen.say(topic.opener), pen.say(phrases.switched, { where })]
}

const capital = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1)

/** One after the other. A German letter goes on in lower case after its greeting, so an opener may begin so. */
const joined = (sentences: readonly string[]): string =>
  sentences
    .filter(sentence => sentence !== '')
    .map((sentence, at) => (at === 0 ? sentence : capital(sentence)))
    .join(' ')

const reachSentences = (phrases: Phrases, pen: Pen, reaches: readonly Reach[]): string[] =>
  reaches.map(({ phrase, written }) => pen.say(phrases[phrase], { [phrase]: written }))

const finished = (matter: Matter, pen: Pen, paragraphs: string[], reaches: readonly Reach[]): Written => ({
  paragraphs: paragraphs.filter(paragraph => paragraph !== ''),
  facts: tell(matter, pen.named),
  shown: reaches.map(({ shown }) => shown),
})

/** A whole letter: greeting, what is wrong, the facts, more or less of the story, a wish and a closing with the name. */
export function customerLetter(matter: Matter, via: Opening, at: number, reaches: readonly Reach[]): Written {
  const phrases = phraseBook[matter.person.language]
  const topic = phrases.topics[matter.topic]
  const { random, person } = matter
  const pen = penFor(matter)
  const situation = situationOf(matter, via)
  const opening = openingWords(matter, phrases, pen, situation, at)
  const facts = sentencesFor(phrases, pen, factsToName(matter, situation, 3))
  const wordiness = Math.round(person.habits.wordy * 3)
  const story = pen.sayMore(topic.story, situation === 'again' ? Math.min(1, wordiness) : 1 + wordiness)
  const asides = pen.sayMore(phrases.aside, random.below(2 + wordiness))
  const reach = reachSentences(phrases, pen, reaches)
  const wish = [pen.say(phrases.mood[moodOf(matter)]), pen.say(topic.ask)]
  const ending = `${pen.say(phrases.closing)}\n${person.given} ${random.chance(0.7) ? person.family : ''}`.trimEnd()
  const body = random.chance(0.5)
    ? [joined([...opening, ...facts]), joined(story), joined(asides), joined([...wish, ...reach])]
    : [joined(opening), joined([...facts, ...story]), joined([...asides, ...reach]), joined(wish)]
  return finished(matter, pen, [pen.say(phrases.greeting), ...body, ending], reaches)
}

/** A private message: a few sentences, no greeting to speak of. */
export function customerMessage(matter: Matter, via: Opening, at: number, reaches: readonly Reach[]): Written {
  const phrases = phraseBook[matter.person.language]
  const pen = penFor(matter)
  const situation = situationOf(matter, via)
  const opening = openingWords(matter, phrases, pen, situation, at)
  const facts = sentencesFor(phrases, pen, factsToName(matter, situation, 2))
  const rest = matter.random.chance(0.5) ? [pen.say(phrases.topics[matter.topic].ask)] : []
  const text = joined([...opening, ...facts, ...reachSentences(phrases, pen, reaches), ...rest])
  return finished(matter, pen, [capital(text)], reaches)
}

/** A public post: one line, seldom a fact. */
export function customerPost(matter: Matter, via: Opening): Written {
  const phrases = phraseBook[matter.person.language]
  const pen = penFor(matter)
  const again = situationOf(matter, via) === 'again'
  const line = pen.say(again ? phrases.shortAgain : phrases.topics[matter.topic].short)
  const mood = matter.random.chance(0.4) ? pen.say(phrases.mood[moodOf(matter)]) : ''
  return finished(matter, pen, [capital(joined([line, mood]))], [])
}

/** What somebody says on the phone: facts that no payload shows. */
export const spokenFacts = (matter: Matter, via: Opening) =>
  tell(matter, factsToName(matter, situationOf(matter, via), 3))
