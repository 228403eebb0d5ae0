import { hookBodies } from '../../core/hooks/body.ts'
import type { EveryEvent } from '../../core/hooks/hook.ts'
import type { JsonSchema, JsonSchemas } from '../kit/http/json-schemas.ts'

const summaries: Record<EveryEvent, string> = {
  'contact.recorded': 'A contact came, or says something else than before',
  'conversation.opened': 'A matter was opened',
  'conversation.changed': 'Anything about a matter changed; of changes in quick succession the last is told',
  'conversation.resolved': 'A matter was resolved',
  'reply.sent': 'A provider took an answer',
  'reply.failed': 'An answer was given up',
  'customer.merged': 'A customer turned out to be another one',
  'automation.fired': 'A rule of automation calls this webhook',
  'hook.test': 'Somebody tries whether it works',
}

const description =
  'Answer 2xx within ten seconds. Anything else, and no answer, is tried again for a day; 410 switches the webhook off. Redirects are not followed. The same x-throughline-delivery is the same thing told again.'

const header = (name: string, text: string): JsonSchema => ({
  name,
  in: 'header',
  required: true,
  description: text,
  schema: { type: 'string' },
})

/** What other systems are told: the webhooks of the document (OpenAPI 3.1.1, section 4.8.1). */
export const hookDocuments = (schemas: JsonSchemas): Record<string, JsonSchema> =>
  Object.fromEntries(
    Object.entries(hookBodies).map(([type, body]) => [type, { post: operation(type, schemas.output(body)) }]),
  )

const operation = (type: string, schema: JsonSchema): JsonSchema => ({
  summary: summaryOf(type),
  description,
  security: [{ throughlineSignature: [] }],
  parameters: [
    header('x-throughline-delivery', 'the id of the delivery, the same at every try'),
    header('x-throughline-event', 'the name of the event'),
  ],
  requestBody: { required: true, content: { 'application/json': { schema } } },
  responses: { '2XX': { description: 'Taken' } },
})

const summaryOf = (type: string): string => Object.entries(summaries).find(([name]) => name === type)?.[1] ?? type
