import * as z from 'zod'
import { AwsError, type AwsTarget, callAws } from '../../engines/aws-json.ts'
import type { Report } from '../../report.ts'
import type { TablePlan } from '../../template/tables.ts'
import { Loop } from '../loop.ts'

export type SweepSettings = {
  target: AwsTarget
  table: TablePlan
  timeToLive: string
  /** Seconds since 1970. */
  now: () => number
  /** Between two looks at up to `pageSize` items. */
  everyMs: number
  report: Report
}

const pageSize = 200

const keySchema = z.record(z.string(), z.unknown())
const pageSchema = z.looseObject({ Items: z.array(keySchema).default([]), LastEvaluatedKey: keySchema.optional() })
const createSchema = z.looseObject({ KeySchema: z.array(z.looseObject({ AttributeName: z.string() })) })

/**
 * Deletes items whose time has passed, as DynamoDB does within days: a small page at a time, with long pauses, because
 * a whole pass over a large table would keep its engine busy.
 */
export class ExpirySweep {
  #settings: SweepSettings
  #loop = new Loop()

  constructor(settings: SweepSettings) {
    this.#settings = settings
    this.#loop.run(() => this.#run())
  }

  stop(): Promise<void> {
    return this.#loop.stop()
  }

  async #run(): Promise<void> {
    let from: Record<string, unknown> | undefined
    while (await this.#loop.wait(this.#settings.everyMs)) {
      try {
        from = await this.#sweepPage(from)
      } catch (error) {
        const { report, table } = this.#settings
        report(`Expired items of ${table.name} cannot be deleted: ${error instanceof Error ? error.message : error}`)
      }
    }
  }

  async #sweepPage(from: Record<string, unknown> | undefined): Promise<Record<string, unknown> | undefined> {
    const { table, timeToLive, now } = this.#settings
    const keys = createSchema.parse(table.create).KeySchema.map(({ AttributeName }) => AttributeName)
    const names = Object.fromEntries(keys.map((key, at) => [`#k${at}`, key]))
    const condition = {
      TableName: table.name,
      ExpressionAttributeValues: { ':now': { N: `${now()}` } },
    }
    const page = pageSchema.parse(
      await this.#call('Scan', {
        ...condition,
        Limit: pageSize,
        FilterExpression: '#ttl <= :now',
        ProjectionExpression: Object.keys(names).join(', '),
        ExpressionAttributeNames: { ...names, '#ttl': timeToLive },
        ...(from && { ExclusiveStartKey: from }),
      }),
    )
    for (const Key of page.Items)
      await this.#remove({ ...condition, Key, ExpressionAttributeNames: { '#ttl': timeToLive } })
    return page.LastEvaluatedKey
  }

  /** Whoever gave the item a later time in between keeps it. */
  async #remove(input: Record<string, unknown>): Promise<void> {
    try {
      await this.#call('DeleteItem', { ...input, ConditionExpression: '#ttl <= :now' })
    } catch (error) {
      if (!(error instanceof AwsError) || error.name !== 'ConditionalCheckFailedException') throw error
    }
  }

  #call = (operation: string, input: unknown): Promise<unknown> =>
    callAws(this.#settings.target, `DynamoDB_20120810.${operation}`, input)
}
