import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { act } from '../../core/conversation/act.ts'
import { sentiments } from '../../core/report/facts.ts'
import { projectMessages } from '../../core/report/gather.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { type Company, makeCompany } from '../../test/report/company.ts'
import { splitTable } from '../../test/report/split-table.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import { watchConsumption } from '../consumed.ts'
import type { Figure, Measure } from '../measure.ts'
import { Random } from '../world/random.ts'
import { worldContacts } from './world-contacts.ts'

/** The first day of a month of so many contacts: what is projected together came within minutes, as it does under load. */
const month = 60_000
const contacts = 1000

/** What it costs, and how long it takes, to keep reports of a company's contacts that are recorded already. */
export const reportProjection: Measure = {
  name: 'report-projection',
  about: 'units and time to keep the reports of a contact',
  run,
}

async function run(): Promise<Figure[]> {
  const { client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  const watch = watchConsumption(client)
  try {
    const figures: Figure[] = []
    for (const batch of [25, 100]) {
      const reports = await createTable(client, `reports-${batch}`, false)
      const units = await watch.since(() => project(batch, splitTable(memoryTable(), reports)))
      const reach = { reach: { most: 12 } }
      figures.push({ name: `batches of ${batch}`, value: units.writeUnits / contacts, unit: 'WCU', ...reach })
      figures.push({ name: `batches of ${batch}: vectors read`, value: units.readUnits / contacts, unit: 'RCU' })
    }
    return [...figures, await rate()]
  } finally {
    await stop()
  }
}

async function rate(): Promise<Figure> {
  const seconds = await project(100, memoryTable())
  return {
    name: 'in one process, memory store, by its processor time',
    value: contacts / seconds,
    unit: 'contacts/s',
    reach: { least: 1500 },
  }
}

/** Records contacts, brings them into conversations, and projects after each batch; the seconds of a processor that projecting took. */
async function project(batch: number, table: Table): Promise<number> {
  const company = makeCompany({ table })
  const random = new Random('report-projection')
  let recorded = 0
  let ms = 0
  for await (const contact of worldContacts(month)) {
    await record(company, random, contact)
    recorded++
    if (recorded % batch > 0 && recorded < contacts) continue
    await company.joinConversations()
    const messages = company.waiting.reports.splice(0)
    const begun = process.cpuUsage()
    const failed = (await projectMessages(company.deps, messages)).find(error => error !== undefined)
    if (failed) throw failed
    const { user, system } = process.cpuUsage(begun)
    ms += (user + system) / 1000
    if (recorded >= contacts) break
  }
  return ms / 1000
}

const agents = Array.from({ length: 12 }, (_, n) => `agent-${n}`)
const topics = Array.from({ length: 30 }, (_, n) => `topic-${n}`)

/** A contact, read, and in the hands of somebody; most matters are resolved with the second contact of theirs. */
export async function record(company: Company, random: Random, contact: Contact): Promise<void> {
  const { world, insights } = company
  world.clock.now = contact.receivedAt
  insights.set(contact.id, {
    topic: topics[Math.floor(30 * random.next() ** 2)] ?? 'other',
    sentiment: random.pick(sentiments),
  })
  await world.record(contact)
  if (!random.chance(0.5)) return
  await company.joinConversations()
  const conversation = await world.conversationOf(contact)
  if (conversation === undefined) return
  const does = random.chance(0.5)
    ? { do: 'assign' as const, assignee: random.pick(agents), team: random.pick(['care', 'social', 'sales']) }
    : { do: 'status' as const, status: 'resolved' as const }
  await act(world.deps, conversation.id, does, { actor: 'anna' })
}
