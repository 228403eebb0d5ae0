import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { MailConfig } from '../config/schema.ts'
import type { Foundation } from '../stacks/foundation.ts'
import { acknowledgeObjectPatterns } from '../wildcard-exceptions.ts'
import type { IntakeBucket } from './intake-bucket.ts'
import { RuleSetActivation } from './rule-set-activation.ts'

export type MailIntakeProps = { foundation: Foundation; mail: MailConfig }

/**
 * SES receives the mail of each mailbox and stores it raw, under a key that names its source. The action has no key of
 * its own: with one, SES encrypts before it stores and every reader needs Amazon's encryption client (S3 action, SES
 * developer guide). The bucket's encryption applies.
 */
export class MailIntake extends Construct {
  readonly ruleSetName: string

  constructor(scope: Construct, id: string, { foundation, mail }: MailIntakeProps) {
    super(scope, id)
    this.ruleSetName = `throughline-${foundation.config.stage}`
    const ruleSet = new CfnReceiptRuleSet(this, 'RuleSet', { ruleSetName: this.ruleSetName })
    const writer = mailWriter(this, this.ruleSetName, foundation.bucket)
    const rules = this.rules(mail, foundation.bucket, writer)
    for (const rule of rules) rule.node.addDependency(ruleSet, writer)
    if (mail.activation === 'manual') return
    const activation = new RuleSetActivation(this, 'Activation', { foundation, ruleSetName: this.ruleSetName })
    activation.node.addDependency(ruleSet)
    // First of all, so that a deploy that stops here has not made anything that stays. It also gives IAM the time to
    // spread the writer's role, which SES tries out when a rule is made.
    foundation.table.node.addDependency(activation)
    foundation.bucket.node.addDependency(activation)
    foundation.archive.node.addDependency(activation)
  }

  /** One rule per mailbox, in their order. SES tries each by storing AMAZON_SES_SETUP_NOTIFICATION, itself a mail. */
  private rules({ mailboxes }: MailConfig, bucket: IntakeBucket, writer: Role): CfnReceiptRule[] {
    const rules: CfnReceiptRule[] = []
    for (const { source, address } of mailboxes) {
      const before = rules.at(-1)
      const s3Action = {
        bucketName: bucket.objects.bucketName,
        objectKeyPrefix: `payloads/mail-ses/${source}/`,
        iamRoleArn: writer.roleArn,
      }
      const rule = { name: source, recipients: [address], enabled: true, scanEnabled: true, actions: [{ s3Action }] }
      const after = before === undefined ? {} : { after: before.ref }
      rules.push(new CfnReceiptRule(this, source, { ruleSetName: this.ruleSetName, rule, ...after }))
    }
    return rules
  }
}

/** The role that SES stores mails with, for the rules of this rule set only. */
function mailWriter(scope: Construct, ruleSetName: string, bucket: IntakeBucket): Role {
  const { account } = Stack.of(scope)
  const rules = Stack.of(scope).formatArn({
    service: 'ses',
    resource: `receipt-rule-set/${ruleSetName}:receipt-rule/*`,
  })
  const role = new Role(scope, 'Writer', {
    assumedBy: new ServicePrincipal('ses.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': rules } },
    }),
  })
  const objects = [bucket.objects.arnForObjects('payloads/mail-ses/*')]
  role.addToPolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources: objects }))
  const keyUse = ['kms:GenerateDataKey', 'kms:Encrypt', 'kms:Decrypt']
  role.addToPolicy(new PolicyStatement({ actions: keyUse, resources: [bucket.key.keyArn] }))
  acknowledgeObjectPatterns(role, bucket.resource)
  return role
}
