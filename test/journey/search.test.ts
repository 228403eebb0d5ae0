import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundCustomersSchema, hitsSchema } from '../../core/api/search.ts'
import { apiOf, eventually } from './api-client.ts'
import { type RunningStack, runStack } from './running-stack.ts'
import { sendersTo } from './senders.ts'

let stack: RunningStack
let api: ReturnType<typeof apiOf>
let send: ReturnType<typeof sendersTo>
beforeAll(async () => {
  stack = await runStack()
  api = apiOf(stack)
  send = sendersTo(stack)
})
afterAll(() => stack.stop())

const mailOf = (from: string, id: string, text: string): string =>
  [
    `From: ${from}`,
    'To: support@localhost',
    'Subject: a question',
    `Message-ID: <${id}@example.com>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    '',
    text,
    '',
  ].join('\r\n')

const hits = async (q: string) => (await api.read(`/v1/search?${new URLSearchParams({ q })}`, hitsSchema)).items

/** The hits, once there are so many. */
const hitsOf = (q: string, count: number) =>
  eventually(async () => {
    const found = await hits(q)
    if (found.length !== count) throw new Error(`${found.length} hits of ${count}`)
    return found
  })

const customers = async (q: string) =>
  (await api.read(`/v1/customers?${new URLSearchParams({ q })}`, foundCustomersSchema)).items

test('what arrived by mail is found by its words, its reference, its number and who wrote it', async () => {
  await send.mail(
    mailOf('Zoë Archer <zoe@example.com>', 'found', 'My samovar, order SV-2026/0815, leaks. Call me on 020 7946 0021.'),
  )
  const [mail] = await hitsOf('samovar', 1)
  for (const typed of [
    'sv20260815',
    'SV 2026 0815',
    '+44 (0)20 7946-0021',
    '7946 0021',
    'zoe arch',
    'zoe@example.com',
  ]) {
    const [found] = await hits(typed)
    expect(found?.id, typed).toBe(mail?.id)
    expect(found?.excerpts.flatMap(({ marks }) => marks).length, typed).toBeGreaterThan(0)
  }
  expect((await customers('samovar')).map(({ id }) => id)).toEqual([mail?.customer])
  expect(await hits('samovar unicorn')).toEqual([])
})

test('after an unmerge the same contacts are found as somebody else’s', async () => {
  await send.mail(
    mailOf('Yves <yves@example.com>', 'signed', 'The theremin hums.\r\n-- \r\nYves\r\nTel. 020 7946 0022'),
  )
  await send.twilio({
    CallSid: `CA${'5'.repeat(32)}`,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: '+442079460022',
    To: '+442079460001',
    Direction: 'inbound',
    CallStatus: 'completed',
    CallDuration: '30',
    Timestamp: new Date().toUTCString(),
  })
  const [call, mail] = await hitsOf('020 7946 0022', 2)
  expect(call?.customer).toBe(mail?.customer)
  await api.unmerge(mail?.customer ?? '', ['phone:+442079460022'], 'the number of a colleague')
  const after = await hitsOf('020 7946 0022', 2)
  expect(after.map(({ id }) => id)).toEqual([call?.id, mail?.id])
  expect(new Set(after.map(({ customer }) => customer)).size).toBe(2)
})
