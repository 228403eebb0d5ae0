import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRouter } from '../../console/app/router.tsx'
import { addressOf, newId, places } from '../../console/operations/places.ts'
import { views } from '../../console/queue/views.ts'
import { axeFinds, openPage, openWindow, shared, signIn, whenIdle } from './browsing.ts'
import { customerWith } from './customers.ts'
import type { RunningConsole } from './running-console.ts'

let running: RunningConsole
let browser: Browser
let alice = ''
let matter = ''
beforeAll(async () => {
  ;({ running, browser } = await shared())
  alice = await customerWith(running, 'email:alice@example.com')
  const { page, context } = await openWindow(browser)
  await signIn(page, `${running.url}/queue/all`, 'Harriet Sloane')
  await page
    .getByRole('link', { name: /Where is order LF-1029384/ })
    .first()
    .click()
  await page.waitForURL(/\/conversations\//)
  matter = new URL(page.url()).pathname
  await context.close()
})
afterAll(() => browser?.close())

/** One address or more of each route: a route that has none here fails the test. */
const addresses: Record<string, () => string[]> = {
  '/': () => ['/'],
  '/queue/$view': () => [...views.map(view => `/queue/${view}`), '/queue/all?channel=web'],
  '/conversations/$conversation': () => [matter],
  '/customers/$customer': () => [`/customers/${alice}`, `/customers/${alice}?channel=review`],
  '/search': () => ['/search', '/search?q=order', '/search?q=nothing+of+that+kind'],
  '/mentions': () => ['/mentions', '/mentions?network=bluesky'],
  '/insights': () => ['/insights'],
  '/insights/content-ideas': () => ['/insights/content-ideas'],
  '/insights/digest': () => ['/insights/digest'],
  '/insights/$report': () => ['/insights/volume', '/insights/volume?by=channel', '/insights/channel-switches'],
  '/settings': () => ['/settings', '/nowhere'],
  '/operations/$place': () => places.map(({ place }) => addressOf(place)),
  '/operations/$place/$id': () => [
    ...places.map(({ place }) => addressOf(place, newId)),
    ...['sources/local', 'agents/harriet-sloane', 'teams/service', 'hours/london'].map(at => `/operations/${at}`),
  ],
}

const routes = Object.keys(makeRouter(['admin']).routesByPath)

test('every route of the console has an address here', () => {
  expect(Object.keys(addresses).sort()).toEqual(routes.sort())
})

describe.each([
  ['an agent', 'Harriet Sloane', (path: string) => !path.startsWith('/operations')],
  ['an administrator', 'admin', (path: string) => path.startsWith('/operations')],
] as const)('every screen of %s', (_, who, isTheirs) => {
  let page: Page
  let context: BrowserContext
  beforeAll(async () => {
    ;({ page, context } = await openWindow(browser, { reducedMotion: 'reduce', colorScheme: 'light' }))
    await signIn(page, `${running.url}/settings`, who)
  })
  afterAll(() => context?.close())

  test('has nothing that axe finds, in the light and in the dark, and fits 320 pixels', async () => {
    for (const address of routes.filter(isTheirs).flatMap(route => addresses[route]?.() ?? [])) {
      await page.evaluate(`history.pushState(null, '', ${JSON.stringify(address)})`)
      await whenIdle(page)
      expect(`${address}: ${await axeFinds(page)}`).toBe(`${address}: `)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.locator('body.awsui-dark-mode').waitFor()
      expect(`${address}, dark: ${await axeFinds(page, ['color-contrast'])}`).toBe(`${address}, dark: `)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.locator('body:not(.awsui-dark-mode)').waitFor()
      await page.setViewportSize({ width: 320, height: 900 })
      // The frame moves its panels after the window has changed.
      await expect.poll(async () => `${address}, 320 px: ${await sideways(page)}`).toBe(`${address}, 320 px: `)
      expect(`${address}, 320 px: ${await axeFinds(page, narrow)}`).toBe(`${address}, 320 px: `)
      await page.setViewportSize({ width: 1440, height: 900 })
    }
  }, 120_000)
})

/** What the frame of a narrow screen may do otherwise: its names, roles and landmarks. */
const narrow = [
  'aria-allowed-attr',
  'aria-required-attr',
  'aria-valid-attr-value',
  'button-name',
  'link-name',
  'region',
  'landmark-unique',
  'aria-hidden-focus',
  'nested-interactive',
  'scrollable-region-focusable',
  'target-size',
]

/** What reaches beyond a screen of 320 pixels although it scrolls in nothing of its own, the outermost first. */
async function sideways(page: Page): Promise<string[]> {
  const found: unknown = await page.evaluate(`(() => {
    if (document.documentElement.scrollWidth <= 320) return []
    return [...document.querySelectorAll('body *')]
      .filter(one => one.getBoundingClientRect().right > 321)
      .slice(0, 5)
      .map(one => one.tagName + '.' + one.className)
  })()`)
  return Array.isArray(found) ? found.map(String) : []
}

test('the page for signing in has nothing that axe finds, in both themes', async () => {
  const { page, context } = await openPage(browser)
  await page.goto(`${running.url}/queue/all`)
  await page.getByRole('heading', { name: 'As a role' }).waitFor()
  expect(await axeFinds(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFinds(page)).toEqual([])
  await context.close()
})

test('what opens over a conversation has nothing that axe finds', async () => {
  const { page, context } = await openWindow(browser, { reducedMotion: 'reduce' })
  await signIn(page, `${running.url}${matter}`, 'Harriet Sloane')
  await page.getByLabel('Answer to the customer').waitFor()
  for (const open of [
    () => page.keyboard.press('?'),
    () => page.getByRole('button', { name: 'Hand over' }).click(),
    () => page.getByRole('button', { name: 'Call back' }).click(),
    () => page.getByRole('button', { name: 'Macro', exact: true }).click(),
  ]) {
    await open()
    await page.getByRole('dialog').first().waitFor()
    await whenIdle(page)
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' })
  }
  await context.close()
})

test('a browser that speaks German is answered in German, also on a small screen', async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 320, height: 700 }, locale: 'de-DE' })
  await signIn(page, `${running.url}${matter}`, 'Petra Brandt')
  await page.getByRole('heading', { name: 'Bevor Sie sprechen' }).waitFor()
  await whenIdle(page)
  expect(await sideways(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.lang')).toBe('de')
  await context.close()
})
