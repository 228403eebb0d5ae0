import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPage, shared, signIn } from './browsing.ts'
import { customerWith } from './customers.ts'
import { writeMail } from './people.ts'
import type { RunningConsole } from './running-console.ts'

let running: RunningConsole
let browser: Browser
beforeAll(async () => {
  ;({ running, browser } = await shared())
})
afterAll(() => browser?.close())

/** The conversation of somebody who has just written. */
async function openMatter(page: Page, who: string, title: string): Promise<void> {
  await signIn(page, `${running.url}/queue/all`, who)
  await page.getByRole('link', { name: title }).first().click()
  await page.waitForURL(/\/conversations\//)
}

test('two colleagues see each other; of two answers the second is held and shown the first', async () => {
  const erin = { subject: 'Which size fits a cot?', text: 'Which size of sheet fits a cot?' }
  await writeMail(running, { name: 'Erin Ellis', address: 'erin@example.com' }, erin)
  const [one, other] = [await openPage(browser), await openPage(browser)]
  await openMatter(one.page, 'Harriet Sloane', erin.subject)
  await signIn(other.page, one.page.url(), 'Petra Brandt')
  await one.page.getByText('Petra Brandt is here too.').waitFor()
  await one.page.getByLabel('Answer to the customer').fill('The one of 60 by 120.')
  await other.page.getByText('Harriet Sloane is writing.').first().waitFor()
  await other.page.getByLabel('Answer to the customer').fill('Take 70 by 140, please.')
  await one.page.getByRole('button', { name: 'Send', exact: true }).click()
  await one.page.getByText(/^Your answer goes to Erin Ellis/).waitFor()
  await other.page.getByText(/^Harriet Sloane answered meanwhile/).waitFor()
  await other.page.getByRole('button', { name: 'Send', exact: true }).click()
  const held = other.page.getByRole('alert').filter({ hasText: 'Look at this before it goes out' })
  await held.getByText('The one of 60 by 120.').waitFor()
  expect(await other.page.getByLabel('Answer to the customer').inputValue()).toBe('Take 70 by 140, please.')
  expect([...one.wrong, ...other.wrong]).toEqual([])
  for (const { context } of [one, other]) await context.close()
})

test('what comes in is seen by both at once, what one does changes the queue of the other', async () => {
  const [one, other] = [await openPage(browser), await openPage(browser)]
  const fay = { subject: 'A hinge is missing', text: 'There was no hinge in the box.' }
  await writeMail(running, { name: 'Fay Field', address: 'fay@example.com' }, fay)
  await openMatter(one.page, 'Harriet Sloane', fay.subject)
  await signIn(other.page, `${running.url}/queue/all`, 'Claire Moreau')
  const row = other.page.getByRole('row').filter({ hasText: fay.subject })
  await row.waitFor()
  await one.page.getByRole('button', { name: 'Take it' }).click()
  await row.getByText('Harriet Sloane').waitFor()
  await writeMail(running, { name: 'Fay Field', address: 'fay@example.com' }, { ...fay, text: 'I found the hinge.' })
  await one.page.getByText('I found the hinge.').first().waitFor()
  await row.getByText('2 contacts').waitFor()
  await one.page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await row.waitFor({ state: 'hidden' })
  for (const { context } of [one, other]) await context.close()
})

test('what came while the network was away is there once when it is back, and being away is said', async () => {
  const { page, context } = await openPage(browser)
  const henry = { name: 'Henry Hill', identifier: { type: 'email', value: 'henry@example.com' } }
  const told = (n: number) => ({
    ...{
      id: `h${n}`,
      channel: 'message',
      kind: 'direct',
      direction: 'inbound',
      from: henry,
      text: `Word ${n} of mine`,
    },
    ...{ occurredAt: new Date().toISOString(), social: { network: 'x', visibility: 'private' } },
  })
  await running.tell([told(0)])
  const customer = await customerWith(running, 'email:henry@example.com', 1)
  await signIn(page, `${running.url}/customers/${customer}`, 'Harriet Sloane')
  await page.getByText('Word 0 of mine').first().waitFor()
  await context.setOffline(true)
  await page
    .getByText(/You are offline/)
    .first()
    .waitFor()
  await running.tell(Array.from({ length: 12 }, (_, n) => told(n + 1)))
  await customerWith(running, 'email:henry@example.com', 13)
  await context.setOffline(false)
  await page
    .getByText(/You are offline/)
    .first()
    .waitFor({ state: 'hidden' })
  const words = () => page.locator('article.inbound .words').allTextContents()
  const wanted = Array.from({ length: 13 }, (_, n) => `Word ${n} of mine`)
  await expect.poll(async () => (await words()).sort(), { timeout: 40_000 }).toEqual(wanted.sort())
  await running.tell([told(13)])
  await page.getByText('Word 13 of mine').first().waitFor()
  await context.close()
})
