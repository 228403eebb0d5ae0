import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { readSigns } from '../../core/conversation/read-signs.ts'
import type { Signs } from '../../core/conversation/signs.ts'
import type { Delta } from '../../core/report/cells.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { type Fault, faultyTable } from '../../test/identity/faulty-table.ts'
import { type Company, differences, makeCompany, withoutBuckets } from '../../test/report/company.ts'
import { makeLife } from '../../test/report/life.ts'
import { splitTable } from '../../test/report/split-table.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import type { Figure, Measure } from '../measure.ts'
import { Random } from '../world/random.ts'

const contacts = Number(process.env.REPORT_PROOF_CONTACTS ?? 1000)

/** A customer is merged, and another taken apart, once in so many contacts: 2,000 times each in 100,000. */
const mergeEvery = 50

/** How many contacts there are between two times that reports are told what waits, and how many messages at a time. */
const between = Math.min(10_000, contacts)
const batch = 45_000

/**
 * Rollups against a full recompute. Every contact is delivered one to three times, a tenth of them late by up to forty
 * days; contacts are edited and deleted, customers merged and unmerged, matters resolved and handed over. Changes are told
 * to reports shuffled, some twice, on a table that throttles, loses answers and refuses transactions. Contacts,
 * conversations and identity lie in memory; what reports keep lies on Dynoxide.
 */
export const reportProof: Measure = {
  name: 'report-proof',
  about: `rollups against a full recompute after ${contacts} contacts (REPORT_PROOF_CONTACTS)`,
  run,
}

async function run(): Promise<Figure[]> {
  const { client, stop } = await startOnDisk(startDynoxide)
  if (client === undefined) throw new Error('the engine has no client')
  try {
    const random = new Random('report-proof')
    const table = splitTable(memoryTable(), await createTable(client, 'reports', false))
    const reportTable = (inner: Table) => faultyTable(inner, () => nextFault(random))
    const company = makeCompany({ table, reportTable, batch })
    const begun = performance.now()
    company.world.deps.read = readOnce()
    await live(company, random)
    const { wanted, wrong } = await compared(company)
    const cells = [...wanted.values()].reduce((sum, { size }) => sum + size, 0)
    return [
      { name: `cells compared, after ${contacts} contacts`, value: cells, unit: 'cells' },
      { name: 'cells that differ from a full recompute', value: wrong.length, unit: 'cells', reach: { most: 0 } },
      { name: 'time of it all', value: (performance.now() - begun) / 60_000, unit: 'minutes' },
    ]
  } finally {
    await stop()
  }
}

/** The same few texts are written again and again: what one says on a day is read once. */
function readOnce(): (contact: Contact) => Promise<Signs> {
  const known = new Map<string, Signs>()
  return async contact => {
    const { id, text, subject, direction, language, occurredAt } = contact
    const name = JSON.stringify([text, subject, direction, language, occurredAt.slice(0, 10)])
    const signs = known.get(name) ?? readSigns(contact, 'GB')
    known.set(name, signs)
    return { ...signs, ...(signs.promise && { promise: { ...signs.promise, madeAt: occurredAt, contactId: id } }) }
  }
}

async function compared(company: Company): Promise<{ wanted: Delta; wrong: string[] }> {
  const [kept, wanted] = [await company.kept(), withoutBuckets(await company.recomputed())]
  const wrong = differences(kept, wanted)
  for (const one of wrong.slice(0, 20)) process.stderr.write(`  ${one}\n`)
  return { wanted, wrong }
}

const nextFault = (random: Random): Fault =>
  random.weighted([
    ['none', 97],
    ['throttled', 1],
    ['lost answer', 1],
    ['conflict', 1],
  ])

async function live(company: Company, random: Random): Promise<void> {
  const life = makeLife(company, random, { people: Math.ceil(contacts / 6), days: 60, contacts, jitter: 0.5 })
  for (let n = 1; n <= contacts; n++) {
    await life.happen(mergeEvery)
    if (n % 20 === 0) await company.joinConversations()
    if (n % between > 0 && n < contacts) continue
    await company.joinConversations()
    await company.drain(random, () => (random.chance(0.3) ? 2 : 1))
    const half = n === contacts / 2 ? `, ${(await compared(company)).wrong.length} cells differ` : ''
    process.stderr.write(`  ${n} contacts, ${company.customers.size} customers${half}\n`)
  }
}
