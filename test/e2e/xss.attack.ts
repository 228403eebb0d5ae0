import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, startBrowser } from './browsing.ts'
import { type RunningConsole, startConsole } from './running-console.ts'
import { attackByColleagues, attackByMail, attackByPosts, behind, customerOf } from './xss/attack.ts'
import { payloads } from './xss/payloads.ts'
import { dangersOn, openWatched } from './xss/watch.ts'

let running: RunningConsole
let browser: Browser
let page: Page
let wrong: string[]
let posters: Awaited<ReturnType<typeof attackByPosts>> = []
let mailers: Awaited<ReturnType<typeof attackByMail>> = []
beforeAll(async () => {
  ;[running, browser] = await Promise.all([startConsole(() => [contactOfAlice]), startBrowser()])
  ;[posters, mailers] = await Promise.all([attackByPosts(running), attackByMail(running)])
  await running.quiet()
  ;({ page, wrong } = await openWatched(browser, running.url))
  await signIn(page, `${running.url}/queue/all`, 'Harriet Sloane')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

const contactOfAlice = {
  ...{ id: 'a1', channel: 'email', kind: 'mail', direction: 'inbound', subject: 'Hello', text: 'Hello' },
  occurredAt: new Date().toISOString(),
  from: { identifier: { type: 'email', value: 'alice@example.com' }, name: 'Alice Archer' },
}

const loaded = () => expect.poll(() => page.locator('[data-loading]').count(), { timeout: 10_000 }).toBe(0)

/** A customer's screen with all that is first loaded of it. */
async function openCustomer(identifier: string): Promise<number> {
  await page.goto(`${running.url}/customers/${await customerOf(running, identifier)}`)
  await page.locator('article').first().waitFor()
  await loaded()
  return page.locator('article').count()
}

test('there are at least 200 payloads', () => expect(payloads.length).toBeGreaterThanOrEqual(200))

test('no name, subject or reason in the queue runs', async () => {
  await page.getByRole('row').nth(5).waitFor()
  expect([await dangersOn(page), wrong]).toEqual([[], []])
})

test('no post, call, message, review or file name runs', async () => {
  for (const { identifier, posts } of posters) {
    expect(await openCustomer(identifier)).toBeGreaterThanOrEqual(posts)
    expect([identifier, await dangersOn(page), wrong]).toEqual([identifier, [], []])
  }
})

test('no mail runs, neither its words nor its markup nor what came with it', async () => {
  for (const { identifier, mails, tame } of mailers) {
    await openCustomer(identifier)
    const shows = page.getByRole('button', { name: 'Show the original' })
    expect(await shows.count()).toBe(mails)
    for (let left = mails; left > 0; left -= 1) await shows.first().click()
    await expect.poll(() => page.evaluate(drawn), { timeout: 30_000 }).toBe(mails)
    expect(await page.evaluate(reached)).toBe(tame)
    expect([identifier, await dangersOn(page), wrong]).toEqual([identifier, [], []])
  }
}, 120_000)

/** Run in the browser. */
const frames = `[...document.querySelectorAll('iframe')].map(frame => frame.contentDocument)`
const drawn = `${frames}.filter(({ head }) => head.querySelector('meta')).length`
const reached = `${frames}.map(({ body }) => body.textContent.split('${behind}').length - 1).reduce((sum, one) => sum + one, 0)`

test('what calls itself a picture and is none is not shown', async () => {
  const look = page.getByRole('button', { name: /^Look at/ })
  for (const button of (await look.all()).slice(0, 5)) await button.click()
  await page.getByText('This is not a picture').first().waitFor()
  expect([await dangersOn(page), wrong]).toEqual([[], []])
})

describe('words of colleagues', () => {
  test('in notes, reasons, drafts and macros do not run', async () => {
    const customer = await customerOf(running, 'email:alice@example.com')
    const conversation = await attackByColleagues(running, customer)
    await page.goto(`${running.url}/conversations/${conversation}`)
    await page.getByText('Internal note').first().waitFor()
    expect([await dangersOn(page), wrong]).toEqual([[], []])
    await page.getByRole('button', { name: /macro/i }).first().click()
    await page.getByRole('dialog').waitFor()
    await loaded()
    expect([await dangersOn(page), wrong]).toEqual([[], []])
  })
})

test('what is searched for, and what is found, does not run', async () => {
  for (const payload of payloads.filter((_, at) => at % 25 === 0)) {
    await page.goto(`${running.url}/search?q=${encodeURIComponent(payload.slice(0, 200))}`)
    await page.getByRole('heading').first().waitFor()
    await loaded()
    expect([payload, await dangersOn(page), wrong]).toEqual([payload, [], []])
  }
})
