import { briefSchema } from '../../core/api/brief.ts'
import { apiOf } from '../../test/journey/api-client.ts'
import { type RunningStack, runStack } from '../../test/journey/running-stack.ts'
import { sendersTo } from '../../test/journey/senders.ts'
import { type Figure, type Measure, quantile } from '../measure.ts'

const callers = 12
/** The first is not counted: functions are just being loaded. */
const uncounted = 2
const lookEveryMs = 20

/** From the ringing of the phone to a brief that knows of it, for somebody who wrote a mail before. */
export const briefReady: Measure = {
  name: 'brief-ready',
  about: 'from a call to a matter and a brief that know it',
  run,
}

async function run(): Promise<Figure[]> {
  const stack = await runStack()
  try {
    const waits: number[] = []
    for (let n = 0; n < callers; n++) waits.push(await callOf(stack, n))
    const counted = waits.slice(uncounted)
    return [
      { name: 'from a call to its brief: median', value: quantile(counted, 0.5), unit: 's' },
      {
        name: 'from a call to its brief: the slowest of ten',
        value: Math.max(...counted),
        unit: 's',
        reach: { most: 1 },
      },
    ]
  } finally {
    await stack.stop()
  }
}

async function callOf(stack: RunningStack, n: number): Promise<number> {
  const phone = `+44207946${String(100 + n).padStart(4, '0')}`
  const send = sendersTo(stack)
  await send.mail(
    `From: caller${n}@example.com\r\nTo: support@localhost\r\nSubject: Parcel\r\nMessage-ID: <caller-${n}@example.com>\r\n\r\n` +
      `My parcel has not been delivered, order number 44718${n}.\r\n\r\n-- \r\nAlice\r\nTel. ${phone}\r\n`,
  )
  await until(stack, phone, 1)
  const rings = performance.now()
  const call = { AccountSid: 'AC00000000000000000000000000000001', CallSid: `CA${n}`, From: phone, To: '+442079460000' }
  const time = new Date().toUTCString().replace('GMT', '+0000')
  await send.twilio({ ...call, Direction: 'inbound', CallStatus: 'ringing', Timestamp: time })
  await until(stack, phone, 2)
  return (performance.now() - rings) / 1000
}

/** Until the customer's one matter has so many contacts, and the brief can be read. */
async function until(stack: RunningStack, phone: string, contacts: number): Promise<void> {
  const api = apiOf(stack)
  for (;;) {
    const [customer] = await api.customersOf(`phone:${phone}`)
    if (customer?.openConversations[0]?.contacts === contacts) {
      await api.read(`/v1/customers/${customer.id}/brief`, briefSchema)
      return
    }
    await new Promise(resolve => setTimeout(resolve, lookEveryMs))
  }
}
