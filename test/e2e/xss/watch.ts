import type { Browser, Page } from 'playwright-core'
import * as z from 'zod'
import { openWindow } from '../browsing.ts'
import { canary } from './payloads.ts'

/** A page that notes whatever a payload could bring about: besides errors and reports, requests, tabs and ways away. */
export async function openWatched(browser: Browser, home: string) {
  // So high that several entries with their originals are on the page at once.
  const { page, context, wrong } = await openWindow(browser, { viewport: { width: 1280, height: 6000 } })
  await context.route(`**://*${canary}/**`, route => route.abort())
  page.on('request', request => {
    if (new URL(request.url()).host.endsWith(canary)) wrong.push(`asked ${request.url()}`)
  })
  page.on('popup', popup => wrong.push(`opened ${popup.url()}`))
  page.on('framenavigated', frame => {
    const url = frame.url()
    const known = url.startsWith(home) || (frame !== page.mainFrame() && url === 'about:blank')
    if (!known) wrong.push(`went to ${url}`)
  })
  return { page, context, wrong }
}

const foundSchema = z.array(z.string())

/** What stands on the page and in its frames that could run, though it did not yet. */
export async function dangersOn(page: Page): Promise<string[]> {
  return foundSchema.parse(await page.evaluate(look))
}

/** Runs in the browser. */
const look = `(() => {
  const found = []
  if (window.__ran !== undefined) found.push('something ran')
  const documents = [document]
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentDocument === null) found.push('a frame of another origin')
    else documents.push(frame.contentDocument)
    if (/allow-scripts|allow-forms|allow-top/.test(frame.sandbox.value) || !frame.hasAttribute('sandbox')) found.push('a frame that may run')
  }
  for (const one of documents) {
    for (const element of one.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc' || name === 'ping' || name === 'formaction') found.push(element.tagName + ' ' + name)
        if (/^(?:href|src|action|data|xlink:href)$/.test(name) && /^[\\s\\u0000-\\u001f]*(?:javascript|vbscript|blob|data(?!:image\\/(?:png|jpeg|gif|webp)))/i.test(value)) found.push(name + ' ' + value.slice(0, 60))
      }
      if (one !== document && /^(?:script|style|link|base|form|input|object|embed|iframe|svg|math|template)$/i.test(element.tagName)) found.push('in the mail: ' + element.tagName)
      if (one !== document && element.tagName === 'A' && element.href !== '' && !/^(?:https?|mailto):/.test(element.href)) found.push('leads to ' + element.href)
    }
  }
  return found
})()`
