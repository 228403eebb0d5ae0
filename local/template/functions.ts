import * as z from 'zod'
import { arnOf } from '../engines/account.ts'
import { StartError } from '../start-error.ts'
import { readStatements, type Statement } from './policies.ts'
import type { Resource, Resources } from './resolve.ts'

/** One function: where its bundle lies, what `handler` of which file runs, and what it may use. */
export type FunctionPlan = {
  /** The folder in functions/, as people know it. */
  name: string
  arn: string
  bundle: string
  handler: string
  environment: Record<string, string>
  timeoutSeconds: number
  memoryMb: number
  /** The most instances at once that the template allows. */
  reservedConcurrency: number | undefined
  statements: Statement[]
}

const propertiesSchema = z.looseObject({
  Runtime: z.string().optional(),
  Handler: z.string(),
  Code: z.looseObject({ S3Key: z.string() }),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  ReservedConcurrentExecutions: z.number().optional(),
  Role: z.string(),
})

/** The functions that run on Node.js; those of aws-cdk-lib's own custom resources in other languages do not concern us. */
export function readFunctions(resources: Resources): FunctionPlan[] {
  const statements = readStatements(resources)
  return resources
    .ofType('AWS::Lambda::Function')
    .filter(({ properties }) => `${properties.Runtime}`.startsWith('nodejs') && isAsset(properties.Code))
    .map(resource => readFunction(resource, role => statements.get(role) ?? []))
}

const isAsset = (code: unknown): boolean => z.looseObject({ S3Key: z.string() }).safeParse(code).success

function readFunction(resource: Resource, statementsOf: (role: string) => Statement[]): FunctionPlan {
  const properties = propertiesSchema.parse(resource.properties)
  const bundle = resource.stack.assets.get(properties.Code.S3Key)
  if (bundle === undefined)
    throw new StartError(`${resource.id}: its code ${properties.Code.S3Key} is not among the synthesized assets`)
  return {
    name: resource.ref.replace(`${resource.stack.name}-`, ''),
    arn: arnOf('lambda', `function:${resource.ref}`),
    bundle,
    handler: properties.Handler,
    environment: properties.Environment?.Variables ?? {},
    timeoutSeconds: properties.Timeout,
    memoryMb: properties.MemorySize,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    statements: statementsOf(properties.Role),
  }
}

/** The function that an ARN, an integration address or a name speaks of. */
export const functionOf = (functions: FunctionPlan[], reference: string): FunctionPlan | undefined =>
  functions.find(({ arn }) => reference.includes(arn) || arn.endsWith(`function:${reference}`))
