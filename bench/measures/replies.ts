import { shownReplySchema } from '../../core/api/reply.ts'
import { apiOf } from '../../test/journey/api-client.ts'
import { type RunningStack, runStack } from '../../test/journey/running-stack.ts'
import { sendersTo } from '../../test/journey/senders.ts'
import { type Figure, type Measure, quantile } from '../measure.ts'

const people = 20
const answers = 200
/** The first are not counted: functions are just being loaded. */
const uncounted = 10
const undoSeconds = 2
/** Between two answers: a busy team of fifty. */
const pauseMs = 200
const lookEveryMs = 50

/** From an agent's answer to its acceptance, and from the end of the time to undo it to the provider having it. */
export const replies: Measure = {
  name: 'replies',
  about: 'answers by mail: accepted, and sent after the time to undo them',
  run,
}

type Given = { id: string; acceptedMs: number }

async function run(): Promise<Figure[]> {
  const stack = await runStack()
  try {
    const matters = await openMatters(stack)
    const given: Given[] = []
    for (let n = 0; n < answers; n++) {
      given.push(await answer(stack, matters[n % matters.length] ?? '', n))
      await pause(pauseMs)
    }
    const late = await Promise.all(given.map(({ id }) => lateness(stack, id)))
    const accepted = given.slice(uncounted).map(({ acceptedMs }) => acceptedMs)
    return [
      { name: 'accepted by the API: median', value: quantile(accepted, 0.5), unit: 'ms' },
      { name: 'accepted by the API: p95', value: quantile(accepted, 0.95), unit: 'ms', reach: { most: 100 } },
      { name: 'sent after the time to undo it: median', value: quantile(late.slice(uncounted), 0.5), unit: 's' },
      {
        ...{ name: 'sent after the time to undo it: p95', value: quantile(late.slice(uncounted), 0.95), unit: 's' },
        reach: { most: 1 },
      },
    ]
  } finally {
    await stack.stop()
  }
}

async function openMatters(stack: RunningStack): Promise<string[]> {
  const [api, send] = [apiOf(stack), sendersTo(stack)]
  const everybody = Array.from({ length: people }, (_, n) => `person${n}@example.com`)
  for (const person of everybody) {
    await send.mail(
      `From: ${person}\r\nTo: support@localhost\r\nSubject: My parcel\r\nMessage-ID: <of-${person}>\r\n\r\nMy parcel is late.\r\n`,
    )
  }
  const matters: string[] = []
  for (const person of everybody) matters.push(await matterOf(api, person))
  return matters
}

async function matterOf(api: ReturnType<typeof apiOf>, person: string): Promise<string> {
  for (;;) {
    const [customer] = await api.customersOf(`email:${person}`)
    const [open] = customer?.openConversations ?? []
    if (open) return open.id
    await pause(lookEveryMs)
  }
}

async function answer(stack: RunningStack, conversation: string, n: number): Promise<Given> {
  const body = { text: `We look into it, that is word ${n}.`, undoSeconds }
  const began = performance.now()
  const response = await apiOf(stack).call('POST', `/v1/conversations/${conversation}/reply`, 'agent', body)
  const reply = await response.json()
  const acceptedMs = performance.now() - began
  if (response.status !== 202) throw new Error(`an answer was not accepted: ${response.status}`)
  return { id: shownReplySchema.parse(reply).id, acceptedMs }
}

/** Seconds from when it could not be undone any more until the provider had it. */
async function lateness(stack: RunningStack, id: string): Promise<number> {
  for (;;) {
    const { sendAt, sentAt } = await apiOf(stack).read(`/v1/replies/${id}`, shownReplySchema)
    if (sentAt !== undefined) return (Date.parse(sentAt) - Date.parse(sendAt)) / 1000
    await pause(lookEveryMs)
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
