import { day, iso, spokenDay } from '../calendar.ts'
import type { Promised } from '../event.ts'
import { factsOf } from '../matters/facts.ts'
import { type Matter, promisesOf } from '../matters/matter.ts'
import { type Pen, penFor } from './pen.ts'
import { phraseBook } from './phrase-book.ts'
import type { Phrases } from './phrases.ts'

export type Answer = { paragraphs: string[]; promise?: Promised }

/** Promises something for a day soon to come, and the matter remembers it. */
function promiseWords(matter: Matter, phrases: Phrases, pen: Pen, at: number): { words: string; promise?: Promised } {
  const { random, person, topic } = matter
  if (!random.chance(0.5)) return { words: '' }
  const dueAt = at + random.between(1, 4) * day
  const kind = random.pick(promisesOf[topic])
  const due = spokenDay(dueAt, person.language, person.country)
  const promise: Promised = { kind, due: iso(dueAt).slice(0, 10), words: due }
  matter.promise = { ...promise, dueAt }
  matter.told.delete('promise')
  return { words: pen.say(phrases.company.promise[kind], { due }), promise }
}

/** Asks for a fact of the matter that the customer has not given yet, or asks for one that they have: it happens. */
function question(matter: Matter, phrases: Phrases, pen: Pen): string {
  const { random, told, topic } = matter
  const askable = factsOf[topic].filter(kind => phrases.company.ask[kind])
  const open = askable.filter(kind => !told.has(kind))
  const kind = open[0] ?? (random.chance(0.15) ? askable[0] : undefined)
  if (kind === undefined || !random.chance(0.6)) return ''
  matter.asked = kind
  return pen.say(phrases.company.ask[kind] ?? [])
}

const joined = (sentences: readonly string[]): string => sentences.filter(sentence => sentence !== '').join(' ')

function answerParts(matter: Matter, at: number) {
  const phrases = phraseBook[matter.person.language]
  const pen = penFor(matter)
  const answer = pen.say(phrases.topics[matter.topic].answer)
  const { words, promise } = promiseWords(matter, phrases, pen, at)
  return { phrases, pen, answer, words, ask: question(matter, phrases, pen), ...(promise && { promise }) }
}

export function companyLetter(matter: Matter, at: number): Answer {
  const { phrases, pen, answer, words, ask, promise } = answerParts(matter, at)
  const { company } = phrases
  const ending = `${pen.say(company.closing)}\n${matter.agent}\n${matter.brand.name} ${company.team}`
  const sorry = matter.topic === 'praise' || matter.topic === 'question' ? '' : pen.say(company.sorry)
  const paragraphs = [
    pen.say(company.greeting),
    sorry,
    joined([answer, words]),
    joined([ask, pen.say(company.help)]),
    ending,
  ]
  return { paragraphs: paragraphs.filter(paragraph => paragraph !== ''), ...(promise && { promise }) }
}

export function companyMessage(matter: Matter, at: number): Answer {
  const { phrases, pen, answer, words, ask, promise } = answerParts(matter, at)
  const text = joined([pen.say(phrases.company.greeting), answer, words, ask])
  return { paragraphs: [`${text} ^${matter.agent.slice(0, 2).toUpperCase()}`], ...(promise && { promise }) }
}

export function companyPost(matter: Matter): Answer {
  const { company } = phraseBook[matter.person.language]
  const [invite, happy] = [matter.random.chance(0.6) && matter.topic !== 'praise', matter.topic === 'praise']
  const templates = invite ? company.invite : happy ? company.publicAnswer.slice(-1) : company.publicAnswer.slice(0, -1)
  return { paragraphs: [penFor(matter).say(templates.length > 0 ? templates : company.publicAnswer)] }
}
