import type { BrowserContext } from 'playwright-core'
import { type Figure, median, quantile } from '../../measure.ts'
import { numbersFrom, openAt } from './browser.ts'

const times = 40

/** From pressing a row of the queue until the customer's brief and newest entries are on the screen. */
export async function measureOpening(context: BrowserContext, url: string): Promise<Figure[]> {
  const page = await openAt(context, `${url}/queue/all`)
  await page.locator('[data-row] a').nth(times).waitFor()
  const taken: number[] = []
  for (let n = 0; n < times; n += 1) {
    taken.push(...(await numbersFrom(page, openRow(n))))
    await page.goBack()
    await page
      .locator('[data-row] a')
      .nth(n + 1)
      .waitFor()
  }
  await page.close()
  // The first one loads the screen's own script besides.
  const [first = Number.NaN, ...others] = taken
  return [
    { name: 'queue to customer, brief and first page: the very first', value: first, unit: 'ms' },
    { name: 'queue to customer, brief and first page: median', value: median(others), unit: 'ms' },
    {
      name: 'queue to customer, brief and first page: 95th percentile',
      value: quantile(others, 0.95),
      unit: 'ms',
      reach: { most: 300 },
    },
  ]
}

/** Runs in the browser: presses as a hand does, looks once a frame (other matters may still be loading), and answers when the frame that shows it all has been drawn. */
const openRow = (n: number): string => `new Promise((resolve, reject) => {
  const start = performance.now()
  const link = document.querySelectorAll('[data-row] a')[${n}]
  link.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
  link.click()
  const isThere = () =>
    document.querySelector('#main article') !== null &&
    [...document.querySelectorAll('#main h2')].some(({ textContent }) => textContent.startsWith('Before you speak')) &&
    [...document.querySelectorAll('#main [data-loading]')].every(({ textContent }) => !/history/.test(textContent))
  const look = () => {
    if (isThere()) requestAnimationFrame(() => resolve([performance.now() - start]))
    else if (performance.now() - start > 20000) reject(new Error('the customer was not shown within 20 s'))
    else requestAnimationFrame(look)
  }
  look()
})`
