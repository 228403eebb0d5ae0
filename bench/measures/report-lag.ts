import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { reportSchema } from '../../core/api/report.ts'
import { apiOf } from '../../test/journey/api-client.ts'
import { runStack } from '../../test/journey/running-stack.ts'
import { type Figure, type Measure, quantile } from '../measure.ts'

const perSecond = 50
const seconds = 15
const mails = perSecond * seconds
const giveUpMs = 120_000

/** From handing a mail over by SMTP until a report counts it, in the stack as `npm start` runs it. */
export const reportLag: Measure = {
  name: 'report-lag',
  about: `how far reports are behind under ${perSecond} mails a second`,
  run,
}

async function run(): Promise<Figure[]> {
  const stack = await runStack()
  try {
    const { read } = apiOf(stack)
    const counted = async (): Promise<number> => {
      const { totals } = await read('/v1/reports/volume?by=all&compare=none', reportSchema, 'marketing')
      return totals.find(({ figure }) => figure === 'inbound')?.value ?? 0
    }
    await counted()
    const sending = send(stack.smtpPort)
    const lags: number[] = []
    const begun = performance.now()
    while (lags.length < mails && performance.now() - begun < giveUpMs) {
      const n = await counted()
      const now = performance.now()
      while (lags.length < n) lags.push((now - (sending.at[lags.length] ?? now)) / 1000)
      await wait(100)
    }
    await sending.done
    return [
      { name: `mails counted, of ${mails}`, value: lags.length, unit: 'mails', reach: { least: mails } },
      { name: 'from handing over to counted, median', value: quantile(lags, 0.5), unit: 's' },
      { name: 'the same, 95th percentile', value: quantile(lags, 0.95), unit: 's', reach: { most: 2 } },
    ]
  } finally {
    await stack.stop()
  }
}

/** `at` is when each was handed over, in order. */
function send(port: number): { at: number[]; done: Promise<void> } {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: 8,
    maxMessages: 1e9,
  })
  const at: number[] = []
  const run = async () => {
    const sent: Promise<unknown>[] = []
    const begun = performance.now()
    for (let n = 0; n < mails; n++) {
      await wait(Math.max(0, begun + (n * 1000) / perSecond - performance.now()))
      at.push(performance.now())
      sent.push(transport.sendMail({ envelope, raw: mail(n) }))
    }
    await Promise.all(sent)
    transport.close()
  }
  return { at, done: run() }
}

const envelope = { from: 'sender@example.com', to: ['support@localhost'] }

const mail = (n: number): string =>
  `From: lag${n % 300}@example.com\r\nTo: support@localhost\r\nSubject: Where is parcel ${n}?\r\nMessage-ID: <lag-${n}@example.com>\r\n\r\nWhere is my parcel?\r\n`
