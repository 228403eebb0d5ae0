import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loopback } from '../../bench/networks/loopback.ts'
import { startX } from '../../bench/networks/x.ts'
import { shownReplySchema } from '../../core/api/reply.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

/** Half of the answers go by X, which can be asked what it took; half by mail, which cannot. More take minutes. */
const answers = Number(process.env.THROUGHLINE_ANSWERS ?? 60)
const people = 20
const atOnce = 8

let stack: RunningStack
let x: Loopback
beforeAll(async () => {
  x = await startX({ userId: '100', token: 'token-of-the-shop' })
  stack = await runStack()
  stack.connect('x', { userToken: 'token-of-the-shop', userId: '100', apiUrl: x.url })
})
afterAll(async () => {
  await stack.stop()
  await x.close()
})

const mailOf = (person: number): string =>
  [
    `From: person${person}@example.com`,
    ...['To: support@localhost', 'Subject: My parcel', `Message-ID: <${person}@example.com>`],
    ...['', 'My parcel has not been delivered.', ''],
  ].join('\r\n')
const mentionOf = (person: number): object => ({
  for_user_id: '100',
  tweet_create_events: [
    {
      ...{ id_str: `${1000 + person}`, text: '@shop my parcel has not been delivered' },
      created_at: new Date().toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 +0000 $4'),
      user: { id_str: `${2000 + person}`, screen_name: `person_${person}` },
      entities: { user_mentions: [{ id_str: '100', screen_name: 'shop' }] },
    },
  ],
})

/** The open matter of each person, by X and by mail. */
async function openMatters(): Promise<string[]> {
  const [api, send] = [apiOf(stack), sendersTo(stack)]
  const everybody = Array.from({ length: people }, (_, person) => person)
  for (const person of everybody) {
    await send.x(mentionOf(person))
    await send.mail(mailOf(person))
  }
  const identifiers = everybody.flatMap(person => [`x:${2000 + person}`, `email:person${person}@example.com`])
  return Promise.all(
    identifiers.map(identifier =>
      eventually(async () => {
        const [customer] = await api.customersOf(identifier)
        const [open] = customer?.openConversations ?? []
        if (open === undefined) throw new Error('nothing is open')
        return open.id
      }),
    ),
  )
}

const idOf = (n: number): string => n.toString(16).padStart(32, '0')

/** As a careful client: what is not accepted is asked for again, under the same id. */
async function give(conversation: string, n: number): Promise<void> {
  const body = { id: idOf(n), text: `answer ${n}.`, undoSeconds: n % 3 }
  for (;;) {
    try {
      const response = await apiOf(stack).call('POST', `/v1/conversations/${conversation}/reply`, 'agent', body)
      const text = await response.text()
      if (response.status === 202) return
      if (response.status < 500) throw new TypeError(text)
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('{')) throw error
    }
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

const numbersIn = (texts: string[]): number[] =>
  texts.flatMap(text => {
    const number = /answer (\d+)\./.exec(text)?.[1]
    return number === undefined ? [] : [Number(number)]
  })

const mailed = (): number[] => {
  const folder = join(stack.dataDir, 'outbox')
  return numbersIn(
    readdirSync(folder).flatMap(name => (name.endsWith('.eml') ? [readFileSync(join(folder, name), 'utf8')] : [])),
  )
}

const sorted = (numbers: number[]): number[] => numbers.toSorted((a, b) => a - b)

test('one in ten is taken without an answer, and the stack is killed: none is sent twice, none gets lost', {
  timeout: 1_800_000,
}, async () => {
  const matters = await openMatters()
  x.fault(attempt => (attempt % 10 === 3 ? 'taken, reset' : undefined))
  let next = 0
  let killed: Promise<void> | undefined
  const worker = async () => {
    while (next < answers) {
      const n = next++
      if (n === answers / 2) killed = stack.kill().then(() => stack.restart())
      await give(matters[n % matters.length] ?? '', n)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  await killed

  const api = apiOf(stack)
  const all = Array.from({ length: answers }, (_, n) => n)
  const [byX, byMail] = [all.filter(n => n % 2 === 0), all.filter(n => n % 2 === 1)]
  const becomes = (n: number, statuses: string[]) =>
    eventually(async () => {
      const { status } = await api.read(`/v1/replies/${idOf(n)}`, shownReplySchema)
      expect(statuses).toContain(status)
      return { n, status }
    }, 600)
  for (const n of byX) await becomes(n, ['sent'])
  expect(sorted(numbersIn(x.sent.map(({ text }) => text)))).toEqual(byX)

  const states: { n: number; status: string }[] = []
  for (const n of byMail) states.push(await becomes(n, ['sent', 'unknown']))
  const [sent, unknown] = ['sent', 'unknown'].map(wanted =>
    states.filter(({ status }) => status === wanted).map(({ n }) => n),
  )
  const left = mailed()
  expect(new Set(left).size).toBe(left.length)
  expect(left).toEqual(expect.arrayContaining(sent ?? []))
  expect(left.filter(n => !sent?.includes(n) && !unknown?.includes(n))).toEqual([])
  // Only what was in the hands of a worker when it was killed may be unknown: two functions, five messages each.
  expect(unknown?.length ?? 0).toBeLessThanOrEqual(10)
})
