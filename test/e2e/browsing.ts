import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, type BrowserServer, chromium, type Page } from 'playwright-core'
import { inject, onTestFailed } from 'vitest'
import { consoleAt, type Place, type RunningConsole } from './running-console.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The stack that all tests share, and the address of their browser. */
    place: Place
    browser: string
  }
}

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args })
export const startBrowserServer = (): Promise<BrowserServer> => chromium.launchServer({ executablePath, args })

/** The stack and the browser that all tests share. */
export async function shared(): Promise<{ running: RunningConsole; browser: Browser }> {
  return { running: consoleAt(inject('place')), browser: await chromium.connect(inject('browser')) }
}

/** A page of somebody's own browser, for one test, which says what the page showed if it fails. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const opened = await openWindow(browser, options)
  tellIfFailed(opened.page)
  return opened
}

/** A page of somebody's own browser, and what went wrong in it: errors of scripts, and what the security policy stopped. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options })
  context.setDefaultTimeout(25_000)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(error.message))
  page.on('dialog', dialog => {
    wrong.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', message => {
    if (/security policy|trusted/i.test(message.text())) wrong.push(message.text())
  })
  return { page, context, wrong }
}

/** What the page shows when the test has failed, and what it was refused. */
function tellIfFailed(page: Page): void {
  const refused: string[] = []
  page.on('response', answer => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`)
  })
  onTestFailed(async () => {
    const shown = page.isClosed() ? 'The page is closed.' : await page.locator('body').ariaSnapshot()
    console.error([page.url(), ...refused, shown].join('\n'))
  })
}

/** Opens an address of the console and signs in as this person or role. */
export async function signIn(page: Page, url: string, who: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: who }).first().click()
  await page.getByRole('button', { name: /^Signed in as|^Angemeldet als/ }).waitFor()
}

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

/** What axe finds on the page as it stands, as `rule: element`: WCAG 2.2 AA and its best practices, or these rules. */
export async function axeFinds(page: Page, rules?: string[]): Promise<string[]> {
  if ((await page.evaluate('"axe" in window')) !== true) await page.evaluate(axe)
  const options = JSON.stringify(rules === undefined ? {} : { runOnly: rules })
  const found: unknown = await page.evaluate(
    `axe.run(${options}).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' '))))`,
  )
  return Array.isArray(found) ? found.map(String) : [String(found)]
}

/** Waits until nothing on the page is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[data-loading]').first().waitFor({ state: 'hidden' })
}

const idleMs = 150

/** Waits until the screen has asked for nothing for a moment, and nothing on it is loading. */
export async function whenIdle(page: Page): Promise<void> {
  const asked = () => {
    last = performance.now()
  }
  let last = performance.now()
  page.on('request', asked)
  page.on('requestfinished', asked)
  while (performance.now() - last < idleMs) await pause(20)
  page.off('request', asked)
  page.off('requestfinished', asked)
  await settled(page)
}
