import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { automationStore, ruleStore } from '../../adapters/dynamodb/automation-store.ts'
import { dynamoTable } from '../../adapters/dynamodb/dynamo-table.ts'
import { hookStore } from '../../adapters/dynamodb/hook-store.ts'
import { macroStore } from '../../adapters/dynamodb/macro-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { answerFromMacro } from '../../core/automation/answer.ts'
import { callHook } from '../../core/automation/call-hook.ts'
import type { AutomationDeps } from '../../core/automation/deps.ts'
import { mostRules } from '../../core/automation/rule.ts'
import { keptReads } from '../../core/reading/kept-reads.ts'
import { clockDeps } from '../kit/clocks.ts'
import { environment, setting } from '../kit/environment.ts'
import { deliverySender } from '../kit/hooks.ts'
import { identityDeps } from '../kit/identity.ts'
import { pause } from '../kit/pause.ts'
import { replyingDeps } from '../kit/replies.ts'

const settings = { TABLE: setting, HOOKS_QUEUE_URL: setting, IDENTITY_SECRET: setting }

/** Everything that run-automation touches. Rules are kept for half a minute. */
export function dependencies(): AutomationDeps {
  const env = environment(settings)
  const table = dynamoTable(new DynamoDBClient(), env.TABLE)
  const clocks = clockDeps(table)
  const replying = replyingDeps(table, identityDeps(table, new SecretsManagerClient(), env.IDENTITY_SECRET))
  const rules = keptReads(() => ruleStore(table).list(mostRules), Date.now)
  const telling = {
    store: hookStore(table),
    later: deliverySender(new SQSClient(), env.HOOKS_QUEUE_URL),
    now: clocks.now,
  }
  const answering = { conversations: clocks.store, macros: macroStore(table), replying }
  return {
    conversations: { ...clocks, timeline: timelineStore(table, Date.now), pause },
    automations: automationStore(table),
    people: peopleStore(table),
    rules: async () => ((await rules('all')) ?? []).filter(({ active }) => active),
    answer: asked => answerFromMacro(answering, asked),
    call: (hook, firing) => callHook(telling, hook, firing),
  }
}
