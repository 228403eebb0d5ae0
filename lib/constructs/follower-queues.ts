import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { WorkQueue } from './work-queue.ts'

/** How long a function that follows the changes of the table may take for a batch. */
export const followerTimeout = Duration.seconds(30)

/** How long project-reports may take: customers with a long history are folded in one go. */
export const reportsTimeout = Duration.minutes(2)

/** The queues of those who follow the changes of the table: what they keep can be made again from timelines. */
export class FollowerQueues extends Construct {
  readonly conversations: WorkQueue
  readonly search: WorkQueue
  readonly counts: WorkQueue
  readonly outbox: WorkQueue
  readonly routing: WorkQueue
  readonly automations: WorkQueue
  readonly hooks: WorkQueue
  readonly archive: WorkQueue
  readonly reports: WorkQueue

  constructor(scope: Construct, id: string, { stage, alarms }: { stage: string; alarms: Alarms }) {
    super(scope, id)
    const common = { stage, alarms, consumerTimeout: followerTimeout }
    this.conversations = new WorkQueue(this, 'Conversations', {
      ...{ ...common, name: 'conversations' },
      late: {
        after: Duration.minutes(5),
        errorImpact: 'New contacts are on timelines but not in the queues of agents yet.',
        runbook: 'conversations-queue-late',
      },
      dead: {
        errorImpact: 'Some contacts belong to no conversation: nobody is asked to answer them until they are replayed.',
        runbook: 'conversations-dead-letters',
      },
    })
    this.search = new WorkQueue(this, 'Search', {
      ...{ ...common, name: 'search' },
      late: {
        after: Duration.minutes(15),
        errorImpact: 'What came in last is not found by search yet; timelines are complete.',
        runbook: 'search-queue-late',
      },
      dead: {
        errorImpact: 'Some contacts are not found by search, or still by words that were changed, until replayed.',
        runbook: 'search-dead-letters',
      },
    })
    this.counts = new WorkQueue(this, 'Counts', {
      ...{ ...common, name: 'counts' },
      late: {
        after: Duration.minutes(15),
        errorImpact: 'The numbers beside the queues of agents are behind; the queues themselves are right.',
        runbook: 'counts-queue-late',
      },
      dead: {
        errorImpact: 'A number beside a queue is off by what was given up, until it is replayed.',
        runbook: 'counts-dead-letters',
      },
    })
    this.outbox = new WorkQueue(this, 'Outbox', {
      ...{ ...common, name: 'outbox' },
      late: {
        after: Duration.minutes(30),
        errorImpact: 'Answers that colleagues wrote are not sent: customers wait although we answered.',
        runbook: 'outbox-queue-late',
      },
      dead: {
        errorImpact: 'Some answers were given up before they were sent or noted as failed, until they are replayed.',
        runbook: 'outbox-dead-letters',
      },
    })
    this.routing = new WorkQueue(this, 'Routing', {
      ...{ ...common, name: 'routing' },
      late: {
        after: Duration.minutes(5),
        errorImpact: 'New conversations wait in queues of teams although somebody who can answer is free.',
        runbook: 'routing-queue-late',
      },
      dead: {
        errorImpact:
          'Some conversations were given to nobody: they stay in the queue of their team until somebody looks.',
        runbook: 'routing-dead-letters',
      },
    })
    this.automations = new WorkQueue(this, 'Automations', {
      ...{ ...common, name: 'automations' },
      late: {
        after: Duration.minutes(15),
        errorImpact: 'Automations act late: what rules assign, tag or answer by themselves waits.',
        runbook: 'automations-queue-late',
      },
      dead: {
        errorImpact: 'Rules were not asked, or stopped half way, on some conversations until they are replayed.',
        runbook: 'automations-dead-letters',
      },
    })
    this.hooks = new WorkQueue(this, 'Hooks', {
      ...{ ...common, name: 'hooks' },
      late: {
        after: Duration.hours(1),
        errorImpact: 'Other systems are told late of contacts, conversations and replies.',
        runbook: 'hooks-queue-late',
      },
      dead: {
        errorImpact: 'Other systems are not told of some contacts, conversations or replies until they are replayed.',
        runbook: 'hooks-dead-letters',
      },
    })
    this.archive = new WorkQueue(this, 'Archive', {
      ...{ ...common, name: 'archive' },
      late: {
        after: Duration.hours(1),
        errorImpact: 'Ad hoc queries do not see what came in last; timelines and reports are complete.',
        runbook: 'archive-queue-late',
      },
      dead: {
        errorImpact: 'Ad hoc queries miss some contacts, conversations or decisions until they are replayed.',
        runbook: 'archive-dead-letters',
      },
    })
    this.reports = new WorkQueue(this, 'Reports', {
      ...{ stage, alarms, consumerTimeout: reportsTimeout, name: 'reports' },
      late: {
        after: Duration.minutes(15),
        errorImpact: 'Reports do not show what came in last yet; timelines and queues are complete.',
        runbook: 'reports-queue-late',
      },
      dead: {
        errorImpact: 'Reports miss what some customers did, or still count it, until it is replayed.',
        runbook: 'reports-dead-letters',
      },
    })
  }
}
