import * as z from 'zod'
import { type FunctionPlan, functionOf } from './functions.ts'
import type { Resources } from './resolve.ts'

/** A function that runs by the clock; `expression` is `rate(…)` or `cron(…)`, in UTC. `input` replaces the event. */
export type Schedule = {
  name: string
  service: 'rule' | 'scheduler'
  expression: string
  function: string
  input: unknown
}

/** Inputs that are made of the event are not made here. */
const targetSchema = z.looseObject({
  Arn: z.string(),
  Input: z.string().optional(),
  InputPath: z.undefined('an InputPath is not followed by the local stack').optional(),
  InputTransformer: z.undefined('an InputTransformer is not run by the local stack').optional(),
})
const ruleSchema = z.looseObject({
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(targetSchema).default([]),
})
const scheduleSchema = z.looseObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.enum(['UTC', 'Etc/UTC'], 'the local stack runs schedules in UTC').default('UTC'),
  State: z.string().default('ENABLED'),
  Target: targetSchema,
})

/** The rules of EventBridge with a schedule and the schedules of EventBridge Scheduler that call our functions. */
export function readSchedules(resources: Resources, functions: FunctionPlan[]): Schedule[] {
  const rules = resources
    .ofType('AWS::Events::Rule')
    .map(({ ref, properties }) => ({ name: ref, service: 'rule' as const, ...ruleSchema.parse(properties) }))
  const schedules = resources.ofType('AWS::Scheduler::Schedule').map(({ ref, properties }) => {
    const { Target, ...rest } = scheduleSchema.parse(properties)
    return { name: ref, service: 'scheduler' as const, ...rest, Targets: [Target] }
  })
  return [...rules, ...schedules].flatMap(({ name, service, ScheduleExpression, State, Targets }) => {
    if (ScheduleExpression === undefined || State !== 'ENABLED') return []
    return Targets.flatMap(({ Arn, Input }) => {
      const target = functionOf(functions, Arn)
      const input: unknown = Input === undefined ? undefined : JSON.parse(Input)
      return target ? [{ name, service, expression: ScheduleExpression, function: target.name, input }] : []
    })
  })
}
