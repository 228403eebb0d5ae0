import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openPage, settled, signIn, startBrowser } from './browsing.ts'
import { customersAt } from './customers.ts'
import { startConsole } from './running-console.ts'

/** Writes pictures of the main screens to docs/screenshots. */
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
mkdirSync(folder, { recursive: true })

const [running, browser] = await Promise.all([startConsole(customersAt), startBrowser()])
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await openPage(browser, { colorScheme })
    const shoot = async (name: string) => {
      await settled(page)
      await page.screenshot({ path: `${folder}${name}-${colorScheme}.png` })
    }
    await page.goto(`${running.url}/queue/all`)
    await page.getByRole('heading', { name: 'As a role' }).waitFor()
    await page.screenshot({ path: `${folder}sign-in-${colorScheme}.png` })
    await signIn(page, `${running.url}/queue/all`, 'Harriet Sloane')
    await page
      .getByRole('link', { name: /order LF/ })
      .first()
      .waitFor()
    await shoot('queue')
    await page
      .getByRole('link', { name: /order LF/ })
      .first()
      .click()
    await page.getByRole('article').first().waitFor()
    await shoot('customer')
    await page.getByRole('searchbox').first().fill('blender')
    await page.getByRole('link', { name: 'Bob Baker' }).first().waitFor()
    await shoot('search')
    await context.close()
  }
} finally {
  await browser.close()
  await running.stop()
}
