import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import * as z from 'zod'
import { openWindow, settled, signIn, startBrowser } from './browsing.ts'

/**
 * `npm run demo`, and beside it `npm run screenshots [-- <address of the console> [<name> …]]`: writes pictures of the
 * main screens, or of these, to docs/screenshots, of the company whose month the demo has told.
 */
const [url = 'http://127.0.0.1:4000', ...wanted] = process.argv.slice(2)
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
mkdirSync(folder, { recursive: true })

/** A screen, where it is, what it is called, and what stands there once it is all there. */
type Shot = { name: string; path: string; title: RegExp; shown: string }

const ofService = (matter: string): Shot[] => [
  { name: 'queue', path: '/queue/all', title: /^All open/, shown: '[data-row]' },
  { name: 'customer', path: `/conversations/${matter}`, title: /./, shown: '#main article' },
]
const ofAll: Shot[] = [
  { name: 'mentions', path: '/mentions', title: /^Mentions/, shown: '.mention-post strong' },
  { name: 'search', path: '/search?q=refund', title: /refund/, shown: '#main a[href^="/customers/"]' },
  { name: 'insights', path: '/insights', title: /^Insights/, shown: '#main h2' },
  { name: 'topics', path: '/insights/topics', title: /topic/i, shown: '#main table' },
  { name: 'content-ideas', path: '/insights/content-ideas', title: /ideas/i, shown: '#main article, #main h2' },
]
const ofOperator: Shot[] = [{ name: 'sources', path: '/operations/sources', title: /^Sources/, shown: '#main tbody a' }]

/** A stack that was just filled starts its functions as they are asked for. */
const patienceMs = 90_000

const rowsSchema = z.object({
  items: z.array(z.object({ id: z.string(), contacts: z.number(), channels: z.array(z.string()) })),
})

const browser = await startBrowser()
try {
  await shootAs(browser, 'operator', 'light', async () => ofOperator)
  await shootAs(browser, 'Harriet Sloane', 'light', async page => [...ofService(await liveliest(page)), ...ofAll])
  await shootAs(browser, 'Harriet Sloane', 'dark', async page => ofService(await liveliest(page)))
} finally {
  await browser.close()
}

type Theme = 'light' | 'dark'

async function shootAs(browser: Browser, who: string, theme: Theme, shotsOn: (page: Page) => Promise<Shot[]>) {
  const { page, context } = await openWindow(browser, { colorScheme: theme, reducedMotion: 'reduce' })
  context.setDefaultTimeout(patienceMs)
  await signIn(page, `${url}/settings`, who)
  const shots = (await shotsOn(page)).filter(({ name }) => wanted.length === 0 || wanted.includes(`${name}-${theme}`))
  for (const { name, path, title, shown } of shots) {
    await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator(shown).first().waitFor()
    await settled(page)
    await page.screenshot({ path: `${folder}${name}-${theme}.png` })
  }
  await context.close()
}

/** The open matter that went over most channels: it shows what the console is for. */
async function liveliest(page: Page): Promise<string> {
  const answer = page.waitForResponse(response => /\/v1\/conversations\?/.test(response.url()) && response.ok())
  await page.evaluate(`history.pushState(null, '', '/queue/all')`)
  const { items } = rowsSchema.parse(await (await answer).json())
  const [first] = items.sort((a, b) => b.channels.length - a.channels.length || b.contacts - a.contacts)
  if (first === undefined) throw new Error(`${url} has no open conversation: npm run demo makes some`)
  return first.id
}
