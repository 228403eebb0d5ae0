import * as z from 'zod'

/**
 * What CloudFormation asks of a custom resource (CloudFormation user guide, "Custom resource request objects"): the
 * answer goes to the presigned `ResponseURL`.
 */
export const requestSchema = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url({ protocol: /^https?$/ }),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.object({ RuleSetName: z.string().min(1) }),
})

export type Request = z.infer<typeof requestSchema>

/** How it ended; `reason` is printed by the deploy. */
export type Outcome = { Status: 'SUCCESS' } | { Status: 'FAILED'; Reason: string }
