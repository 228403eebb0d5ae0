import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

const contacts = Number(process.env.THROUGHLINE_KILL_CONTACTS ?? 500)
const people = 40
const atOnce = 16

let stack: RunningStack
beforeAll(async () => {
  stack = await runStack()
})
afterAll(() => stack.stop())

const author = (n: number): string => `person${n % people}@example.com`
const mailOf = (n: number): string =>
  [
    `From: ${author(n)}`,
    'To: support@localhost',
    `Subject: matter ${n}`,
    `Message-ID: <${n}@example.com>`,
    'Date: Mon, 02 Mar 2026 09:00:00 +0000',
    '',
    `words of ${n}`,
    '',
  ].join('\r\n')
const contactOf = (n: number): object => ({
  id: `contact ${n}`,
  ...{ channel: 'web', kind: 'post', direction: 'inbound', occurredAt: '2026-03-02T09:00:00.000Z' },
  from: { identifier: { type: 'email', value: author(n) } },
  to: [],
  subject: `matter ${n}`,
  text: `words of ${n}`,
})

/** Delivers as a sender does: what is not acknowledged is delivered again, until it is. */
async function deliver(send: ReturnType<typeof sendersTo>, n: number): Promise<void> {
  for (;;) {
    try {
      if (n % 2 === 0) return await send.mail(mailOf(n))
      if ((await send.contacts([contactOf(n)])) === 202) return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
}

/** The subjects on everybody's timelines, each as often as it is there. */
async function subjects(api: ReturnType<typeof apiOf>): Promise<string[]> {
  const timelines = await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      const [customer] = await api.customersOf(`email:${author(n)}`)
      return customer ? api.timeline(customer.id) : []
    }),
  )
  return timelines.flat().map(({ subject }) => subject ?? '')
}

test('kill -9 in the middle of a load: afterwards every contact is there, once', { timeout: 300_000 }, async () => {
  const send = sendersTo(stack)
  let next = 0
  let killed: Promise<void> | undefined
  const killOnce = async () => {
    await stack.kill()
    await stack.restart()
  }
  const worker = async () => {
    while (next < contacts) {
      const n = next++
      if (n === contacts / 2) killed = killOnce()
      await deliver(send, n)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  expect(killed).toBeInstanceOf(Promise)
  await killed
  const api = apiOf(stack)
  const wanted = Array.from({ length: contacts }, (_, n) => `matter ${n}`).sort()
  await eventually(async () => expect((await subjects(api)).length).toBe(contacts), 180)
  expect((await subjects(api)).sort()).toEqual(wanted)
})
