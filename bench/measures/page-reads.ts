import { contactItem } from '../../adapters/dynamodb/entry-item.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { stateOf } from '../../core/contact/contact-state.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import { mail } from '../../test/timeline/contacts.ts'
import { watchConsumption } from '../consumed.ts'
import { type Figure, type Measure, median } from '../measure.ts'
import { prose } from './mails.ts'

const histories = [100, 10_000, 100_000]
const reads = 60

/** The newest page costs the same however long the history is. */
export const pageReads: Measure = {
  name: 'page-reads',
  about: 'units and time of the newest page, by length of history',
  run,
}

async function run(): Promise<Figure[]> {
  const { client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  const table = await createTable(client, 'history', false)
  const watch = watchConsumption(client)
  const store = timelineStore(table, Date.now)
  try {
    for (const history of histories) await fill(table, history)
    const pages = []
    for (const streams of [1, 4]) for (const history of histories) pages.push(await page(streams, history))
    return [...pages.flatMap(figuresOf), ...flatness(pages)]
  } finally {
    await stop()
  }

  async function page(streams: number, history: number): Promise<Page> {
    const members = Array.from({ length: streams }, (_, n) => ({ stream: streamOf(history, n), asserted: false }))
    const read = () => readTimeline(store, members, { limit: 25 })
    const times: number[] = []
    for (let n = 0; n < reads; n++) {
      const before = performance.now()
      await read()
      times.push(performance.now() - before)
    }
    return { streams, history, units: (await watch.since(read)).readUnits, milliseconds: median(times) }
  }
}

type Page = { streams: number; history: number; units: number; milliseconds: number }

const streamOf = (history: number, n: number): string => `email:alice${n}.${history}@example.com`

/** Four streams of that length each, put side by side without the path that usually writes them. */
async function fill(table: Table, history: number): Promise<void> {
  for (let n = 0; n < 4; n++) {
    for (let at = 0; at < history; at += 2000) {
      const count = Math.min(2000, history - at)
      await table.putAll(Array.from({ length: count }, (_, i) => entry(streamOf(history, n), at + i)))
    }
    process.stderr.write(`  stream ${n + 1} of 4 with ${history} entries written\n`)
  }
}

function entry(stream: string, at: number) {
  const time = new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString()
  const contact = mail(`${stream} ${at}`, { text: prose(at, 1024), occurredAt: time, receivedAt: time })
  return contactItem(contact.id, { place: { stream, sortAt: time }, state: stateOf(contact) }, 1)
}

const figuresOf = ({ streams, history, units, milliseconds }: Page): Figure[] => [
  {
    name: `newest 25 of ${streams} stream(s) of ${history} entries: per stream`,
    value: units / streams,
    unit: 'RCU',
    reach: { most: 4 },
  },
  { name: `newest 25 of ${streams} stream(s) of ${history} entries: median time`, value: milliseconds, unit: 'ms' },
]

/** The longest history against the shortest, as a ratio of the same run. */
const flatness = (pages: Page[]): Figure[] =>
  [1, 4].flatMap(streams => {
    const [short, , long] = pages.filter(page => page.streams === streams)
    if (short === undefined || long === undefined) return []
    return [
      {
        name: `${streams} stream(s), 100,000 against 100 entries: units`,
        value: long.units / short.units,
        unit: 'ratio',
        reach: { most: 1.1 },
      },
      {
        name: `${streams} stream(s), 100,000 against 100 entries: time`,
        value: long.milliseconds / short.milliseconds,
        unit: 'ratio',
        reach: { most: 1.1 },
      },
    ]
  })
