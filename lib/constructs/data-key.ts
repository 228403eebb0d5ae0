import { RemovalPolicy } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'

/**
 * The customer managed key, rotated yearly, of everything that holds customers' words: the table, its stream and
 * backups, and the raw payloads. Disabling it closes them all at once. Kept when the stack is deleted: without it a
 * backup cannot be read. Why not the AWS managed key, and what it costs: docs/decisions/0041-one-key.md.
 */
export class DataKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      description: 'Throughline: customer contacts in the table and the intake bucket',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }
}
