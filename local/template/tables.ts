import * as z from 'zod'
import type { Resources } from './resolve.ts'

/** A table as DynamoDB's CreateTable wants it, and the attribute whose time ends an item. */
export type TablePlan = { name: string; create: Record<string, unknown>; timeToLive: string | undefined }

const tableSchema = z.looseObject({
  KeySchema: z.array(z.unknown()),
  AttributeDefinitions: z.array(z.unknown()),
  GlobalSecondaryIndexes: z
    .array(
      z.looseObject({ IndexName: z.string(), KeySchema: z.array(z.unknown()), Projection: z.unknown().optional() }),
    )
    .optional(),
  StreamSpecification: z.looseObject({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.looseObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
})

/** The tables, always paid by request: provisioned capacity has no meaning on one machine. */
export function readTables(resources: Resources): TablePlan[] {
  return resources.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(({ ref, properties }) => {
    const { GlobalSecondaryIndexes, StreamSpecification, TimeToLiveSpecification, ...rest } =
      tableSchema.parse(properties)
    return {
      name: ref,
      create: {
        TableName: ref,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: rest.KeySchema,
        AttributeDefinitions: rest.AttributeDefinitions,
        ...(GlobalSecondaryIndexes && {
          GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
            IndexName,
            KeySchema,
            Projection,
          })),
        }),
        ...(StreamSpecification && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: StreamSpecification.StreamViewType },
        }),
      },
      timeToLive: TimeToLiveSpecification?.Enabled ? TimeToLiveSpecification.AttributeName : undefined,
    }
  })
}
