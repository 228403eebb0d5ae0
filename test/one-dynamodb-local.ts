import type { TestProject } from 'vitest/node'
import { startDynamoDbLocal } from '../local/engines/dynamodb-local.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the DynamoDB Local of the whole run listens. */
    dynamoDbLocal: string | undefined
  }
}

/**
 * Where all engines are promised, as in CI, one DynamoDB Local serves every suite of the run: starting Java and warming it
 * for each would take longer than the tests. Otherwise a suite starts its own.
 */
export default async function oneForAll({ provide }: TestProject): Promise<() => Promise<void>> {
  if (process.env.THROUGHLINE_ENGINES !== 'all') {
    provide('dynamoDbLocal', undefined)
    return async () => undefined
  }
  const engine = await startDynamoDbLocal({ dataDir: undefined })
  provide('dynamoDbLocal', engine.endpoint)
  return engine.stop
}
