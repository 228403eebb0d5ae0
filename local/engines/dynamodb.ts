import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { dynamoDbLocalFolder, hasJava, startDynamoDbLocal } from './dynamodb-local.ts'
import { type DynamoEngine, dynoxideBinary, startDynoxide } from './dynoxide.ts'

/** What this machine offers to run the table on. */
export type Offer = { endpoint: string | undefined; dynoxide: boolean; dynamoDbLocal: boolean; java: boolean }

export type EngineChoice = { engine: 'endpoint' | 'dynoxide' | 'dynamodb-local'; why: string }

/**
 * Which DynamoDB to use: the one the operator named, else the Dynoxide binary, else Amazon's DynamoDB Local with Java.
 * Throws `StartError` that says what to install when there is none.
 */
export function chooseEngine(offer: Offer): EngineChoice {
  if (offer.endpoint !== undefined) return { engine: 'endpoint', why: `DYNAMODB_ENDPOINT is ${offer.endpoint}` }
  if (offer.dynoxide) return { engine: 'dynoxide', why: 'its binary is published for this platform' }
  if (offer.dynamoDbLocal && offer.java)
    return {
      engine: 'dynamodb-local',
      why: 'there is no Dynoxide binary for this platform. It listens on every network interface: let a firewall block its port',
    }
  throw new StartError(
    `There is no DynamoDB engine for ${process.platform}-${process.arch}. Install Java 17 or newer and run npm ci again (with Node 22.22 or newer) to use Amazon's DynamoDB Local, or set DYNAMODB_ENDPOINT to a running one, like http://127.0.0.1:8000.`,
  )
}

/** Starts (or joins) the DynamoDB of this machine, with its files under `dataDir`. */
export async function startDynamoEngine(
  dataDir: string,
  endpoint: string | undefined,
): Promise<DynamoEngine & { why: string }> {
  const dynoxide = dynoxideBinary() !== undefined
  const fallback = endpoint === undefined && !dynoxide
  const offer = {
    endpoint,
    dynoxide,
    dynamoDbLocal: fallback && dynamoDbLocalFolder() !== undefined,
    java: fallback && hasJava(),
  }
  const { engine, why } = chooseEngine(offer)
  return { ...(await start(engine, dataDir, endpoint)), why }
}

async function start(engine: EngineChoice['engine'], dataDir: string, endpoint = ''): Promise<DynamoEngine> {
  switch (engine) {
    case 'endpoint':
      return { name: 'your own DynamoDB', endpoint, stop: async () => undefined }
    case 'dynoxide':
      return startDynoxide({ dataDir: join(dataDir, 'table') })
    case 'dynamodb-local':
      return startDynamoDbLocal({ dataDir: join(dataDir, 'table-dynamodb-local') })
  }
}
