import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { CfnUserPoolGroup, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'

/** Every role of the API, each a group; a token carries those of its person in `cognito:groups`. */
const roles = {
  agent: 'Customer service: conversations, timelines, links, replies',
  social: 'The social team: the same, for public contacts',
  marketing: 'Insight reports; personal data masked unless granted',
  operator: 'Sources, imports, replay, export and erasure',
  admin: 'Everything',
}

/** The colleagues who may sign in. An administrator invites them; nobody signs up alone. */
export class UserPoolWithRoles extends Construct {
  readonly pool: UserPool
  readonly client: UserPoolClient

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id)
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `throughline-${config.stage}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      passwordPolicy: { ...strongPassword, tempPasswordValidity: Duration.days(3) },
      mfa: config.multiFactor === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: config.protectData,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.client = this.pool.addClient('Console', {
      authFlows: { userSrp: true },
      disableOAuth: true,
      generateSecret: false,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.minutes(60),
      idTokenValidity: Duration.minutes(60),
      refreshTokenValidity: Duration.days(1),
    })
    for (const [groupName, description] of Object.entries(roles)) {
      new CfnUserPoolGroup(this, groupName, { userPoolId: this.pool.userPoolId, groupName, description })
    }
    this.acknowledge(config)
  }

  private acknowledge(config: StageConfig): void {
    const plus = 'The plus tier costs per colleague and month; passwords are long and a second factor is supported.'
    Validations.of(this.pool).acknowledge({ id: 'AwsSolutions-COG8', reason: plus })
    if (config.multiFactor === 'required') return
    const optional = `multiFactor is optional in stage ${config.stage}, which holds no real customers.`
    Validations.of(this.pool).acknowledge({ id: 'AwsSolutions-COG2', reason: optional })
  }
}

const strongPassword = {
  minLength: 14,
  requireLowercase: true,
  requireUppercase: true,
  requireDigits: true,
  requireSymbols: true,
}
