import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFinds, openPage, settled, signIn, startBrowser } from './browsing.ts'
import { attacksAt, customersAt } from './customers.ts'
import { type RunningConsole, startConsole } from './running-console.ts'

let running: RunningConsole
let browser: Browser
beforeAll(async () => {
  ;[running, browser] = await Promise.all([
    startConsole(now => [...customersAt(now), ...attacksAt(now)]),
    startBrowser(),
  ])
})
afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

const matter = /Where is order LF-1029384/
const openAlice = async (page: Page) => {
  await page.getByRole('link', { name: matter }).first().click()
  await page.getByRole('heading', { name: 'Alice Archer' }).waitFor()
  await page
    .getByRole('article', { name: /^Mail from Alice/ })
    .first()
    .waitFor()
}

describe('an agent', () => {
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
    await page.getByRole('heading', { name: matter }).first().click()
    await page.keyboard.press('e')
    await page.getByText(/is resolved/).waitFor()
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await page.getByText('Taken back.').waitFor()
    await page.getByRole('button', { name: 'Resolve', exact: true }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  })

  test('works through the queue by keyboard', async () => {
    const { page, context } = await openPage(browser)
    await signIn(page, `${running.url}/queue/all`, 'Ben Ashby')
    await page.getByRole('link', { name: matter }).first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/conversations\//)
    await page.keyboard.press('/')
    await page.keyboard.type('020 7946 0018')
    await page.getByRole('link', { name: 'Alice Archer' }).first().waitFor()
    expect(page.url()).toContain('/search?q=')
    await context.close()
  })

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
})

test('two colleagues see each other, and both see at once what comes in', async () => {
  const [one, other] = [await openPage(browser), await openPage(browser)]
  await signIn(one.page, `${running.url}/queue/all`, 'Harriet Sloane')
  await openAlice(one.page)
  await signIn(other.page, one.page.url(), 'Petra Brandt')
  await one.page.getByText('Petra Brandt is here too.').waitFor()
  await running.tell([
    {
      ...{ id: 'a9', channel: 'email', kind: 'mail', direction: 'inbound', occurredAt: new Date().toISOString() },
      from: { identifier: { type: 'email', value: 'alice@example.com' }, name: 'Alice Archer' },
      ...{ subject: 'Found it', text: 'It was with the neighbours.' },
    },
  ])
  for (const { page } of [one, other]) await page.getByText('It was with the neighbours.').first().waitFor()
  for (const { context } of [one, other]) await context.close()
})

test('marketing finds customers without seeing who they are, and is shown no queue', async () => {
  const { page, context } = await openPage(browser)
  await signIn(page, `${running.url}/`, 'marketing')
  await page.getByRole('heading', { name: 'Search', level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: 'Unassigned' }).count()).toBe(0)
  await page.getByRole('searchbox').first().fill('blender')
  await page.getByText('•••').first().waitFor()
  expect(await page.getByText('Bob Baker').count()).toBe(0)
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

test('no words of a customer run', async () => {
  const { page, context, wrong } = await openPage(browser)
  await signIn(page, `${running.url}/queue/mentions`, 'Priya Nair')
  await page.locator('[data-row] a', { hasText: 'ran=1' }).first().click()
  await page.getByRole('article').first().waitFor()
  await settled(page)
  expect(await page.evaluate('window.ran')).toBeUndefined()
  expect(wrong).toEqual([])
  await context.close()
})

describe.each(['light', 'dark'] as const)('in the %s theme', colorScheme => {
  test('axe finds nothing on any screen', async () => {
    const { page, context } = await openPage(browser, { colorScheme })
    await page.goto(`${running.url}/queue/all`)
    await page.getByRole('heading', { name: 'As a role' }).waitFor()
    expect(await axeFinds(page)).toEqual([])
    await signIn(page, `${running.url}/queue/all`, 'Harriet Sloane')
    await page.getByRole('link', { name: matter }).first().waitFor()
    expect(await axeFinds(page)).toEqual([])
    await openAlice(page)
    await settled(page)
    expect(await axeFinds(page)).toEqual([])
    await page.getByRole('searchbox').first().fill('order')
    await page.getByRole('heading', { name: 'Search: order' }).waitFor()
    await settled(page)
    expect(await axeFinds(page)).toEqual([])
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText('Time zone').first().waitFor()
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await axeFinds(page)).toEqual([])
    await context.close()
  })
})

test('on a screen of 320 pixels nothing is cut off, and German is spoken where it is wanted', async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 320, height: 700 }, locale: 'de-DE' })
  await signIn(page, `${running.url}/queue/all`, 'Petra Brandt')
  await page.getByRole('heading', { name: /^Alle offenen/ }).waitFor()
  await page.getByRole('link', { name: matter }).first().click()
  await page.getByRole('heading', { name: 'Bevor Sie sprechen' }).waitFor()
  await settled(page)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  expect(await page.evaluate('document.documentElement.lang')).toBe('de')
  await context.close()
})
