import { Construct } from 'constructs'
import type { StageConfig } from '../config/schema.ts'
import { Alarms } from '../constructs/alarms.ts'
import { Archive } from '../constructs/archive.ts'
import { DataKey } from '../constructs/data-key.ts'
import { IntakeBucket } from '../constructs/intake-bucket.ts'
import { Queues } from '../constructs/queues.ts'
import { Secrets } from '../constructs/secrets.ts'
import { TimelineTable } from '../constructs/timeline-table.ts'

/** Everything that keeps something, and the alarms: what the functions stand on. */
export class Foundation extends Construct {
  readonly config: StageConfig
  readonly alarms: Alarms
  readonly table: TimelineTable
  readonly queues: Queues
  readonly bucket: IntakeBucket
  readonly archive: Archive
  readonly secrets: Secrets

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id)
    this.config = config
    this.alarms = new Alarms(this, 'Alarms', config)
    const { key } = new DataKey(this, 'DataKey')
    this.table = new TimelineTable(this, 'Timeline', { key, alarms: this.alarms, protect: config.protectData })
    this.queues = new Queues(this, 'Queues', { stage: config.stage, alarms: this.alarms })
    const { record, split } = this.queues
    this.bucket = new IntakeBucket(this, 'Intake', { config, key, recordQueue: record.queue, splitQueue: split.queue })
    this.archive = new Archive(this, 'Archive', { config, key })
    this.secrets = new Secrets(this, 'Secrets', config.stage)
  }
}
