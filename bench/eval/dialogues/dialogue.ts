import type { BriefInput } from '../../../core/brief/brief.ts'
import { names, plainName } from '../../world/people/names.ts'
import { type Random, randomFor } from '../../world/random.ts'
import type { Case } from '../scoring/case.ts'
import type { Mark } from '../scoring/mark.ts'
import { type Country, type Language, someCountry } from './country.ts'
import { goOn, settle } from './exchange.ts'
import { expand } from './expand.ts'
import { somePhone } from './making/phones.ts'
import { type Matter, someFact, someMatter } from './matter.ts'
import { open } from './opening.ts'
import type { Customer, Scene } from './scene.ts'
import { wait } from './scene.ts'
import { markOf } from './told.ts'
import type { Book } from './wording/book.ts'
import { english } from './wording/english.ts'
import { french } from './wording/french.ts'
import { german } from './wording/german.ts'
import { spanish } from './wording/spanish.ts'

const books: Record<Language, Book> = { en: english, de: german, fr: french, es: spanish }
const agents = ['Nora', 'Sam', 'Jan', 'Luc', 'Ines', 'Mia', 'Tom', 'Eva']
const most = 40

/** One customer with all that was said, and what of it is true. The same seed and number give the same one. */
export function dialogue(seed: number, number: number): Case {
  const random = randomFor(seed, 'dialogue', number)
  const scene = someScene(random, `d${seed}-${number}`)
  const settled = random.weighted([
    [0, 5],
    [1, 4],
    [2, 2],
    [4, 1],
    [7, 0.6],
  ] as const)
  for (let at = 0; at < settled; at++) play(scene, `${scene.id}-old${at}`, random.between(0, 3), true)
  const unresolved = random.weighted([
    [1, 78],
    [2, 20],
    [3, 2],
  ] as const)
  const matters = Array.from({ length: unresolved }, (_, at) =>
    play(
      scene,
      `${scene.id}-m${at}`,
      random.weighted([
        [0, 1],
        [1, 3],
        [2, 4],
        [3, 3],
        [5, 1],
      ] as const),
      false,
    ),
  )
  if (scene.contacts.length < 3 || scene.contacts.length > most) return dialogue(seed, number + 10_000)
  return {
    id: scene.id,
    input: inputOf(
      scene,
      matters.filter(matter => matter !== undefined),
    ),
    marks: marksOf(scene),
  }
}

/** What was told, each fact once. */
function marksOf({ told }: Scene): Mark[] {
  const marks = new Map<string, Mark>()
  for (const mark of told.filter(({ entryIds }) => entryIds.length > 0).map(markOf)) {
    const key = JSON.stringify([mark.kinds, mark.values, mark.holder, mark.stale])
    const known = marks.get(key)
    const entryIds = [...new Set([...(known?.entryIds ?? []), ...mark.entryIds])]
    marks.set(key, { ...mark, entryIds, wanted: mark.wanted || known?.wanted === true })
  }
  return [...marks.values()]
}

/** Plays one matter. What is told in a settled one may be shown but need not be. */
function play(scene: Scene, id: string, beats: number, settled: boolean): Matter {
  const { random } = scene
  const before = scene.told.length
  const matter = someMatter(scene, id)
  const channel = random.weighted([
    ['mail', 35],
    ['call', 25],
    ['direct', 22],
    ['mention', 18],
  ] as const)
  open(scene, matter, channel)
  wait(scene, 20, 2000)
  goOn(scene, matter, channel, beats)
  if (settled) settle(scene, matter, channel)
  for (const fact of settled ? scene.told.slice(before) : []) fact.wanted = false
  wait(scene, 60, settled ? 20_000 : 600)
  return matter
}

function someScene(random: Random, id: string): Scene {
  const country = someCountry(random)
  const brand = random.pick(['Larkfield', 'Merrow Home', 'Tidewater', 'Norvik'])
  const { given, family } = names[country.names]
  const name = `${random.pick(given)} ${random.pick(family)}`
  const handle = `${brand.replaceAll(' ', '')}Help`
  const scene: Scene = {
    id,
    random,
    country,
    book: books[country.language],
    customer: someCustomer(random, country, name),
    agent: random.pick(agents),
    company: {
      mail: { identifier: { type: 'email', value: 'support@example.com' }, name: brand },
      call: { identifier: { type: 'line', value: '+443069990100' } },
      mention: { identifier: { type: 'x', value: '1400000000000000101' }, handle },
      direct: { identifier: { type: 'x', value: '1400000000000000101' }, handle },
    },
    brand,
    tagged: mustBeTagged(country) || random.chance(0.4),
    contacts: [],
    told: [],
    at: Date.UTC(2026, random.below(9), random.between(1, 28), random.between(7, 17), random.below(60)),
  }
  if (random.chance(0.5)) scene.told.push(someFact(scene, 'person'))
  return scene
}

/** Where numbers are written otherwise than in the language's first country, something must tell the country. */
const mustBeTagged = ({ tag }: Country): boolean => !['en-GB', 'de-DE', 'fr-FR', 'es-ES'].includes(tag)

function someCustomer(random: Random, country: Country, name: string): Customer {
  const plain = name.split(' ').map(plainName).join('.')
  const [phone = ''] = somePhone(country, random).values
  const x = {
    identifier: { type: 'x' as const, value: `24${random.digits(12)}` },
    handle: `${plain.replaceAll('.', '_').slice(0, 10)}${random.digits(2)}`,
  }
  return {
    name,
    on: {
      mail: { identifier: { type: 'email', value: `${plain}@example.org` }, name },
      call: { identifier: { type: 'phone', value: phone } },
      mention: x,
      direct: x,
    },
  }
}

function inputOf(scene: Scene, matters: readonly Matter[]): BriefInput {
  const { random, contacts, book } = scene
  const conversationOf = new Map(
    matters.flatMap(({ id, entryIds }) => entryIds.map((entryId): [string, string] => [entryId, id])),
  )
  const last = contacts.reduce((latest, { occurredAt }) => (occurredAt > latest ? occurredAt : latest), '')
  return {
    now: new Date(Date.parse(last) + Math.round(random.spread(0.1, 60) * 3_600_000)).toISOString(),
    since: contacts[0]?.occurredAt ?? last,
    contacts: contacts.toReversed().map(contact => {
      const conversation = conversationOf.get(contact.id)
      return { contact, asserted: random.chance(0.1), ...(conversation !== undefined && { conversation }) }
    }),
    matters: matters.map(({ id, topic, entryIds, openedAt }) => ({
      id,
      title: expand(random.pick(book.topics[topic].subject), random),
      status: random.pick(['open', 'open', 'waiting-for-customer']),
      openedAt,
      entryIds: [...entryIds],
    })),
  }
}

/** The dialogues of a seed. */
export const dialogues = (seed: number, count: number): Case[] =>
  Array.from({ length: count }, (_, number) => dialogue(seed, number))
