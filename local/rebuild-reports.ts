import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { archiveIndex } from '../adapters/dynamodb/archive-index.ts'
import { dynamoTable } from '../adapters/dynamodb/dynamo-table.ts'
import { listeningStore } from '../adapters/dynamodb/listening-store.ts'
import { everyCustomer, forgetGeneration } from '../adapters/dynamodb/report-generation.ts'
import { readReportSettings, writeReportSettings } from '../adapters/dynamodb/report-settings.ts'
import { reportStore } from '../adapters/dynamodb/report-store.ts'
import type { Table } from '../adapters/dynamodb/table.ts'
import { archivedReports } from '../core/archive/contributions.ts'
import { sumAgain } from '../core/listening/sum-again.ts'
import type { ProjectDeps } from '../core/report/project.ts'
import { projectAll } from '../core/report/project-all.ts'
import { rebuild } from '../core/report/rebuild.ts'
import { zoneSchema } from '../core/report/settings.ts'
import { pause } from '../functions/kit/pause.ts'
import { factReads, settingsKeptMs } from '../functions/kit/reports.ts'
import { lockData } from './data/lock.ts'
import { endWith } from './end-with.ts'
import { account } from './engines/account.ts'
import { startDynamoEngine } from './engines/dynamodb.ts'
import { startProgress } from './import/progress.ts'
import { readSettings } from './settings.ts'
import { StartError } from './start-error.ts'

const help = `npm run rebuild-reports -- [--zone <zone>] [--table <name> [--endpoint <address>]]

Makes all that reports are read from anew, from what is stored, beside what is read meanwhile; then the new figures are
read. What happens while it runs is counted, so the functions may go on. Doing it again does no harm; stopped half way, it
goes on where another begins. Mention counts that are not in the sums of their months yet are added to them.

options    --zone <zone>         the days of reports are of this time zone from then on, like Europe/London
           --table <name>        the table of a stage, with your AWS credentials; without it the one on this machine, whose
                                 stack must be stopped (THROUGHLINE_DATA, ./.throughline when not set)
           --endpoint <address>  of the table's DynamoDB, for another than AWS's
           --help                this text
`

type Opened = { table: Table; close: () => Promise<void> }

try {
  const { values } = parseArgs({
    options: {
      zone: { type: 'string' },
      table: { type: 'string' },
      endpoint: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(help)
  else await run(values.zone, values.table === undefined ? openLocal() : openStage(values.table, values.endpoint))
} catch (error) {
  endWith(error)
}

async function run(zone: string | undefined, opening: Promise<Opened>): Promise<void> {
  const wanted = zone === undefined ? undefined : zoneSchema.safeParse(zone)
  if (wanted?.success === false) throw new StartError(`There is no time zone ${zone}: write one like Europe/London.`)
  const { table, close } = await opening
  let told = ''
  const bar = startProgress('rebuilding reports', 'customers', process.stderr)
  try {
    const folded = await rebuild(
      {
        settings: () => readReportSettings(table),
        write: (next, was) => writeReportSettings(table, next, was),
        projecting: ({ number, zone: ofDays }) => projecting(table, number, ofDays),
        customers: current => everyCustomer(table, current),
        followed: () => wait(settingsKeptMs + 1000),
        forget: (old, customers) => forgetGeneration(table, old, customers),
        progress: bar.update,
      },
      wanted?.data,
    )
    const counts = await sumAgain(listeningStore(table))
    told = `${folded} customers were folded anew; reports are read from them now. ${counts} mention counts are in the sums of their months.`
  } finally {
    bar.stop()
    await close()
  }
  console.log(told)
}

/** Pieces of long histories, which functions leave to their queue, are folded at once. */
function projecting(table: Table, number: number, zone: string): ProjectDeps {
  const deps: ProjectDeps = {
    reads: factReads(table),
    generations: async () => [{ store: archivedReports(reportStore(table, number), archiveIndex(table), pause), zone }],
    queue: works => projectAll(deps, works),
    now: () => new Date().toISOString(),
    pause,
  }
  return deps
}

async function openLocal(): Promise<Opened> {
  const settings = readSettings(process.env)
  const free = lockData(settings.dataDir)
  const engine = await startDynamoEngine(settings.dataDir, settings.dynamoEndpoint)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: account.region, credentials })
  const { TableNames: [name] = [] } = await client.send(new ListTablesCommand({}))
  if (name === undefined) throw new StartError(`There is no table in ${settings.dataDir} yet: start the stack once.`)
  const close = async () => {
    await engine.stop()
    free()
  }
  return { table: dynamoTable(client, name), close }
}

async function openStage(name: string, endpoint: string | undefined): Promise<Opened> {
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint })
  return { table: dynamoTable(client, name), close: async () => client.destroy() }
}
