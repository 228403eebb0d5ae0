import { parentPort, workerData } from 'node:worker_threads'
import { rememberedRefusals } from '../../proxy/access.ts'
import { openTableDoor } from './table-door.ts'
import type { Invocation, ThreadAnswer, ThreadMessage, ThreadSettings } from './thread-messages.ts'

/** Runs in a thread of its own: loads a bundle and gives its handler one event after the other. */
const settings: ThreadSettings = workerData
const port = parentPort
const tell = (message: ThreadMessage) => port?.postMessage(message)

const refusalOf = rememberedRefusals({ name: settings.functionName, statements: settings.statements })
openTableDoor(new URL(settings.table), needs => {
  const refused = refusalOf(needs)
  if (refused !== undefined) tell({ refused })
  return refused
})
const handler = handlerOf(await import(settings.module))

port?.on('message', (invocation: Invocation) => {
  answer(invocation).then(tell)
})

function handlerOf(bundle: Record<string, unknown>) {
  const exported = bundle[settings.exportName]
  if (typeof exported !== 'function') throw new Error(`the bundle exports no function ${settings.exportName}`)
  return exported
}

async function answer(invocation: Invocation): Promise<ThreadAnswer> {
  try {
    const result: unknown = await handler(JSON.parse(invocation.event), contextOf(invocation))
    return { ok: true, result: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    return { ok: false, ...kindOf(error) }
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function contextOf({ requestId, timeoutMs }: Invocation) {
  const deadline = performance.now() + timeoutMs
  return {
    functionName: settings.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: `${settings.memoryMb}`,
    awsRequestId: requestId,
    logGroupName: `/throughline/local/${settings.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  }
}

function kindOf(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' }
  const place = error.stack?.split('\n').find(line => line.trimStart().startsWith('at '))
  return { name: error.name, at: place?.trim() ?? '' }
}
