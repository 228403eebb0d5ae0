import type { BrowserContext, WebSocketRoute } from 'playwright-core'
import { eventId } from '../../../core/live/position.ts'
import { type Figure, median, quantile } from '../../measure.ts'
import { numbersFrom, openAt } from './browser.ts'

const eventsPerSecond = 20
const presses = 200
const pauseMs = 60

/**
 * From a key that is pressed in an answer until the frame that shows it, while live events arrive on the console's own
 * socket. They are put into it here, so that what recording contacts costs does not stand in the figure.
 */
export async function measureTyping(context: BrowserContext, url: string, path: string): Promise<Figure[]> {
  const sockets: WebSocketRoute[] = []
  await context.routeWebSocket(/\/live\?/, socket => {
    socket.connectToServer()
    sockets.push(socket)
  })
  const page = await openAt(context, `${url}${path}`)
  await page.getByLabel('Answer to the customer').click()
  await page.evaluate(watchKeys)
  const eventNo = eventsFor(path)
  let sent = 0
  const timer = setInterval(() => {
    for (const socket of sockets) socket.send(JSON.stringify({ type: 'events', items: [eventNo(sent)] }))
    sent += 1
  }, 1000 / eventsPerSecond)
  for (let n = 0; n < presses; n += 1) await page.keyboard.type(n % 8 === 7 ? ' ' : 'a', { delay: pauseMs })
  clearInterval(timer)
  const taken = await numbersFrom(page, 'window.taken')
  await page.close()
  if (taken.length < presses || sent === 0) throw new Error(`${taken.length} keys were seen, ${sent} events sent`)
  const under = `under ${eventsPerSecond} events/s`
  return [
    { name: `key to paint ${under}: median`, value: median(taken), unit: 'ms' },
    { name: `key to paint ${under}: 95th percentile`, value: quantile(taken, 0.95), unit: 'ms', reach: { most: 50 } },
  ]
}

/** Runs in the browser: a task after the next frame's callbacks runs when that frame is drawn. */
const watchKeys = `
  window.taken = []
  addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => window.taken.push(performance.now() - timeStamp)
    port2.postMessage(0)
  }), { capture: true })`

/** Contacts of others and changes of conversations, as a busy company's console hears them. */
const eventsFor = (path: string) => (n: number) => {
  const now = Date.now()
  const head = {
    v: 1,
    id: eventId({ createdMs: now, sequence: `${n + 1}`, key: `k${n}` }),
    at: new Date(now).toISOString(),
  }
  const conversation = n % 10 === 0 ? (path.split('/').at(-1) ?? '') : `c${n % 50}`
  return n % 2 === 0
    ? { ...head, type: 'conversation', change: 'changed', conversation, contacts: n, title: `matter ${n}` }
    : { ...head, type: 'contact', change: 'new', contactId: `e${n}`, customer: `customer${n % 50}`, sortAt: head.at }
}
