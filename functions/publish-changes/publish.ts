import { auditOfChange, changeOf, changeOfInsight } from '../../adapters/dynamodb/changes.ts'
import type { AuditRecord } from '../../core/audit/audit.ts'
import type { Change, ReplyChange } from '../../core/change/change.ts'
import type { Changed } from '../kit/stream-image.ts'

/** A queue for each consumer; durable when a call resolves. */
export type ChangeQueues = {
  audit: (records: AuditRecord[]) => Promise<void>
  conversations: (changes: Change[]) => Promise<void>
  search: (changes: Change[]) => Promise<void>
  counts: (changes: Change[]) => Promise<void>
  outbox: (changes: ReplyChange[]) => Promise<void>
  routing: (changes: Change[]) => Promise<void>
  automations: (changes: Change[]) => Promise<void>
  hooks: (changes: Change[]) => Promise<void>
  archive: (changes: Change[]) => Promise<void>
  reports: (changes: Change[]) => Promise<void>
}

/** Tells each consumer what concerns it of a batch of changes; what came several times in the batch is told once. */
export async function publish(queues: ChangeQueues, changed: Changed[]): Promise<void> {
  const changes = eachOnce(changed.flatMap(changeOf))
  const of = (...types: Change['type'][]): Change[] => changes.filter(({ type }) => types.includes(type))
  await Promise.all([
    queues.audit(changed.flatMap(auditOfChange)),
    queues.conversations(of('contact', 'customer')),
    queues.search(of('contact')),
    queues.counts(of('conversation')),
    queues.outbox(changes.filter(change => change.type === 'reply')),
    queues.routing(of('conversation', 'staff')),
    queues.automations(of('conversation', 'event')),
    queues.hooks(of('contact', 'conversation', 'milestone')),
    queues.archive(of('contact', 'customer', 'conversation', 'outcome', 'mentions')),
    queues.reports(
      eachOnce([...of('contact', 'customer', 'conversation', 'outcome'), ...changed.flatMap(changeOfInsight)]),
    ),
  ])
}

const eachOnce = (changes: Change[]): Change[] => [
  ...new Map(changes.map(change => [JSON.stringify(change), change])).values(),
]
