import { brands } from '../company.ts'
import type { Country, Language, Settings } from '../options.ts'
import { type Random, randomFor } from '../random.ts'
import { habitsOf } from './habits.ts'
import { names, plainName } from './names.ts'
import { type Address, fullName, type Line, type Person } from './person.ts'
import { blockSize, type Registry } from './registry.ts'

const languages: Record<Country, Language> = { GB: 'en', US: 'en', DE: 'de', FR: 'fr', ES: 'es' }
const domains = [
  'example.com',
  'example.net',
  'example.org',
  'post.example.com',
  'inbox.example.net',
  'freemail.example.org',
]
const personId = (index: number): string => `p${`${index}`.padStart(6, '0')}`

/** People who share a home: a line and perhaps a mailbox. */
type Household = { members: number[]; family: string; line: boolean; mailbox: boolean }
type Office = { id: string; name: string; domain: string; members: number[] }
type Handover = { giver: number; taker: number; at: number; gapMs: number }
type Plan = { homes: Household[]; office?: Office; handover?: Handover }

const day = 86_400_000

function households(indexes: number[], country: Country, random: Random): Household[] {
  const homes: Household[] = []
  for (let at = 0; at < indexes.length; ) {
    const size = random.weighted([
      [1, 45],
      [2, 30],
      [3, 15],
      [4, 10],
    ])
    const members = indexes.slice(at, at + size)
    const together = members.length > 1
    homes.push({
      members,
      family: random.pick(names[country].family),
      line: random.chance(together ? 0.55 : 0.25),
      mailbox: together && random.chance(0.2),
    })
    at += size
  }
  return homes
}

function office(indexes: number[], country: Country, random: Random): Office {
  const name = `${random.pick(names[country].family)} & ${random.pick(names[country].family)}`
  const id = `o${indexes[0]}`
  return {
    id,
    name,
    domain: `${plainName(name)}-${id}.example.com`,
    members: random.some(indexes, random.between(4, 10)),
  }
}

/** A mobile number that one person gives up in the middle of the world's time and another gets after a while. */
function handover(homes: Household[], settings: Settings, random: Random): Handover | undefined {
  const giver = homes[0]?.members[0]
  const taker = homes.at(-1)?.members[0]
  if (giver === undefined || taker === undefined || giver === taker) return undefined
  const span = settings.days * day
  const at = Date.parse(settings.start) + span * (0.3 + 0.3 * random.next())
  return { giver, taker, at, gapMs: span * 0.05 }
}

function planOf(indexes: number[], country: Country, settings: Settings, random: Random): Plan {
  const homes = households(indexes, country, random)
  const recycled = random.chance(0.15) ? handover(homes, settings, random) : undefined
  return {
    homes,
    ...(random.chance(0.3) && indexes.length > 4 && { office: office(indexes, country, random) }),
    ...(recycled && { handover: recycled }),
  }
}

function mobileLines(index: number, plan: Plan, registry: Registry, random: Random): Line[] {
  const own: Line = { phone: registry.phone(index, 'mobile', 0), use: 'mobile', sharedBy: [personId(index)] }
  const second: Line = { phone: registry.phone(index, 'mobile', 1), use: 'mobile', sharedBy: [personId(index)] }
  const { handover } = plan
  if (handover?.giver === index)
    return [
      { ...own, until: handover.at },
      { ...second, from: handover.at },
    ]
  if (handover?.taker === index) {
    const taken = { ...own, phone: registry.phone(handover.giver, 'mobile', 0), from: handover.at + handover.gapMs }
    return [taken, { ...second, until: handover.at + handover.gapMs }]
  }
  return random.chance(0.12) ? [own, second] : random.chance(0.95) ? [own] : []
}

function sharedLines(index: number, home: Household, plan: Plan, registry: Registry): Line[] {
  const lines: Line[] = []
  const [first] = home.members
  if (home.line && first !== undefined)
    lines.push({ phone: registry.phone(first, 'landline', 0), use: 'home', sharedBy: home.members.map(personId) })
  const [desk] = plan.office?.members ?? []
  if (plan.office?.members.includes(index) && desk !== undefined)
    lines.push({ phone: registry.phone(desk, 'landline', 1), use: 'work', sharedBy: plan.office.members.map(personId) })
  return lines
}

const privateAddress = (given: string, family: string, index: number, random: Random): string => {
  const [first, last] = [plainName(given), plainName(family)]
  const local = random.pick([
    `${first}.${last}${index}`,
    `${first.slice(0, 1)}${last}.${index}`,
    `${last}${index}.${first}`,
  ])
  return `${local}@${random.pick(domains)}`
}

type Name = { given: string; family: string }

function addressesOf(index: number, { given, family }: Name, home: Household, plan: Plan, random: Random): Address[] {
  const mine = { use: 'private', sharedBy: [personId(index)] } as const
  const addresses: Address[] = [{ ...mine, address: privateAddress(given, family, index, random) }]
  if (random.chance(0.15))
    addresses.push({ ...mine, address: `${plainName(given)}+${index}@mail.example.${random.pick(['com', 'net'])}` })
  const householder = home.members[0]
  if (home.mailbox)
    addresses.push({
      address: `family.${plainName(home.family)}${householder}@post.example.com`,
      use: 'family',
      sharedBy: home.members.map(personId),
    })
  const { office } = plan
  if (office?.members.includes(index)) {
    addresses.push({
      address: `${plainName(given)}.${index}@${office.domain}`,
      use: 'work',
      sharedBy: [personId(index)],
    })
    addresses.push({ address: `info@${office.domain}`, use: 'work', sharedBy: office.members.map(personId) })
  }
  return addresses
}

function networksOf(index: number, name: Name, registry: Registry, random: Random): Pick<Person, 'x' | 'facebook'> {
  const handle = `${plainName(name.given)}_${plainName(name.family)}`.slice(0, 9) + index
  const nickname = random.chance(0.3) ? name.given.toLowerCase() : fullName(name)
  const ids = Object.fromEntries(brands.map(({ page }) => [page.id, registry.networkId(index, page.id)]))
  return {
    ...(random.chance(0.35) && { x: { id: `13${registry.networkId(index, 'x')}`, handle, name: nickname } }),
    ...(random.chance(0.45) && { facebook: { name: fullName(name), ids } }),
  }
}

function nearTo(index: number, home: Household, { office }: Plan): number[] {
  const colleagues = office?.members.includes(index) ? office.members : []
  return [...new Set([...home.members, ...colleagues])].filter(other => other !== index)
}

function person(index: number, home: Household, plan: Plan, settings: Settings, registry: Registry): Person {
  const random = randomFor(settings.seed, 'person', index)
  const country = registry.country(Math.floor(index / blockSize))
  const family = random.chance(0.88) ? home.family : random.pick(names[country].family)
  const name = { given: random.pick(names[country].given), family }
  const networks = networksOf(index, name, registry, random)
  const lines = [...mobileLines(index, plan, registry, random), ...sharedLines(index, home, plan, registry)]
  return {
    id: personId(index),
    index,
    country,
    language: languages[country],
    ...name,
    household: `h${home.members[0]}`,
    near: nearTo(index, home, plan),
    ...(plan.office?.members.includes(index) && { office: { id: plan.office.id, name: plan.office.name } }),
    account: registry.account(index),
    lines,
    addresses: addressesOf(index, name, home, plan, random),
    ...networks,
    habits: habitsOf({ ...networks, lines, country }, random),
  }
}

export type Block = (index: number) => Person

/**
 * The people of one block: who lives with whom, who works together, whose number went to whom. Each is made when first
 * asked for.
 */
export function blockOf(block: number, settings: Settings, registry: Registry): Block {
  const first = block * blockSize
  const indexes = Array.from({ length: Math.min(blockSize, settings.people - first) }, (_, at) => first + at)
  const random = randomFor(settings.seed, 'block', block)
  const plan = planOf(indexes, registry.country(block), settings, random)
  const made = new Map<number, Person>()
  return index => {
    const home = plan.homes.find(({ members }) => members.includes(index))
    if (home === undefined) throw new Error(`no person ${index}: the world has ${settings.people}`)
    const one = made.get(index) ?? person(index, home, plan, settings, registry)
    made.set(index, one)
    return one
  }
}
