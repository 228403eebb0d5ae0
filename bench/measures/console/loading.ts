import type { BrowserContext } from 'playwright-core'
import * as z from 'zod'
import type { Figure } from '../../measure.ts'

const receivedSchema = z.object({ requestId: z.string(), type: z.string() })
const finishedSchema = z.object({ requestId: z.string(), encodedDataLength: z.number() })

/** What a browser that has nothing yet loads until the queue stands there, over the wire. */
export async function measureLoading(context: BrowserContext, url: string): Promise<Figure[]> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.clearBrowserCache')
  const types = new Map<string, string>()
  const bytes = new Map<string, number>()
  cdp.on('Network.responseReceived', event => {
    const { requestId, type } = receivedSchema.parse(event)
    types.set(requestId, type)
  })
  cdp.on('Network.loadingFinished', event => {
    const { requestId, encodedDataLength } = finishedSchema.parse(event)
    const type = types.get(requestId) ?? ''
    bytes.set(type, (bytes.get(type) ?? 0) + encodedDataLength)
  })
  await page.goto(`${url}/queue/all`)
  await page.locator('[data-row]').first().waitFor()
  await page.close()
  const kilobytes = (type: string) => (bytes.get(type) ?? 0) / 1000
  return [
    { name: 'first load of the queue: script, gzip', value: kilobytes('Script'), unit: 'KB', reach: { most: 450 } },
    { name: 'first load of the queue: styles, gzip', value: kilobytes('Stylesheet'), unit: 'KB', reach: { most: 110 } },
  ]
}
