import { RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'

/**
 * The two secrets of a stage. Both stay when the stack is deleted. Changing `generateSecretString` of a secret makes a
 * new value at the next deploy: never touch that of `identity`.
 */
export class Secrets extends Construct {
  /** What providers sign with, as JSON (docs/runbook.md says how to fill it). Empty at first: every webhook is 401. */
  readonly sources: Secret
  /** `{"key": "<64 hex>"}`, the key of the HMAC that customer ids come from. */
  readonly identity: Secret
  /** What functions are told to read: the names, which are the same on one machine and in the cloud. */
  readonly names: { sources: string; identity: string }

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id)
    this.names = { sources: `throughline/${stage}/sources`, identity: `throughline/${stage}/identity` }
    this.sources = new Secret(this, 'Sources', {
      secretName: this.names.sources,
      description: 'What the sources of contacts sign with',
      secretStringValue: SecretValue.unsafePlainText('{}'),
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.identity = new Secret(this, 'Identity', {
      secretName: this.names.identity,
      description: 'The key that customer ids are made with. Must never change',
      generateSecretString: sixtyFourHex,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acknowledgeNoRotation(this.sources, 'Providers issue these secrets; they are replaced when a provider rotates one.')
    acknowledgeNoRotation(
      this.identity,
      'Customer ids are HMACs under this key: a new key would rename every customer.',
    )
  }
}

const sixtyFourHex = {
  secretStringTemplate: '{}',
  generateStringKey: 'key',
  passwordLength: 64,
  excludeUppercase: true,
  excludePunctuation: true,
  excludeCharacters: 'ghijklmnopqrstuvwxyz',
  requireEachIncludedType: false,
}

const acknowledgeNoRotation = (secret: Secret, reason: string): void =>
  Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason })
