import type { SESClient } from '@aws-sdk/client-ses'
import { settleActiveRuleSet } from './active-rule-set.ts'
import { type Outcome, type Request, requestSchema } from './request.ts'

export type Dependencies = { ses: SESClient }

/**
 * Does what CloudFormation asks and tells it how that ended, whatever happens: without an answer a deploy waits for an
 * hour. Throws only when CloudFormation cannot be told.
 */
export async function answerRequest({ ses }: Dependencies, event: unknown): Promise<void> {
  const request = requestSchema.parse(event)
  await tell(request, await settled(ses, request))
}

async function settled(ses: SESClient, request: Request): Promise<Outcome> {
  try {
    return await settleActiveRuleSet(ses, request)
  } catch (error) {
    return { Status: 'FAILED', Reason: `SES refused: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** The URL is presigned for an empty content type ("Custom resource response objects"). */
async function tell(request: Request, outcome: Outcome): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, ResponseURL, ResourceProperties } = request
  const PhysicalResourceId = ResourceProperties.RuleSetName
  const body = JSON.stringify({ ...outcome, StackId, RequestId, LogicalResourceId, PhysicalResourceId })
  const response = await fetch(ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body })
  if (!response.ok) throw new Error(`CloudFormation took no answer: ${response.status}`)
}
