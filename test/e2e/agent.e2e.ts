import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, shared, signIn } from './browsing.ts'
import { writeMail } from './people.ts'
import type { RunningConsole } from './running-console.ts'

let running: RunningConsole
let browser: Browser
beforeAll(async () => {
  ;({ running, browser } = await shared())
})
afterAll(() => browser?.close())

const matter = /Where is order LF-1029384/
const openAlice = async (page: Page) => {
  await page.getByRole('link', { name: matter }).first().click()
  await page.getByRole('heading', { name: 'Alice Archer' }).waitFor()
  await page
    .getByRole('article', { name: /^Mail from Alice/ })
    .first()
    .waitFor()
}

test('signs in, opens a customer, sees all channels, takes the matter, notes something, resolves it, and thinks again', async () => {
  const { page, wrong, context } = await openPage(browser)
  await signIn(page, `${running.url}/queue/all`, 'Harriet Sloane')
  await openAlice(page)
  expect(await page.getByRole('article', { name: /^Call from Alice/ }).textContent()).toContain('waited 1:35')
  await page.getByText('Before you speak').waitFor()
  await page.getByRole('button', { name: 'Take it' }).click()
  await page.getByText(/was assigned/).waitFor()
  await page.getByRole('tab', { name: 'Internal note' }).click()
  await page.getByLabel('Note for colleagues').fill('Warehouse asked. @ben-ashby')
  await page.getByText('tells Ben Ashby').first().waitFor()
  await page.getByRole('button', { name: 'Save note' }).click()
  await page.getByRole('article', { name: /^Note of Harriet Sloane/ }).waitFor()
  await page.keyboard.press('e')
  await page.getByText(/is resolved/).waitFor()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await page.getByText('Taken back.').waitFor()
  await page.getByRole('button', { name: 'Resolve', exact: true }).waitFor()
  expect(wrong).toEqual([])
  await context.close()
})

test('answers by mail with the keyboard alone, from the queue until it is done', async () => {
  const { page, context, wrong } = await openPage(browser)
  await writeMail(running, { name: 'Dana Dale', address: 'dana@example.com' }, dana)
  await signIn(page, `${running.url}/queue/all`, 'Ben Ashby')
  await page.getByRole('link', { name: dana.subject }).first().waitFor()
  const { keyboard } = page
  await keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'hidden' })
  await reach(page, dana.subject)
  await keyboard.press('a')
  await page.getByText(/was assigned/).waitFor()
  await keyboard.press('Enter')
  await page.waitForURL(/\/conversations\//)
  await page.getByRole('heading', { name: 'Dana Dale' }).waitFor()
  await page.getByLabel('Answer to the customer').waitFor()
  await keyboard.press('r')
  await keyboard.type('It leaves the warehouse tonight.')
  await keyboard.press('Control+Enter')
  await page.getByText(/^Your answer goes to Dana Dale/).waitFor()
  await page.getByText('On its way').first().waitFor()
  // What was sent comes in like every contact.
  await page.getByRole('article', { name: /^Mail by us, Ben Ashby/ }).waitFor({ timeout: 30_000 })
  await keyboard.press('Escape')
  await keyboard.press('e')
  await page.getByText(/is resolved/).waitFor()
  await keyboard.press('g')
  await page.waitForURL(/\/queue\//)
  await keyboard.press('/')
  await keyboard.type('020 7946 0018')
  await page.getByRole('link', { name: 'Alice Archer' }).first().waitFor()
  expect(page.url()).toContain('/search?q=')
  expect(wrong).toEqual([])
  await context.close()
})

const dana = { subject: 'When does my lamp leave?', text: 'I ordered a lamp a week ago. When does it leave?' }

/** Goes down the list with j until this matter has the focus. */
async function reach(page: Page, title: string): Promise<void> {
  const focused = page.locator('[data-row]:focus-within, [data-row]:focus')
  for (let presses = 0; presses < 50; presses += 1) {
    await page.keyboard.press('j')
    if ((await focused.textContent())?.includes(title)) return
  }
  throw new Error(`${title} was not reached`)
}

test('keeps what was written when the network goes and the page is loaded again', async () => {
  const { page, context } = await openPage(browser)
  await signIn(page, `${running.url}/queue/all`, 'Ben Ashby')
  await openAlice(page)
  await page.getByRole('tab', { name: 'Internal note' }).click()
  await page.getByLabel('Note for colleagues').fill('Half a thought')
  await context.setOffline(true)
  await page
    .getByText(/You are offline/)
    .first()
    .waitFor()
  await context.setOffline(false)
  await page
    .getByText(/You are offline/)
    .first()
    .waitFor({ state: 'hidden' })
  await page.reload()
  await page.getByRole('heading', { name: 'Alice Archer' }).waitFor()
  expect(await page.getByLabel('Note for colleagues').inputValue()).toBe('Half a thought')
  await context.close()
})

test('an address leads back to what it showed, after signing in and after signing out', async () => {
  const { page, context } = await openPage(browser)
  await signIn(page, `${running.url}/queue/all?channel=web`, 'Priya Nair')
  expect(page.url()).toBe(`${running.url}/queue/all?channel=web`)
  await page.getByText('Nothing matches the filter').waitFor()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await page.getByRole('link', { name: matter }).first().waitFor()
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'As a role' }).waitFor()
  await context.close()
})
