import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { FunctionPool } from '../../local/host/functions/function-pool.ts'
import { startHttpFront } from '../../local/host/http/http-front.ts'
import { facts, makePages } from './pages.ts'

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

type Handler = (event: APIGatewayProxyEventV2) => Promise<unknown>

/** Calls a handler of this process in place of a bundle. */
class InProcess extends FunctionPool {
  #handler: (event: never) => Promise<unknown>

  constructor(handler: Handler) {
    super('serve-customer', 1, () => {
      throw new Error('no bundle is run here')
    })
    this.#handler = handler
  }

  override invoke(event: never): Promise<unknown> {
    return this.#handler(event)
  }
}

/** The routes as the template has them, over a port of this machine. */
async function served(pages: ReturnType<typeof makePages>) {
  const routes = ['GET /survey/{token}', 'POST /survey/{token}', 'GET /confirm/{token}', 'POST /confirm/{token}'].map(
    key => {
      const [method = '', path = ''] = key.split(' ')
      return { key, method, path, function: 'serve-customer', signedIn: false, scopes: [] }
    },
  )
  const front = await startHttpFront({
    ...{ port: 0, routes, poolOf: () => new InProcess(pages.handler), verifyToken: async () => undefined },
    ...{ extraRoute: () => undefined, report: () => undefined },
  })
  onTestFinished(() => front.stop())
  return `http://127.0.0.1:${front.port}`
}

test('a browser opens a survey, sends it, and opens it again', async () => {
  const pages = makePages('The Shop')
  const { id, path } = await pages.asked('csat', 'fr')
  const url = `${await served(pages)}${path}`
  const opened = await fetch(url, { headers: { 'accept-language': 'de' } })
  expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(opened.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  expect(facts(await opened.text())).toMatchObject({ language: 'fr', forms: 1, radios: ['1', '2', '3', '4', '5'] })
  const sent = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ score: '5', comment: 'très bien, à bientôt' }),
  })
  expect([sent.status, facts(await sent.text()).title]).toEqual([200, 'Merci'])
  expect((await pages.surveys.read(id))?.answer).toMatchObject({ score: 5, comment: 'très bien, à bientôt' })
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(404)
})

test('a scanner that follows every link confirms nothing; whoever sends the page does, once', async () => {
  const pages = makePages()
  const { id, path } = await pages.toConfirm()
  const url = `${await served(pages)}${path}`
  await Promise.all([1, 2, 3].map(async () => expect((await fetch(url)).status).toBe(200)))
  expect((await pages.confirmations.read(id))?.usedAt).toBeUndefined()
  const statuses = await Promise.all([1, 2, 3].map(async () => (await fetch(url, { method: 'POST' })).status))
  expect(statuses).toEqual([410, 410, 410])
  expect((await pages.confirmations.read(id))?.doneAt).toBe(pages.clock.now)
  expect((await fetch(url.slice(0, -2))).status).toBe(404)
})
