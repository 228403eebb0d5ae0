import * as z from 'zod'
import { StartError } from '../start-error.ts'
import type { TablePlan } from '../template/tables.ts'
import { AwsError, type AwsTarget, callAws } from './aws-json.ts'

const descriptionSchema = z.looseObject({
  Table: z.looseObject({
    TableStatus: z.string(),
    LatestStreamArn: z.string().optional(),
    KeySchema: z.array(z.unknown()),
    GlobalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string() })).default([]),
  }),
})

type Description = z.infer<typeof descriptionSchema>['Table']

/**
 * Creates the table of the template, or checks that the one on disk has its shape. Answers the ARN of its stream, if it
 * has one. Throws `StartError` when the data directory holds a table of another shape.
 */
export async function ensureTable(target: AwsTarget, plan: TablePlan): Promise<string | undefined> {
  const existing = await describe(target, plan.name)
  if (existing) checkShape(plan, existing)
  else await create(target, plan)
  return (existing ?? (await describe(target, plan.name)))?.LatestStreamArn
}

async function create(target: AwsTarget, plan: TablePlan): Promise<void> {
  await callAws(target, 'DynamoDB_20120810.CreateTable', plan.create)
  while ((await describe(target, plan.name))?.TableStatus !== 'ACTIVE')
    await new Promise(resolve => setTimeout(resolve, 20))
  if (plan.timeToLive === undefined) return
  const TimeToLiveSpecification = { AttributeName: plan.timeToLive, Enabled: true }
  await callAws(target, 'DynamoDB_20120810.UpdateTimeToLive', { TableName: plan.name, TimeToLiveSpecification })
}

async function describe(target: AwsTarget, name: string): Promise<Description | undefined> {
  try {
    return descriptionSchema.parse(await callAws(target, 'DynamoDB_20120810.DescribeTable', { TableName: name })).Table
  } catch (error) {
    if (error instanceof AwsError && error.name === 'ResourceNotFoundException') return undefined
    throw error
  }
}

const shapeSchema = z.looseObject({
  KeySchema: z.unknown(),
  GlobalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string() })).default([]),
})

function checkShape(plan: TablePlan, existing: Description): void {
  const wanted = shapeSchema.parse(plan.create)
  const shape = (one: { KeySchema: unknown; GlobalSecondaryIndexes: { IndexName: string }[] }) =>
    JSON.stringify([one.KeySchema, one.GlobalSecondaryIndexes.map(({ IndexName }) => IndexName).sort()])
  if (shape(wanted) === shape(existing)) return
  throw new StartError(
    `The table ${plan.name} in the data directory has keys or indexes of another version of Throughline. Start with another THROUGHLINE_DATA, or with the version that made it.`,
  )
}
