import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { openPage, shared, signIn } from './browsing.ts'
import { customerWith } from './customers.ts'
import { longHistory } from './long-history.ts'
import type { RunningConsole } from './running-console.ts'

let running: RunningConsole
let browser: Browser
beforeAll(async () => {
  ;({ running, browser } = await shared())
})
afterAll(() => browser?.close())

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) })

/** Bytes of scripts' objects that are still needed. */
async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = metricsSchema.parse(await cdp.send('Performance.getMetrics'))
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
}

test('ten thousand entries are scrolled to the oldest, with few of them on the page and memory bounded', async () => {
  const { page, context, wrong } = await openPage(browser)
  const customer = await customerWith(running, `email:${longHistory.identifier.value}`)
  await signIn(page, `${running.url}/customers/${customer}`, 'Harriet Sloane')
  await page
    .getByRole('article', { name: /Carol Carter/ })
    .first()
    .waitFor()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const before = await heapOf(cdp)
  await page.evaluate(scrollDown)
  await page.getByText(longHistory.oldest).first().waitFor()
  expect(await page.getByRole('article').count()).toBeLessThan(60)
  expect(await page.locator('#main *').count()).toBeLessThan(4000)
  expect((await heapOf(cdp)) - before).toBeLessThan(30_000_000)
  expect(wrong).toEqual([])
  await context.close()
}, 90_000)

/** Runs in the browser: as fast as pages come, until nothing older is offered. */
const scrollDown = `new Promise(resolve => {
  const step = () => {
    scrollTo(0, document.documentElement.scrollHeight)
    const older = [...document.querySelectorAll('.older button')].some(({ textContent }) => textContent === 'Load older')
    if (document.querySelector('article') && !older) resolve()
    else setTimeout(step, 20)
  }
  step()
})`

/** The customer's screen, and a way to press one of its ways to a place. */
async function openCarol() {
  const { page, context } = await openPage(browser)
  const customer = await customerWith(running, `email:${longHistory.identifier.value}`)
  await signIn(page, `${running.url}/customers/${customer}`, 'Harriet Sloane')
  await page
    .getByRole('article', { name: /Carol Carter/ })
    .first()
    .waitFor()
  const goTo = async (where: string) => {
    await page.getByRole('button', { name: 'Go to' }).click()
    await page.getByRole('menuitem', { name: where }).click()
  }
  return { page, context, goTo }
}

test('of ten thousand entries the very first is gone to at once, and the newest again', async () => {
  const { page, context, goTo } = await openCarol()
  await goTo('The very first')
  await page.getByText(longHistory.oldest).first().waitFor()
  await goTo('The newest')
  await page.getByText('Ten years with you now.').first().waitFor()
  await context.close()
})

test('of ten thousand entries those of a day are shown when somebody goes there', async () => {
  const { page, context, goTo } = await openCarol()
  await goTo('A day …')
  const day = new Date(Date.now() - 2000 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Day to go to').fill(day)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL(/at=/)
  try {
    await page.locator(`article time[datetime^="${day}"]`).first().waitFor({ timeout: 8000 })
  } finally {
    await context.close()
  }
})
