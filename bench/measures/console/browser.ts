import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { freePort } from '../../../local/engines/free-port.ts'
import { signIn } from '../../../test/e2e/browsing.ts'

export type MeasuringBrowser = {
  context: BrowserContext
  /** Where other programs reach this browser (Chrome DevTools Protocol). */
  port: number
  close: () => Promise<void>
}

/** A Chromium of its own, whose default profile is signed in. */
export async function openBrowser(url: string, who: string): Promise<MeasuringBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'throughline-profile-'))
  const port = await freePort()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${port}`],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await signIn(page, `${url}/settings`, who)
  await page.close()
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return { context, port, close }
}

/** A page at an address of the console, already signed in. */
export async function openAt(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

/** What runs in the page answers numbers. */
export async function numbersFrom(page: Page, script: string): Promise<number[]> {
  const answer: unknown = await page.evaluate(script)
  if (!Array.isArray(answer)) throw new Error('the page answered no list')
  return answer.map(Number)
}
