import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { Table } from '../adapters/dynamodb/table.ts'
import { memoryTable } from '../adapters/memory/table.ts'
import { dynamoDbLocalFolder, hasJava, startDynamoDbLocal } from '../local/engines/dynamodb-local.ts'
import { startDynoxide } from '../local/engines/dynoxide.ts'
import { type StartedTable, startOnDisk, startThere } from './tables-on-disk.ts'

export { createTable, localClient, type StartedTable } from './tables-on-disk.ts'

type Engine = { name: string; start: () => Promise<StartedTable> }

/** Where Java is promised, as in CI, a suite that cannot run on DynamoDB Local fails instead of leaving it out. */
const javaPromised = process.env.THROUGHLINE_ENGINES === 'all'

/** Every engine that the table runs on here: memory, Dynoxide, and DynamoDB Local where Java is installed. */
export const engines: Engine[] = [
  { name: 'memory', start: startMemory },
  { name: 'Dynoxide', start: () => startOnDisk(startDynoxide) },
  ...(javaPromised || (dynamoDbLocalFolder() !== undefined && hasJava())
    ? [{ name: 'DynamoDB Local', start: startLocal }]
    : []),
]

/** Runs a suite of a store on every engine. `makeTable` makes an empty table for a test. */
export function describeOnEveryTable(name: string, suite: (makeTable: () => Promise<Table>) => void): void {
  describe.each(engines)(`${name} on $name`, engine => {
    let started: StartedTable | undefined
    beforeAll(async () => {
      started = await engine.start()
    })
    afterAll(() => started?.stop())
    suite(async () => {
      if (started === undefined) throw new Error('the engine is not started yet: make tables inside a test')
      return started.makeTable()
    })
  })
}

/** The one of the whole run, or one of its own. */
function startLocal(): Promise<StartedTable> {
  const endpoint = inject('dynamoDbLocal')
  return endpoint === undefined ? startOnDisk(startDynamoDbLocal) : startThere(endpoint)
}

async function startMemory(): Promise<StartedTable> {
  return { table: memoryTable(), makeTable: async () => memoryTable(), stop: async () => undefined }
}
