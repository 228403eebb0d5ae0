import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, shared, signIn } from './browsing.ts'
import type { RunningConsole } from './running-console.ts'

let running: RunningConsole
let browser: Browser
beforeAll(async () => {
  ;({ running, browser } = await shared())
})
afterAll(() => browser?.close())

test('the social team triages a mention, hands it over with what is known, and the colleague sees why', async () => {
  const [social, service] = [await openPage(browser), await openPage(browser)]
  await running.tell([
    {
      ...{ id: 'g1', channel: 'social', kind: 'mention', direction: 'inbound', text: '@larkfield my toaster smokes!' },
      occurredAt: new Date(Date.now() - 9 * 3_600_000).toISOString(),
      from: { identifier: { type: 'x', value: '5511' }, name: 'Grace Green', handle: 'gracegreen' },
      social: { network: 'x', visibility: 'public', url: 'https://x.example/gracegreen/1' },
    },
  ])
  const { page } = social
  await signIn(page, `${running.url}/mentions`, 'Priya Nair')
  const card = page.getByRole('article').filter({ hasText: 'my toaster smokes!' })
  await card.getByRole('button', { name: 'Take it' }).click()
  await card.getByText('with Priya Nair').waitFor()
  await card.getByRole('button', { name: 'Hand over' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hand over to a colleague' })
  await dialog.getByText('This goes along by itself').waitFor()
  await dialog.getByRole('button', { name: /To whom/ }).click()
  await page.getByRole('option', { name: 'Callum Reid' }).click()
  await dialog.getByLabel('Why').fill('A toaster that smokes is yours')
  await dialog.getByRole('button', { name: 'Hand over' }).click()
  await page.getByText('Handed over to Callum Reid.').waitFor()
  await signIn(service.page, `${running.url}/queue/mine`, 'Callum Reid')
  await service.page.getByRole('link', { name: /toaster/ }).click()
  await service.page.getByText('A toaster that smokes is yours').first().waitFor()
  expect([...social.wrong, ...service.wrong]).toEqual([])
  for (const { context } of [social, service]) await context.close()
})

test('marketing finds customers without seeing who they are, is shown no queue, and begins at insights', async () => {
  const { page, context, wrong } = await openPage(browser)
  await signIn(page, `${running.url}/`, 'marketing')
  await page.getByRole('heading', { name: 'Insights', level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: 'Unassigned' }).count()).toBe(0)
  await page.getByRole('searchbox').first().fill('blender')
  await page.getByText('•••').first().waitFor()
  expect(await page.getByText('Bob Baker').count()).toBe(0)
  await page.getByRole('link', { name: /•••/ }).first().click()
  await page.getByRole('article').first().waitFor()
  expect(await page.getByText(/Bob Baker|bobbakes/).count()).toBe(0)
  expect(await page.getByLabel('Answer to the customer').count()).toBe(0)
  expect(wrong).toEqual([])
  await context.close()
})

test('an operator connects a source and sees it tested, sends back what was set aside, and writes a macro', async () => {
  const { page, context, wrong } = await openPage(browser)
  await signIn(page, `${running.url}/`, 'operator')
  await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'local' }).first().click()
  await page.getByRole('heading', { level: 1, name: /local/ }).waitFor()
  // What no parser understands is kept and shown, not lost.
  await running.tell([{ id: 'broken', channel: 'carrier pigeon' }])
  await page.getByRole('link', { name: 'Set aside' }).click()
  const row = page.getByRole('row').filter({ hasText: 'contacts' }).first()
  await row.waitFor()
  await row.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Send back selected' }).click()
  await page.getByText(/1 sent back/).waitFor()
  await page.getByRole('link', { name: 'Macros and templates' }).click()
  await page.getByRole('button', { name: 'Write a macro' }).first().click()
  await page.getByLabel('Id', { exact: true }).fill('delivery-late')
  await page.getByLabel('Name', { exact: true }).fill('Delivery is late')
  await page.getByLabel('Text', { exact: true }).first().fill('We are sorry: it is late.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  expect(wrong).toEqual([])
  await context.close()
})

test('an administrator adds a colleague, who may sign in at once', async () => {
  const [admin, colleague] = [await openPage(browser), await openPage(browser)]
  const { page } = admin
  await signIn(page, `${running.url}/operations/agents`, 'admin')
  await page.getByRole('button', { name: 'Add an agent' }).first().click()
  await page.getByLabel('Id', { exact: true }).fill('ivy-irwin')
  await page.getByLabel('Name', { exact: true }).fill('Ivy Irwin')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  await signIn(colleague.page, `${running.url}/settings`, 'Ivy Irwin')
  await colleague.page.getByText('Availability').first().waitFor()
  expect([...admin.wrong, ...colleague.wrong]).toEqual([])
  for (const { context } of [admin, colleague]) await context.close()
})
