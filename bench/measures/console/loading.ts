import type { BrowserContext } from 'playwright-core'
import type { Figure } from '../../measure.ts'
import { numbersFrom, openAt } from './browser.ts'

/**
 * What a browser loads until the queue stands there: the bodies as they come over the wire, compressed, without the
 * heads of the answers (Resource Timing, encodedBodySize: https://www.w3.org/TR/resource-timing/).
 */
export async function measureLoading(context: BrowserContext, url: string): Promise<Figure[]> {
  const page = await openAt(context, `${url}/queue/all`)
  await page.locator('[data-row]').first().waitFor()
  const [script = Number.NaN, styles = Number.NaN] = await numbersFrom(page, sizes)
  await page.close()
  return [
    { name: 'first load of the queue: script, gzip', value: script, unit: 'KB', reach: { most: 450 } },
    { name: 'first load of the queue: styles, gzip', value: styles, unit: 'KB', reach: { most: 110 } },
  ]
}

/** Runs in the browser. */
const sizes = `(() => {
  const loaded = [...new Map(performance.getEntriesByType('resource').map(entry => [entry.name, entry])).values()]
  const kilobytes = ending => loaded
    .filter(({ name }) => new URL(name).pathname.endsWith(ending))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize / 1000, 0)
  return ['.js', '.css'].map(kilobytes)
})()`
