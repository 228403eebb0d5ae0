import {
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses'
import type { Outcome, Request } from './request.ts'

const done: Outcome = { Status: 'SUCCESS' }

/**
 * Makes the rule set the active one of this account and region, unless another is: then nothing changes, and the
 * reason says what to run. Deleting turns it off if it is the active one, since SES deletes no active rule set.
 */
export async function settleActiveRuleSet(ses: SESClient, request: Request): Promise<Outcome> {
  const { RuleSetName } = request.ResourceProperties
  const { Metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand())
  const active = Metadata?.Name
  switch (request.RequestType) {
    case 'Create':
    case 'Update':
      if (active === RuleSetName) return done
      if (active !== undefined) return anotherIsActive(active, RuleSetName, await ses.config.region())
      await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }))
      return done
    case 'Delete':
      if (active === RuleSetName) await ses.send(new SetActiveReceiptRuleSetCommand())
      return done
  }
}

function anotherIsActive(active: string, ours: string, region: string): Outcome {
  const command = `aws ses set-active-receipt-rule-set --region ${region}`
  return {
    Status: 'FAILED',
    Reason: [
      `The SES receipt rule set "${active}" is active in ${region}, and only one can be. Nothing was changed.`,
      `To turn it off, which stops its mail, run "${command}" and deploy again.`,
      `To keep it for now, set mail.activation to manual in lib/config/stages.ts, deploy, and switch when ready with`,
      `"${command} --rule-set-name ${ours}".`,
    ].join(' '),
  }
}
