import { account, arnOf } from '../../engines/account.ts'
import type { Schedule } from '../../template/schedules.ts'

/**
 * What EventBridge sends when a rule's time has come, unless the rule has an input of its own:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/event-reference.html. The time has no fraction of a second.
 */
export const scheduledEvent = ({ name, input }: Schedule, due: number, id: string): unknown =>
  input ?? {
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: account.id,
    time: new Date(due).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: account.region,
    resources: [arnOf('events', `rule/${name}`)],
    detail: {},
  }
