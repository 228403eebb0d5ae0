import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'

/** What DynamoDB charged, by its own account, and how many calls it answered. */
export type Consumed = { readUnits: number; writeUnits: number; calls: number }

const capacitySchema = z.looseObject({ CapacityUnits: z.number().default(0) })
const outputSchema = z.looseObject({
  ConsumedCapacity: z.union([capacitySchema.transform(one => [one]), z.array(capacitySchema)]).default([]),
})

const readers = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand'])

/** Makes a client ask for what each call consumes, and adds it up from here on. */
export function watchConsumption(client: DynamoDBClient): { since: <T>(work: () => Promise<T>) => Promise<Consumed> } {
  const total: Consumed = { readUnits: 0, writeUnits: 0, calls: 0 }
  client.middlewareStack.add(
    (next, context) => async args => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const answer = await next(args)
      const units = outputSchema.parse(answer.output).ConsumedCapacity.reduce((sum, one) => sum + one.CapacityUnits, 0)
      total.calls++
      if (readers.has(context.commandName ?? '')) total.readUnits += units
      else total.writeUnits += units
      return answer
    },
    { step: 'initialize' },
  )
  return {
    since: async work => {
      const before = { ...total }
      await work()
      return {
        readUnits: total.readUnits - before.readUnits,
        writeUnits: total.writeUnits - before.writeUnits,
        calls: total.calls - before.calls,
      }
    },
  }
}
