import type { Table } from '../../adapters/dynamodb/table.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { type Fault, faultyTable } from '../../test/identity/faulty-table.ts'
import { differences, makeCompany, withoutBuckets } from '../../test/report/company.ts'
import { makeLife } from '../../test/report/life.ts'
import { splitTable } from '../../test/report/split-table.ts'
import { createTable, startOnDisk } from '../../test/tables-on-disk.ts'
import type { Figure, Measure } from '../measure.ts'
import { Random } from '../world/random.ts'

const contacts = Number(process.env.REPORT_PROOF_CONTACTS ?? 1000)

/** A customer is merged, and another taken apart, once in so many contacts: 2,000 times each in 100,000. */
const mergeEvery = 50

/** How many contacts there are between two times that reports are told what waits. */
const between = Math.min(4000, contacts)

/** So many messages are projected together, and so many times that at once, as several functions do. */
const batch = 4000
const atOnce = 3

/**
 * Rollups against a full recompute. Every contact is delivered one to three times, a tenth of them late by up to forty
 * days; contacts are edited and deleted, customers merged and unmerged, matters resolved and handed over. Changes are told
 * to reports shuffled, some twice, on a table that throttles, loses answers and refuses transactions. Contacts,
 * conversations and identity lie in memory; what reports keep lies on Dynoxide, and three workers write it at once.
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
    await live(company, random)
    const [kept, wanted] = [await company.kept(), withoutBuckets(await company.recomputed())]
    const wrong = differences(kept, wanted)
    for (const one of wrong.slice(0, 20)) process.stderr.write(`  ${one}\n`)
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

const nextFault = (random: Random): Fault =>
  random.weighted([
    ['none', 97],
    ['throttled', 1],
    ['lost answer', 1],
    ['conflict', 1],
  ])

async function live(company: ReturnType<typeof makeCompany>, random: Random): Promise<void> {
  const life = makeLife(company, random, { people: Math.ceil(contacts / 6), days: 60, contacts, jitter: 0.5 })
  for (let n = 1; n <= contacts; n++) {
    await life.happen(mergeEvery)
    if (n % 20 === 0) await company.joinConversations()
    if (n % between > 0 && n < contacts) continue
    await company.joinConversations()
    await company.drain(random, () => (random.chance(0.3) ? 2 : 1), atOnce)
    process.stderr.write(`  ${n} contacts, ${company.customers.size} customers\n`)
  }
}
