import type { Random } from '../../world/random.ts'
import { dayMs, someDate } from './making/dates.ts'
import { somePhone } from './making/phones.ts'
import { doneWords, remedyTold, toDoWords } from './making/remedies.ts'
import { type Matter, someFact } from './matter.ts'
import { farewell, greeting, voiceOn } from './opening.ts'
import { add, type Channel, type Scene, wait } from './scene.ts'
import { given, nextUntold, tellFact, tellRemedies } from './telling.ts'
import type { Told } from './told.ts'
import { joined, say, tell, type Voice } from './voice.ts'
import type { ToldKind } from './wording/book.ts'

type Speak = (voice: Voice) => string | undefined

/** One contact of a matter on a channel; letters get a greeting and a name. */
function speak(scene: Scene, matter: Matter, channel: Channel, direction: 'inbound' | 'outbound', words: Speak): void {
  const mail = channel === 'mail'
  const id = add(scene, channel, direction, entryId => {
    const voice = direction === 'inbound' ? voiceOn(scene, channel, entryId) : { entryId, casual: false, slips: 0 }
    const text = words(voice) ?? say(scene, voice, scene.book.chase, {})
    if (!mail) return { text: `${channel === 'mention' ? handleOf(scene, direction) : ''}${text}` }
    const end =
      direction === 'inbound' ? farewell(scene, voice) : `${say(scene, voice, scene.book.closing, {})}\n${scene.agent}`
    return {
      subject: `Re: ${say(scene, voice, scene.book.topics[matter.topic].subject, {})}`,
      text: [greeting(scene, voice), text, end].filter(Boolean).join('\n\n'),
    }
  })
  matter.entryIds.push(id)
  if (mail) wait(scene, 60, 2000)
  else wait(scene, 1, 90)
}

const handleOf = ({ customer, company }: Scene, direction: 'inbound' | 'outbound'): string =>
  `@${(direction === 'inbound' ? company : customer.on).mention.handle ?? ''} `

/** A written channel to go on with: what began by phone goes on by mail. */
const written = (channel: Channel): Channel => (channel === 'call' ? 'mail' : channel)

/** Asks for one or two facts; mostly they are told, often as bare values. */
function asks(scene: Scene, matter: Matter, channel: Channel): void {
  const { random, book } = scene
  const kinds = nextUntold(scene, matter, random.chance(0.25) ? 2 : 1)
  const asked: ToldKind[] = kinds.length > 0 ? kinds : [random.pick(['phone', 'address', 'email', 'case'] as const)]
  const [first = 'phone', second] = asked
  speak(scene, matter, channel, 'outbound', voice =>
    second === undefined
      ? say(scene, voice, book.ask, { noun: book.nouns[first] })
      : say(scene, voice, book.askBoth, { noun: book.nouns[first], noun2: book.nouns[second] }),
  )
  if (kinds.length === 0) return
  speak(scene, matter, channel, 'inbound', voice => {
    const [x, y] = kinds.map(kind => given(matter, kind))
    if (y !== undefined) return say(scene, voice, book.answerBoth, { x, y })
    return random.chance(0.75) ? say(scene, voice, book.answer, { x }) : tellFact(scene, voice, matter, first, x)
  })
}

/** Advises a remedy; the customer does it, has done it, or does not. */
function suggests(scene: Scene, matter: Matter, channel: Channel): void {
  const { random, book } = scene
  const remedy = matter.remedies.splice(0, 1)[0] ?? random.pick(['restart', 'update', 'cache', 'courier'] as const)
  speak(scene, matter, channel, 'outbound', voice => {
    tell(scene, remedyTold(remedy, 'company'), voice.entryId)
    return say(scene, voice, book.suggest, { todo: toDoWords(book, remedy, random) })
  })
  const done = doneWords(book, remedy, random)
  speak(scene, matter, channel, 'inbound', voice => {
    if (random.chance(0.2)) {
      tell(scene, remedyTold(remedy, 'company'), voice.entryId)
      return say(scene, voice, book.notTried, { done })
    }
    tell(scene, remedyTold(remedy, 'customer'), voice.entryId)
    return say(scene, voice, random.chance(0.6) ? book.followed : book.tried, { done })
  })
}

function promises(scene: Scene, matter: Matter, channel: Channel): void {
  const { random, book } = scene
  const date = {
    ...someDate(scene.country, scene.at + random.between(1, 8) * dayMs),
    holder: 'company' as const,
    wanted: false,
  }
  speak(scene, matter, channel, 'outbound', voice =>
    joined([say(scene, voice, book.hold, {}), say(scene, voice, book.promise, { date })]),
  )
}

/** The customer takes back a wrong value, naming it again or not. */
function corrects(scene: Scene, matter: Matter, channel: Channel): void {
  for (const [kind, old] of matter.mistaken) {
    const right = matter.facts.get(kind)
    if (right === undefined || old.entryIds.length === 0) continue
    matter.mistaken.delete(kind)
    const { random, book } = scene
    if (random.chance(0.25))
      speak(scene, matter, channel, 'outbound', voice => say(scene, voice, book.confirm, { x: old }))
    speak(scene, matter, channel, 'inbound', voice =>
      random.chance(0.5)
        ? say(scene, voice, book.correctHere, { x: right, old })
        : say(scene, voice, book.correctLater, { x: right, noun: asMine(book.nouns[kind]) }),
    )
  }
}

/** What an agent calls yours is mine. */
const asMine = (noun: string): string =>
  noun
    .replace(/^your /, 'my ')
    .replace(/^votre /, 'mon ')
    .replace(/^den /, 'der ')

/** Quotes the courier's card or a mail of ours: the number in it is not the customer's. */
function quotes(scene: Scene, matter: Matter, channel: Channel): void {
  const x = { ...somePhone(scene.country, scene.random), holder: 'other' as const, wanted: false }
  speak(scene, matter, channel, 'inbound', voice => say(scene, voice, scene.book.quoted, { x }))
}

/** What another person has: it must not be taken for the customer's. */
function mentionsOthers(scene: Scene, matter: Matter, channel: Channel): void {
  const { random, book } = scene
  const kind = random.pick([
    'phone',
    'phone',
    'order',
    'order',
    'email',
    'account',
    'address',
    'device',
    'person',
    'amount',
  ] as const)
  const x = othersFact(scene, kind)
  speak(scene, matter, channel, 'inbound', voice =>
    joined([
      say(scene, voice, book.others[kind] ?? [], { x }),
      random.chance(0.4) ? say(scene, voice, book.chase, {}) : '',
    ]),
  )
}

function othersFact(scene: Scene, kind: ToldKind): Told {
  const { random } = scene
  const fact = someFact(scene, kind)
  const name = `${random.pick(['Robin', 'Kim', 'Sascha', 'Noor', 'Toni'])} ${random.pick(['Hale', 'Berger', 'Lopes', 'Adler', 'Marchand'])}`
  return { ...fact, ...(kind === 'person' && { values: [name], write: () => name }), holder: 'other', wanted: false }
}

function restates(scene: Scene, matter: Matter, channel: Channel): void {
  const known = [...matter.facts].filter(([kind, fact]) => fact.entryIds.length > 0 && !matter.mistaken.has(kind))
  const { random, book } = scene
  speak(scene, matter, channel, 'inbound', voice => {
    if (known.length === 0) return undefined
    const [kind, fact] = random.pick(known)
    return say(scene, voice, book.again, { tell: tellFact(scene, voice, matter, kind, fact) })
  })
}

function tellsMore(scene: Scene, matter: Matter, channel: Channel): void {
  const kinds = nextUntold(scene, matter, 2)
  const remedies = matter.remedies.splice(0)
  speak(scene, matter, channel, 'inbound', voice =>
    kinds.length + remedies.length === 0
      ? undefined
      : joined([
          ...kinds.map(kind => tellFact(scene, voice, matter, kind, given(matter, kind))),
          tellRemedies(scene, voice, remedies),
        ]),
  )
}

function companyNumber(scene: Scene, matter: Matter, channel: Channel): void {
  const x = { ...somePhone(scene.country, scene.random), holder: 'company' as const, wanted: false }
  speak(scene, matter, channel, 'outbound', voice =>
    joined([say(scene, voice, scene.book.hold, {}), say(scene, voice, scene.book.company, { x })]),
  )
}

type Beat = (scene: Scene, matter: Matter, channel: Channel) => void
const chases: Beat = (scene, matter, channel) => speak(scene, matter, channel, 'inbound', () => undefined)
const holds: Beat = (scene, matter, channel) =>
  speak(scene, matter, channel, 'outbound', voice => say(scene, voice, scene.book.hold, {}))
const grumbles: Beat = (scene, matter, channel) =>
  speak(scene, matter, channel, 'inbound', voice => say(scene, voice, scene.book.noise, {}))

const beats: readonly (readonly [Beat, number])[] = [
  [asks, 24],
  [suggests, 9],
  [promises, 10],
  [mentionsOthers, 9],
  [restates, 9],
  [tellsMore, 10],
  [companyNumber, 5],
  [quotes, 4],
  [chases, 7],
  [holds, 9],
  [grumbles, 6],
]

/** What happens between the first contact of a matter and now. */
export function goOn(scene: Scene, matter: Matter, opened: Channel, count: number): void {
  const { random } = scene
  let channel = written(opened)
  for (let beat = 0; beat < count; beat++) {
    wait(scene, 5, 3000)
    if (random.chance(0.2)) channel = otherChannel(channel, random)
    random.weighted(beats)(scene, matter, channel)
    if (matter.mistaken.size > 0 && random.chance(0.5)) corrects(scene, matter, channel)
  }
  corrects(scene, matter, channel)
}

const otherChannel = (channel: Channel, random: Random): Channel =>
  random.pick((['mail', 'direct', 'mention'] as const).filter(other => other !== channel))

export function settle(scene: Scene, matter: Matter, channel: Channel): void {
  speak(scene, matter, written(channel), 'outbound', voice => say(scene, voice, scene.book.solved, {}))
  if (scene.random.chance(0.6))
    speak(scene, matter, written(channel), 'inbound', voice => say(scene, voice, scene.book.thanks, {}))
}
