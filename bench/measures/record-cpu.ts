import { formatNamed } from '../../core/channels/registry.ts'
import { payloadName } from '../../core/raw/object-name.ts'
import { recordContact } from '../../core/record/record-contact.ts'
import { defaultSource } from '../../core/source/source.ts'
import { type Figure, type Measure, median, quantile } from '../measure.ts'
import { tenKilobyteMail } from './mails.ts'
import { memoryRecorder } from './memory-recorder.ts'

const mails = 600
const warmUp = 200
const received = Date.UTC(2026, 2, 1)

/** The processor time of the whole path behind the queue: parse, identify, append, on stores in memory. */
export const recordCpu: Measure = { name: 'record-cpu', about: 'processor time to record a mail of 10 KB', run }

async function run(): Promise<Figure[]> {
  const recorder = memoryRecorder(formatNamed)
  const times: number[] = []
  for (let n = 0; n < mails + warmUp; n++) {
    const object = payloadName('mail', 'support', received + n, n.toString(16).padStart(32, '0'))
    await recorder.raw.write(object, tenKilobyteMail(n))
    const before = process.cpuUsage()
    await recordContact(recorder, { v: 1, object })
    const { user, system } = process.cpuUsage(before)
    if (n >= warmUp) times.push((user + system) / 1000)
  }
  return [
    {
      name: 'record-contact, a mail of 10 KB, stores in memory: median',
      value: median(times),
      unit: 'ms CPU',
      reach: { most: 3 },
    },
    {
      name: 'record-contact, a mail of 10 KB, stores in memory: 95th percentile',
      value: quantile(times, 0.95),
      unit: 'ms CPU',
    },
    { name: 'of that, parsing the mail: median', value: await parseTime(), unit: 'ms CPU' },
  ]
}

async function parseTime(): Promise<number> {
  const format = formatNamed('mail')
  if (format === undefined) throw new Error('no channel reads mail')
  const source = defaultSource('support', 'mail')
  const times: number[] = []
  for (let n = 0; n < mails; n++) {
    const bytes = tenKilobyteMail(n)
    const before = process.cpuUsage()
    await format.parse(
      { bytes, receivedAt: '2026-03-01T00:00:00.000Z', rawRef: { object: 'x', offset: 0, length: 1 } },
      source,
    )
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return median(times)
}
