import * as z from 'zod'
import type { Resources } from './resolve.ts'

/** A statement of an identity policy. `conditional`: it has conditions, which the local stack does not evaluate. */
export type Statement = {
  allows: boolean
  actions: string[]
  notActions: string[]
  resources: string[]
  notResources: string[]
  conditional: boolean
}

const oneOrMore = z.union([z.string().transform(one => [one]), z.array(z.string())]).default([])

const statementSchema = z
  .looseObject({
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMore,
    NotAction: oneOrMore,
    Resource: oneOrMore,
    NotResource: oneOrMore,
    Condition: z.unknown().optional(),
  })
  .transform(
    ({ Effect, Action, NotAction, Resource, NotResource, Condition }): Statement => ({
      allows: Effect === 'Allow',
      actions: Action,
      notActions: NotAction,
      resources: Resource,
      notResources: NotResource,
      conditional: Condition !== undefined,
    }),
  )

const documentSchema = z.looseObject({
  Statement: z.union([z.array(statementSchema), statementSchema.transform(one => [one])]),
})

const policySchema = z.looseObject({ PolicyDocument: documentSchema, Roles: z.array(z.string()).default([]) })
const roleSchema = z.looseObject({ Policies: z.array(z.looseObject({ PolicyDocument: documentSchema })).default([]) })

/** The statements of each role, by the role's ARN: those in policies attached to it and those written inside it. */
export function readStatements(resources: Resources): Map<string, Statement[]> {
  const policies = resources
    .ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')
    .map(({ properties }) => policySchema.parse(properties))
  return new Map(
    resources.ofType('AWS::IAM::Role').map(({ ref, properties, arn }) => {
      const own = roleSchema.parse(properties).Policies
      const attached = policies.filter(({ Roles }) => Roles.includes(ref))
      return [arn, [...own, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement)]
    }),
  )
}
