import { join } from 'node:path'
import { contactItem } from '../../../adapters/dynamodb/entry-item.ts'
import { reportKeys, topicKeys } from '../../../adapters/dynamodb/keys.ts'
import type { Item } from '../../../adapters/dynamodb/table.ts'
import { contactId } from '../../../core/contact/contact-id.ts'
import { stateOf } from '../../../core/contact/contact-state.ts'
import { streamName } from '../../../core/contact/stream.ts'
import type { Atom, Delta, Grain } from '../../../core/report/cells.ts'
import { addAtom, parseItemName } from '../../../core/report/expand.ts'
import { daysLater } from '../../../core/report/zone.ts'
import { fnv1a } from '../../../core/search/hash.ts'
import { type Topic, topicSchema } from '../../../core/topic/topic.ts'
import { alice, mail } from '../../../test/timeline/contacts.ts'
import { Random } from '../../world/random.ts'
import { bulkItems, tableIn } from '../bulk-items.ts'
import { prose } from '../mails.ts'
import { factsOf } from '../report-fill.ts'

/** The last two years by months; of days as many as a report of 92 days and the one before it read. */
const months = 24
const days = 2 * 92
const drawnADay = 120
const drawnAMonth = 2500

/**
 * Puts the cells of a company that took in so many contacts in a year into the table of a stack, as they would stand
 * there, with its topics and the contacts that are their examples.
 */
export function fillInsights(dataDir: string, contacts: number, today: string): void {
  const data = join(dataDir, 'table')
  const bulk = bulkItems(data, tableIn(data))
  const random = new Random('insights-fill')
  for (let n = 0; n < days; n++) {
    const day = daysLater(today, -n)
    bulk.put(cellsOf(random, day, drawnADay, contacts / 365, ['day', 'hour']))
  }
  for (const day of middlesOfMonths(today))
    bulk.put(cellsOf(random, day, drawnAMonth, contacts / 12, ['month', 'year']))
  bulk.put(topicsOf(today).flatMap(itemsOfTopic))
  bulk.done()
}

function* middlesOfMonths(today: string): Generator<string> {
  let day = `${today.slice(0, 7)}-15`
  for (let n = 0; n < months; n++) {
    yield day
    day = `${daysLater(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-15`
  }
}

/** What so many contacts of a time add to its cells, told from fewer that are drawn. */
function cellsOf(random: Random, day: string, drawn: number, contacts: number, grains: readonly Grain[]): Item[] {
  const delta: Delta = new Map()
  for (let n = 0; n < drawn; n++) {
    const hour = `${day}T${String(random.between(7, 20)).padStart(2, '0')}`
    for (const atom of factsOf(random, { day, hour })) addAtom(delta, varied(random, atom), 1)
  }
  return [...delta].flatMap(([name, fields]) => {
    const cell = parseItemName(name)
    if (!grains.includes(cell.grain)) return []
    const counts = [...fields].map(([field, n]) => [field, Math.round((n * contacts) / drawn)] as const)
    return [{ ...reportKeys.cells(1, { ...cell, shard: 0 }), ...Object.fromEntries(counts) }]
  })
}

const topicIdOf = (name: string): string =>
  [name, `${name} `].map(text => fnv1a(text).toString(16).padStart(8, '0')).join('')

/** Who was answered writes again, and waits as long. */
const nextOf = ({ first, firstWorking }: Atom['buckets'] = {}): Atom['buckets'] => ({
  ...(first !== undefined && { next: first }),
  ...(firstWorking !== undefined && { nextWorking: firstWorking }),
})

/** One contact of five comes again, seven matters of ten are resolved at once; topics have ids as the table holds them. */
function varied(random: Random, atom: Atom): Atom {
  const { repeats7: _seven, repeats15: _fifteen, repeats30: _thirty, ...once } = atom.counts
  const again = random.chance(0.2) ? atom.counts : once
  const { firstContact, ...counts } = again
  const { topic, ...dims } = atom.dims
  const { firstAnswers, firstSeconds = 0, firstWorkingSeconds = 0 } = counts
  const waited = { nextAnswers: 1, nextSeconds: firstSeconds, nextWorkingSeconds: firstWorkingSeconds }
  return {
    ...atom,
    dims: { ...dims, ...(topic !== undefined && { topic: topicIdOf(topic) }) },
    counts: {
      ...counts,
      ...(firstContact !== undefined && random.chance(0.7) && { firstContact }),
      ...(firstAnswers !== undefined && waited),
    },
    ...(firstAnswers !== undefined && { buckets: { ...atom.buckets, ...nextOf(atom.buckets) } }),
  }
}

/** The topics that are drawn. */
const topicNames = Array.from({ length: 60 }, (_, n) => `topic-${n}`)
export const someTopic = topicIdOf('topic-0')

const topicsOf = (today: string): Topic[] =>
  topicNames.map((name, n) =>
    topicSchema.parse({
      ...{ v: 1, version: 1, id: topicIdOf(name), size: 1000 - n, pinned: false },
      ...{ terms: prose(n, 40).split(' ').slice(0, 4), example: prose(n, 120) },
      examples: Array.from({ length: 8 }, (_, at) => exampleOf(name, at, today)),
      ...{ foundAt: `${today}T00:00:00.000Z`, clusteredAt: `${today}T00:00:00.000Z` },
    }),
  )

const exampleOf = (name: string, at: number, today: string) => ({
  ...{ contactId: contactId(`${name} ${at}`), stream: streamName(alice) },
  sortAt: `${daysLater(today, -at)}T09:00:00.000Z`,
})

function itemsOfTopic(topic: Topic): Item[] {
  const contacts = topic.examples.map(({ contactId: id, ...place }, n) => {
    const at = { occurredAt: place.sortAt, receivedAt: place.sortAt }
    const contact = mail(id, { ...at, id, subject: topic.terms.join(' '), text: prose(n, 500) })
    return contactItem(id, { place, state: stateOf(contact) }, 1)
  })
  return [{ ...topic, ...topicKeys.topic(topic.id) }, ...contacts]
}
