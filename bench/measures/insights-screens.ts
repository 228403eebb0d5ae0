import type { Page } from 'playwright-core'
import * as z from 'zod'
import { catalogueSchema } from '../../core/api/report.ts'
import { type OwnConsole, startConsole } from '../../test/e2e/running-console.ts'
import { tellMarketing } from '../demo/marketing.ts'
import { type Figure, type Measure, median } from '../measure.ts'
import { openAt, openBrowser } from './console/browser.ts'
import { fillInsights, someTopic } from './insights/fill.ts'

const contacts = 1_000_000
const times = 3
/** What stands where the company of this measure has no figures, as of who changed the channel. */
const nothing = 'No contact came in these days'

/** Every screen of Insights in a browser, on a local stack that holds the figures of a large company. */
export const insightsScreens: Measure = {
  name: 'insights-screens',
  about: 'from an address to its figures in Chromium, for a company of 1,000,000 contacts a year',
  run,
}

async function run(): Promise<Figure[]> {
  const running = await startConsole(() => [])
  try {
    const now = new Date()
    fillInsights(running.dataDir, contacts, now.toISOString().slice(0, 10))
    await tellMarketing(await running.api('operator'), [], now)
    await running.quiet()
    const browser = await openBrowser(running.url, 'Harriet Sloane')
    try {
      const page = await openAt(browser.context, `${running.url}/insights`)
      const used = await watchProcessor(page)
      const figures: Figure[] = []
      for (const screen of await screensOf(running)) figures.push(...(await measure(page, running.url, screen, used)))
      return figures
    } finally {
      await browser.close()
    }
  } finally {
    await running.stop()
  }
}

/** An address of the console, and what stands there once its figures are shown. */
type Screen = { address: string; shows: string }

async function screensOf(running: OwnConsole): Promise<Screen[]> {
  const api = await running.api('marketing')
  const { items } = await api.read('/v1/reports', catalogueSchema)
  const figures = '.figures .figure-value'
  const table = '#main table tbody td'
  return [
    { address: '/insights', shows: '.tiles .figure-value' },
    ...items.map(({ name }) => ({
      address: `/insights/${name}${name === 'campaign-effect' ? '?campaign=gifts' : ''}`,
      shows: figures,
    })),
    { address: '/insights/volume?period=year', shows: table },
    { address: '/insights/volume?by=agent&period=90', shows: table },
    { address: '/insights/volume?period=year&by=topic×channel', shows: table },
    { address: `/insights/topics?value=${someTopic}`, shows: '.exchanges li' },
    { address: '/insights/content-ideas', shows: '#main article' },
    { address: '/insights/digest', shows: '#main iframe' },
  ]
}

/**
 * From an address that is opened, with the redirect of signing in that comes with it, until its figures stand there. The
 * first time wakes functions besides; it is not counted.
 */
async function measure(
  page: Page,
  url: string,
  { address, shows }: Screen,
  used: () => Promise<number>,
): Promise<Figure[]> {
  const taken: number[] = []
  const worked: number[] = []
  for (let n = 0; n <= times; n++) {
    await used()
    const begun = performance.now()
    await page.goto(`${url}${address}`, { waitUntil: 'commit' })
    await page.locator(shows).or(page.getByText(nothing)).first().waitFor()
    await page.locator('#main [data-loading]').first().waitFor({ state: 'hidden' })
    taken.push(performance.now() - begun)
    worked.push(await used())
  }
  process.stderr.write(`  ${address}: ${taken.map(Math.round)} ms, ${worked.map(Math.round)} ms of processor\n`)
  return [
    { name: `${address}: median`, value: median(taken.slice(1)), unit: 'ms', reach: { most: 1000 } },
    { name: `${address}: processor, page and stack`, value: median(worked.slice(1)), unit: 'ms' },
  ]
}

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) })

/**
 * The processor time since it was asked last, in milliseconds: of the page's own thread, and of this process, in which the
 * stack and its functions run. Unlike the time that passes, it does not depend on what else the machine does.
 */
async function watchProcessor(page: Page): Promise<() => Promise<number>> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  let [pageBefore, own] = [0, process.cpuUsage()]
  return async () => {
    const { metrics } = metricsSchema.parse(await cdp.send('Performance.getMetrics'))
    const ofPage = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
    const { user, system } = process.cpuUsage(own)
    // A page that moved into a process of its own begins at nothing.
    const worked = (ofPage < pageBefore ? ofPage : ofPage - pageBefore) + (user + system) / 1000
    pageBefore = ofPage
    own = process.cpuUsage()
    return worked
  }
}
