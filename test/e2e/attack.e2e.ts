import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shared, signIn } from './browsing.ts'
import { customerWith } from './customers.ts'
import type { RunningConsole } from './running-console.ts'
import {
  attackByColleagues,
  attackByMail,
  attackByPosts,
  attacker,
  behind,
  type Mailer,
  untilThere,
} from './xss/attack.ts'
import { packed, payloads } from './xss/payloads.ts'
import { dangersOn, openWatched } from './xss/watch.ts'

let running: RunningConsole
let close: () => Promise<void>
let page: Page
let wrong: string[]
let mailers: Mailer[] = []
let told = { contacts: 0, matters: 0 }
beforeAll(async () => {
  const { running: started, browser } = await shared()
  running = started
  ;[told, mailers] = await Promise.all([attackByPosts(running), attackByMail(running)])
  await untilThere(running, told, mailers)
  const watched = await openWatched(browser, running.url)
  ;({ page, wrong } = watched)
  await signIn(page, `${running.url}/settings`, 'Harriet Sloane')
  close = async () => {
    await watched.context.close()
    await browser.close()
  }
}, 300_000)
afterAll(() => close?.())

/** Nothing is loading, and nothing ran nor could. */
async function safe(): Promise<void> {
  await expect.poll(() => page.locator('[data-loading]').count(), { timeout: 10_000 }).toBe(0)
  expect([await dangersOn(page), wrong]).toEqual([[], []])
}

/** Another screen of the console without loading the console again. */
async function go(path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`,
  )
}

test('there are at least 200 payloads, and where nothing protects a page the same watch sees them run and ask', async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(200)
  const { browser } = await shared()
  const bare = await openWatched(browser, 'about:blank')
  await bare.page.setContent(payloads.filter(payload => /^<(?:img|svg|iframe|script)/.test(payload)).join('\n'))
  await expect.poll(() => dangersOn(bare.page)).toContain('something ran')
  expect(bare.wrong.join()).toMatch(/asked https:\/\/canary/)
  await browser.close()
})

test('no words, name, handle, subject, file or field of a call run on the timeline, and every one is there', async () => {
  const customer = await customerWith(running, attacker, told.contacts)
  await go(`/customers/${customer}`)
  await page.locator('article').first().waitFor()
  const rows = new Set<string>()
  let shown = ''
  await expect
    .poll(
      async () => {
        await safe()
        for (const [row, text] of await rowsAndTexts()) {
          if (!rows.has(row)) shown += text
          rows.add(row)
        }
        await page.evaluate('scrollBy(0, 4000)')
        return rows.size
      },
      { timeout: 30_000 },
    )
    .toBe(told.contacts)
  const unseen = packed(400).filter(words => !shown.includes(words.replaceAll(/[\s\0]+/g, ' ')))
  expect(unseen).toEqual([])
})

/** Each contact on the screen with its words, white space made one. */
async function rowsAndTexts(): Promise<[string, string][]> {
  const articles = await page.locator('article.inbound').all()
  return Promise.all(
    articles.map(async article => {
      const [row, text] = await Promise.all([article.getAttribute('data-row'), article.textContent()])
      return [row ?? '', (text ?? '').replaceAll(/[\s\0]+/g, ' ')] as [string, string]
    }),
  )
}

test('no name, subject or reason in the queue runs, nor any card of the mentions', async () => {
  await go('/queue/mentions')
  await page.getByRole('button', { name: 'Load more' }).click()
  await expect.poll(() => page.locator('[data-row]').count(), { timeout: 10_000 }).toBeGreaterThanOrEqual(told.matters)
  await safe()
  await go('/mentions')
  await expect.poll(() => page.locator('.mention-post').count(), { timeout: 20_000 }).toBeGreaterThanOrEqual(10)
  await safe()
})

test('what is searched for, and what is found, does not run', async () => {
  const box = page.getByRole('searchbox').first()
  for (const q of ['onerror', 'javascript', 'canary', ...payloads.filter((_, at) => at % 40 === 0)]) {
    await box.fill(q.slice(0, 200))
    await page.waitForURL(url => url.searchParams.get('q') === q.slice(0, 200).trim())
    await safe()
  }
})

test('no mail runs, neither its words nor its markup nor what came with it', async () => {
  for (const { identifier, mails, tame } of mailers) {
    await go(`/customers/${await customerWith(running, identifier, mails)}`)
    await page
      .getByRole('button', { name: 'Show the original' })
      .nth(mails - 1)
      .waitFor()
    await page.evaluate(showAll)
    await expect.poll(() => page.evaluate(drawn), { timeout: 20_000 }).toBe(mails)
    expect(await page.evaluate(reached)).toBe(tame)
    await safe()
  }
})

/** Run in the browser. */
const showAll = `for (const button of document.querySelectorAll('article button')) if (button.textContent === 'Show the original') button.click()`
const frames = `[...document.querySelectorAll('iframe')].map(frame => frame.contentDocument)`
const drawn = `${frames}.filter(({ head }) => head.querySelector('meta')).length`
const reached = `${frames}.map(({ body }) => body.textContent.split('${behind}').length - 1).reduce((sum, one) => sum + one, 0)`

test('what calls itself a picture and is none is not shown', async () => {
  await page
    .getByRole('button', { name: /^Look at/ })
    .first()
    .click()
  await page.getByText('This is not a picture').first().waitFor()
  await safe()
})

test('words of colleagues in notes, reasons, drafts and macros do not run', async () => {
  const customer = await customerWith(running, attacker, told.contacts)
  const conversation = await attackByColleagues(running, customer)
  await page.goto(`${running.url}/conversations/${conversation}`)
  await page.getByLabel('Answer to the customer').waitFor()
  await safe()
  const notes = page.getByRole('article', { name: /^Note of/ })
  await expect
    .poll(
      async () => {
        await page.evaluate('scrollBy(0, 1500)')
        return notes.count()
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0)
  await safe()
  await page.getByRole('button', { name: 'Macro', exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await safe()
})
