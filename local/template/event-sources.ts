import * as z from 'zod'
import { type FunctionPlan, functionOf } from './functions.ts'
import type { Resources } from './resolve.ts'

type EventSource = {
  /** The name of the function. */
  function: string
  batchSize: number
  windowSeconds: number
  partialFailures: boolean
  patterns: unknown[]
}

/** Messages of a queue for a function, in batches. */
export type QueueSource = EventSource & { queue: string; maximumConcurrency: number | undefined }

/**
 * The changes of a table for a function, in order. After `retries` a failing record is noted in `failureQueue` and left
 * behind; -1 tries for ever.
 */
export type StreamSource = EventSource & {
  table: string
  fromBeginning: boolean
  retries: number
  bisect: boolean
  failureQueue: string | undefined
}

const mappingSchema = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.number().optional(),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.looseObject({ Filters: z.array(z.looseObject({ Pattern: z.string() })).default([]) }).optional(),
  ScalingConfig: z.looseObject({ MaximumConcurrency: z.number().optional() }).optional(),
  StartingPosition: z.string().optional(),
  MaximumRetryAttempts: z.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  DestinationConfig: z.looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() }).optional(),
})

type Mapping = z.infer<typeof mappingSchema>

/** The event source mappings of our functions; a disabled one is left out. */
export function readEventSources(resources: Resources, functions: FunctionPlan[]) {
  const queueSources: QueueSource[] = []
  const streamSources: StreamSource[] = []
  for (const { properties } of resources.ofType('AWS::Lambda::EventSourceMapping')) {
    const mapping = mappingSchema.parse(properties)
    const target = functionOf(functions, mapping.FunctionName)
    if (!target || !mapping.Enabled) continue
    if (mapping.EventSourceArn.includes(':sqs:')) queueSources.push(queueSource(mapping, target))
    else if (mapping.EventSourceArn.includes(':dynamodb:')) streamSources.push(streamSource(mapping, target))
  }
  return { queueSources, streamSources }
}

const eventSource = (mapping: Mapping, target: FunctionPlan, batchSize: number): EventSource => ({
  function: target.name,
  batchSize: mapping.BatchSize ?? batchSize,
  windowSeconds: mapping.MaximumBatchingWindowInSeconds,
  partialFailures: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
  patterns: mapping.FilterCriteria?.Filters.map(({ Pattern }): unknown => JSON.parse(Pattern)) ?? [],
})

const queueSource = (mapping: Mapping, target: FunctionPlan): QueueSource => ({
  ...eventSource(mapping, target, 10),
  queue: lastPart(mapping.EventSourceArn),
  maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
})

function streamSource(mapping: Mapping, target: FunctionPlan): StreamSource {
  const destination = mapping.DestinationConfig?.OnFailure?.Destination
  return {
    ...eventSource(mapping, target, 100),
    table: mapping.EventSourceArn.split('/')[1] ?? '',
    fromBeginning: mapping.StartingPosition === 'TRIM_HORIZON',
    retries: mapping.MaximumRetryAttempts,
    bisect: mapping.BisectBatchOnFunctionError,
    failureQueue: destination === undefined ? undefined : lastPart(destination),
  }
}

const lastPart = (arn: string): string => arn.split(':').at(-1) ?? ''
