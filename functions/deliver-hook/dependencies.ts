import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { automationStore } from '../../adapters/dynamodb/automation-store.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { hookStore } from '../../adapters/dynamodb/hook-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { hookPoster } from '../../adapters/hooks/post.ts'
import type { HookDeps } from '../../core/hooks/deps.ts'
import { mostHooks } from '../../core/hooks/hook.ts'
import { keptReads } from '../../core/reading/kept-reads.ts'
import { environment, setting } from '../kit/environment.ts'
import { deliverySender } from '../kit/hooks.ts'
import { log } from '../kit/log.ts'

const settings = { TABLE: setting, HOOKS_QUEUE_URL: setting, LOOPBACK_HOOKS: setting.optional() }

/** Everything that deliver-hook touches. Which webhooks there are is kept for half a minute. */
export function dependencies(): HookDeps {
  const env = environment(settings)
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const store = hookStore(table)
  const hooks = keptReads(() => store.hooks.list(mostHooks), Date.now)
  return {
    store,
    timeline: timelineStore(table, Date.now),
    conversations: conversationStore(table),
    replies: replyStore(table),
    automations: automationStore(table),
    active: async () => ((await hooks('all')) ?? []).filter(({ active }) => active),
    later: deliverySender(new SQSClient(), env.HOOKS_QUEUE_URL),
    post: hookPoster({ loopback: env.LOOPBACK_HOOKS !== undefined }),
    notice: hook => log('WARN', 'hookOff', { hook }),
    now: () => new Date().toISOString(),
  }
}
