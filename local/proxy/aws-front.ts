import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { LocalSecrets } from '../data/secrets-file.ts'
import type { Connections } from '../engines/connections.ts'
import type { ObjectStore } from '../engines/objects/object-store.ts'
import type { QueueEngine, QueueGuard } from '../engines/queues.ts'
import { wholeBody } from '../engines/whole-body.ts'
import type { LocalAthena } from '../sql/local-athena.ts'
import type { BucketPlan } from '../template/buckets.ts'
import type { SocketApi } from '../template/sockets.ts'
import type { Caller } from './access.ts'
import { handleAthena } from './athena.ts'
import { accessKeyOf, type Callers } from './callers.ts'
import { connectionAsked, handleConnection } from './connections-front.ts'
import { answerJson, refuseJson } from './json-answer.ts'
import { queueNeeds } from './json-needs.ts'
import { handleS3 } from './s3/s3-front.ts'
import { secretAsked, secretValue } from './secrets.ts'
import { handleSes, sesAsked } from './ses.ts'
import type { Outbox } from './ses-outbox.ts'

/** What stands behind the front. */
export type AwsServices = {
  callers: Callers
  queues: QueueEngine
  store: ObjectStore
  buckets: BucketPlan[]
  secrets: () => LocalSecrets
  connections: Connections
  sockets: SocketApi[]
  outbox: Outbox
  athena: LocalAthena
}

const unknownCaller = 'The access key id is not one of this run of the local stack'

/**
 * The address at which the functions reach "AWS", all but the table (table-socket.ts): it knows the calling function by
 * its access key id, refuses what its synthesized policy does not allow, and hands the rest to the engine of the service.
 * Never listens by itself.
 */
export function createAwsFront(services: () => AwsServices | undefined): Server {
  return createServer((request, response) => {
    const ready = services()
    if (!ready) return refuseJson(response, 'ServiceUnavailable', 'The local stack is still starting', 503)
    route(ready, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else refuseJson(response, 'InternalServerError', `${error}`, 500)
    })
  })
}

async function route(services: AwsServices, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = `${request.headers['x-amz-target'] ?? ''}`
  if (target === '') return routeByPath(services, request, response)
  if (target.startsWith('AmazonSQS.')) return services.queues.handle(request, response)
  const body = await wholeBody(request)
  const caller = services.callers.find(accessKeyOf(request.headers))
  if (!caller) return refuseJson(response, 'UnrecognizedClientException', unknownCaller)
  if (target === 'secretsmanager.GetSecretValue') return answerSecret(services, caller, body, response)
  if (target.startsWith('AmazonAthena.')) return handleAthena(services, caller, target, body, response)
  refuseJson(response, 'UnknownOperationException', `The local stack does not offer ${target}`)
}

async function routeByPath(services: AwsServices, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (sesAsked(request)) return handleSes(services, request, response)
  const asked = connectionAsked(services.sockets, request.url ?? '/')
  return asked ? handleConnection(services, asked, request, response) : handleS3(services, request, response)
}

function answerSecret({ callers, secrets }: AwsServices, caller: Caller, body: Buffer, response: ServerResponse): void {
  const { name, arn } = secretAsked(JSON.parse(body.toString()))
  const refusal = callers.refusal(caller, [{ action: 'secretsmanager:GetSecretValue', resource: arn }])
  const value = secretValue(secrets(), name)
  if (refusal !== undefined) refuseJson(response, 'AccessDeniedException', refusal)
  else if (value === undefined)
    refuseJson(response, 'ResourceNotFoundException', `There is no secret ${name} on this machine`)
  else answerJson(response, 200, value)
}

/** The same check for queues, inside their engine, which has read the body anyway. */
export const guardQueues =
  (callers: Callers): QueueGuard =>
  ({ accessKeyId, operation, input }) => {
    const caller = callers.find(accessKeyId)
    return caller ? callers.refusal(caller, queueNeeds(operation, input)) : unknownCaller
  }
