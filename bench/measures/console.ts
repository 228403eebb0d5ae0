import * as z from 'zod'
import { customerWith } from '../../test/e2e/customers.ts'
import { longHistory, tellLongHistory } from '../../test/e2e/long-history.ts'
import { type RunningConsole, startConsole } from '../../test/e2e/running-console.ts'
import type { Figure, Measure } from '../measure.ts'
import { openBrowser } from './console/browser.ts'
import { measureLighthouse } from './console/lighthouse.ts'
import { measureLoading } from './console/loading.ts'
import { measureOpening } from './console/opening.ts'
import { measureScrolling } from './console/scrolling.ts'
import { measureTyping } from './console/typing.ts'
import { fillWorld } from './console/world.ts'

const contacts = 100_000

/** The console in a browser, on a local stack that holds a company's years. */
export const consoleMeasure: Measure = {
  name: 'console',
  about: 'loading, opening, typing and scrolling in Chromium, over 100,000 contacts',
  run,
}

async function run(): Promise<Figure[]> {
  const running = await startConsole(() => [])
  try {
    await tellLongHistory(running)
    await fillWorld(running.dataDir, contacts, Date.now())
    const customer = await customerWith(running, `email:${longHistory.identifier.value}`)
    await running.quiet()
    const browser = await openBrowser(running.url, 'Harriet Sloane')
    try {
      const { context, port } = browser
      const { url } = running
      const figures: Figure[] = []
      const measures = [
        () => measureLoading(context, url),
        () => measureOpening(context, url),
        () => measureScrolling(context, url, `/customers/${customer}`),
        async () => measureTyping(context, url, await firstConversation(running)),
        () => measureLighthouse(port, url),
      ]
      for (const measure of measures) figures.push(...(await measure()))
      return figures
    } finally {
      await browser.close()
    }
  } finally {
    await running.stop()
  }
}

const listSchema = z.object({ items: z.array(z.object({ id: z.string() })).min(1) })

async function firstConversation(running: RunningConsole): Promise<string> {
  const agent = await running.api('agent', 'Harriet Sloane')
  const { items } = await agent.read('/v1/conversations?status=open&channel=email&limit=1', listSchema)
  return `/conversations/${items[0]?.id}`
}
