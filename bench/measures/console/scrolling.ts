import type { BrowserContext, CDPSession } from 'playwright-core'
import * as z from 'zod'
import { type Figure, quantile } from '../../measure.ts'
import { numbersFrom, openAt } from './browser.ts'

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) })

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = metricsSchema.parse(await cdp.send('Performance.getMetrics'))
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6
}

/** A customer of ten thousand entries, scrolled from the newest to the oldest. */
export async function measureScrolling(context: BrowserContext, url: string, path: string): Promise<Figure[]> {
  const page = await openAt(context, `${url}${path}`)
  await page.locator('article').first().waitFor()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const before = await heapOf(cdp)
  const frames = await numbersFrom(page, scrollToOldest)
  const after = await heapOf(cdp)
  await page.close()
  const late = frames.filter(ms => ms > 50).length
  return [
    { name: 'scrolling 10,000 entries: frames', value: frames.length, unit: 'frames' },
    {
      name: 'scrolling 10,000 entries: frame, 95th percentile',
      value: quantile(frames, 0.95),
      unit: 'ms',
      reach: { most: 50 },
    },
    { name: 'scrolling 10,000 entries: frames over 50 ms', value: (100 * late) / frames.length, unit: '%' },
    { name: 'memory of scripts before', value: before, unit: 'MB' },
    { name: 'memory of scripts after all were scrolled through', value: after, unit: 'MB' },
  ]
}

/** Runs in the browser: three quarters of a screen each frame, waiting where older entries are still being loaded. */
const scrollToOldest = `new Promise(resolve => {
  const frames = []
  let last = performance.now()
  let still = 0
  const step = now => {
    frames.push(now - last)
    last = now
    const { scrollHeight, clientHeight } = document.documentElement
    const isAtEnd = scrollY + clientHeight >= scrollHeight - 2
    const older = [...document.querySelectorAll('.older button')].some(({ textContent }) => textContent === 'Load older')
    still = isAtEnd && !older ? still + 1 : 0
    if (still > 5) resolve(frames)
    else {
      scrollBy(0, Math.round(clientHeight * 0.75))
      requestAnimationFrame(step)
    }
  }
  requestAnimationFrame(step)
})`
