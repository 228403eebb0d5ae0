import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { startDynoxide } from '../../local/engines/dynoxide.ts'
import { apiOf } from '../../test/journey/api-client.ts'
import { type RunningStack, runStack } from '../../test/journey/running-stack.ts'
import { startOnDisk } from '../../test/tables-on-disk.ts'
import { type Figure, type Measure, quantile } from '../measure.ts'
import { authors, type BenchMail, benchMails } from './real-mails.ts'

const connections = 16
const mailCount = 3000
/** Each of these mails is watched from handing over until the API shows it; few, since looking is work for the stack too. */
const watchedEvery = 100
const lookEveryMs = 250

/** The door, the bucket, the queue, the function, the table and the API, as `npm start` runs them. */
export const intakeRate: Measure = { name: 'intake-rate', about: 'mails by SMTP until visible on the timeline', run }

async function run(): Promise<Figure[]> {
  const putRate = await enginePutRate()
  const stack = await runStack()
  try {
    const { kind, mails } = benchMails(mailCount)
    const { seconds, waits } = await load(stack, mails)
    const rate = mails.length / seconds
    const bytes = Math.round(mails.reduce((sum, { raw }) => sum + raw.length, 0) / mails.length)
    const name = `${mails.length} ${kind} mails of mean ${bytes} bytes, ${connections} connections`
    return [
      { name: `${name}: until all are visible`, value: rate, unit: 'mails/s', reach: { least: 150 } },
      {
        name: 'from handing over to visible: 95th percentile',
        value: quantile(waits, 0.95),
        unit: 's',
        reach: { most: 1.5 },
      },
      { name: 'the engine alone: puts of 1 KB, 16 at once', value: putRate, unit: 'puts/s' },
      { name: 'mails against the engine’s own puts', value: rate / putRate, unit: 'ratio' },
      { name: 'the disk: 4 KB written and synced', value: syncRate(stack.dataDir), unit: 'fsyncs/s' },
    ]
  } finally {
    await stack.stop()
  }
}

async function load(stack: RunningStack, mails: BenchMail[]): Promise<{ seconds: number; waits: number[] }> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: stack.smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: connections,
    maxMessages: 1e9,
  })
  const watched: Promise<number>[] = []
  let next = 0
  const start = performance.now()
  const sender = async () => {
    while (next < mails.length) {
      const n = next++
      const mail = mails[n]
      if (mail === undefined) return
      const raw = n % watchedEvery === 0 ? probe(n) : mail.raw
      const handedOver = performance.now()
      await transport.sendMail({ envelope, raw })
      if (n % watchedEvery === 0) watched.push(untilVisible(stack, n, handedOver))
    }
  }
  await Promise.all(Array.from({ length: connections }, sender))
  await transport.sendMail({ envelope, raw: probe(mails.length) })
  transport.close()
  await untilVisible(stack, mails.length, start)
  const seconds = (performance.now() - start) / 1000
  const late = await missing(stack, mails)
  if (late > 0) throw new Error(`${late} mails were not on their timelines when the last one was`)
  return { seconds, waits: await Promise.all(watched) }
}

const envelope = { from: 'sender@example.com', to: ['support@localhost'] }

/** A mail from somebody new, so that one look tells whether it is there. */
const probe = (n: number): string =>
  `From: probe${n}@example.com\r\nTo: support@localhost\r\nSubject: probe\r\nMessage-ID: <probe-${n}@example.com>\r\n\r\nIs it there?\r\n`

async function untilVisible(stack: RunningStack, n: number, handedOver: number): Promise<number> {
  const api = apiOf(stack)
  for (;;) {
    const [customer] = await api.customersOf(`email:probe${n}@example.com`)
    if (customer && (await api.timeline(customer.id)).length > 0) return (performance.now() - handedOver) / 1000
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
}

/** How many mails are on nobody's timeline, some seconds later at most: the queue hands them out side by side. */
async function missing(stack: RunningStack, mails: BenchMail[]): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, 2000))
  const api = apiOf(stack)
  const subjects = new Set<string>()
  for (let author = 0; author < authors; author++) {
    const [customer] = await api.customersOf(`email:bench${author}@example.com`)
    if (customer) for (const { id } of await api.timeline(customer.id)) subjects.add(id)
  }
  return mails.length - mails.filter((_, n) => n % watchedEvery === 0).length - subjects.size
}

async function enginePutRate(): Promise<number> {
  const { table, stop } = await startOnDisk(startDynoxide)
  const puts = 2000
  let next = 0
  const start = performance.now()
  const putter = async () => {
    while (next < puts) await table.put({ pk: `bench${next++}`, sk: 'x', text: 'x'.repeat(1000) })
  }
  await Promise.all(Array.from({ length: 16 }, putter))
  const rate = puts / ((performance.now() - start) / 1000)
  await stop()
  return rate
}

function syncRate(folder: string): number {
  const path = join(folder, 'sync-rate')
  const file = openSync(path, 'w')
  const syncs = 200
  const start = performance.now()
  for (let n = 0; n < syncs; n++) {
    writeSync(file, Buffer.alloc(4096))
    fsyncSync(file)
  }
  const rate = syncs / ((performance.now() - start) / 1000)
  closeSync(file)
  rmSync(path)
  return rate
}
