import { someAmount } from './making/amounts.ts'
import { dayMs, someDate } from './making/dates.ts'
import { somePhone } from './making/phones.ts'
import { slipped, someReference } from './making/references.ts'
import { someAddress, someDevice } from './making/things.ts'
import type { Scene } from './scene.ts'
import { type Told, told } from './told.ts'
import { kindsFor, profiles } from './topics.ts'
import type { Remedy, ToldKind, Topic } from './wording/book.ts'
import { topics } from './wording/book.ts'

/** One matter of a customer: what it is about, what there is to tell and what was told so far. */
export type Matter = {
  id: string
  topic: Topic
  facts: Map<ToldKind, Told>
  untold: ToldKind[]
  /** A wrong value that the customer gives first, by the kind it stands for. */
  mistaken: Map<ToldKind, Told>
  remedies: Remedy[]
  entryIds: string[]
  openedAt: string
}

export function someMatter(scene: Scene, id: string): Matter {
  const { random } = scene
  const topic = random.pick(topics)
  const kinds = kindsFor(topic, random)
  const facts = new Map(kinds.map((kind): [ToldKind, Told] => [kind, someFact(scene, kind)]))
  const { tried, remedies } = profiles[topic]
  return {
    id,
    topic,
    facts,
    untold: [...kinds],
    mistaken: mistakes(scene, facts),
    remedies: random.chance(tried) ? random.some(remedies, random.between(1, 2)) : [],
    entryIds: [],
    openedAt: new Date(scene.at).toISOString(),
  }
}

/** A fact of a kind, of nobody in particular. */
export function someFact(scene: Scene, kind: ToldKind): Told {
  const { random, country, customer } = scene
  switch (kind) {
    case 'order':
    case 'case':
    case 'tracking':
    case 'account':
    case 'invoice':
      return someReference(kind, country, random)
    case 'device':
      return someDevice(random)
    case 'date':
      return pastDay(scene)
    case 'amount':
      return someAmount(country, random)
    case 'address':
      return someAddress(country, random)
    case 'phone':
      return somePhone(country, random)
    case 'email':
      return anAddress(
        `${random.pick(['box', 'mail', 'me', 'post', 'home'])}${random.pick(['.', '_', ''])}${random.text(4, 'abdefgklmnoprstuv')}${random.chance(0.4) ? random.digits(2) : ''}@${random.pick(['example.com', 'example.net', 'mail.example.org'])}`,
      )
    case 'person':
      return told('person', [customer.name], () => customer.name)
    default:
      return kind satisfies never
  }
}

const anAddress = (address: string): Told =>
  told('email', [address], random =>
    random.chance(0.15) ? address.charAt(0).toUpperCase() + address.slice(1) : address,
  )

const pastDay = (scene: Scene): Told =>
  someDate(scene.country, scene.at - (scene.random.chance(0.12) ? 1 : scene.random.between(2, 40)) * dayMs)

const mayBeMistaken: readonly ToldKind[] = [
  'order',
  'case',
  'tracking',
  'account',
  'invoice',
  'phone',
  'date',
  'amount',
  'email',
  'address',
]

/** Now and then somebody gives a wrong value first. */
function mistakes(scene: Scene, facts: ReadonlyMap<ToldKind, Told>): Map<ToldKind, Told> {
  const able = [...facts].filter(([kind]) => mayBeMistaken.includes(kind))
  if (able.length === 0 || !scene.random.chance(0.22)) return new Map()
  const [kind, right] = scene.random.pick(able)
  const reference =
    kind === 'order' || kind === 'case' || kind === 'tracking' || kind === 'account' || kind === 'invoice'
  const wrong = reference ? slipped(right, scene.random) : someFact(scene, kind)
  const same = wrong.values[0] === right.values[0]
  return same ? new Map() : new Map([[kind, { ...wrong, stale: true }]])
}
