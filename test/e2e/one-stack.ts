import type { TestProject } from 'vitest/node'
import { startBrowserServer } from './browsing.ts'
import { customersAt } from './customers.ts'
import { tellLongHistory } from './long-history.ts'
import { startConsole } from './running-console.ts'

/** One stack and one browser for all tests; each test has its own customers and its own browser contexts. */
export default async function start({ provide }: TestProject): Promise<() => Promise<void>> {
  const running = await startConsole(customersAt)
  const browser = await startBrowserServer()
  await tellLongHistory(running)
  const { url, smtpPort, dataDir } = running
  provide('place', { url, smtpPort, dataDir })
  provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await running.stop()
  }
}
