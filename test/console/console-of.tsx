import { I18nProvider } from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router'
import { cleanup, render } from '@testing-library/react'
import { afterEach } from 'vitest'
import { ConsoleContext } from '../../console/app/console-context.ts'
import { makeRouter } from '../../console/app/router.tsx'
import { apiOf } from '../../console/client/api.ts'
import { sender } from '../../console/client/send.ts'
import { Live } from '../../console/live/live.ts'
import { makeToasts } from '../../console/toasts/toasts.ts'
import { en } from '../../console/words/en.ts'
import { sayIn, WordsContext } from '../../console/words/words.ts'
import type { Role } from '../../core/api/role.ts'

afterEach(cleanup)

// jsdom has no layout to scroll, and no preferences of a system.
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
// All of a page is on the screen, as soon as somebody asks.
window.IntersectionObserver = class {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  readonly #told: IntersectionObserverCallback
  constructor(told: IntersectionObserverCallback) {
    this.#told = told
  }
  observe(target: Element) {
    const rect = target.getBoundingClientRect()
    const seen = { isIntersecting: true, intersectionRatio: 1, target, time: 0, rootBounds: null }
    queueMicrotask(() => this.#told([{ ...seen, boundingClientRect: rect, intersectionRect: rect }], this))
  }
  unobserve = () => undefined
  disconnect = () => undefined
  takeRecords = () => []
}

/** What was asked of the API, and what it answers: by method and path, without the query; else nothing is there. */
export type Asked = { method: string; path: string; query: string; body: unknown }
export type Answers = Record<string, unknown> | ((asked: Asked) => Promise<Response>)

/** An answer that refuses. */
export const refusal = (status: number, errors: { field: string; message: string }[]) =>
  new Response(JSON.stringify({ title: 'The request has errors', errors }), { status })

/** The whole console, at an address, for somebody in these roles, in front of an API that answers so. */
export async function openConsole(address: string, roles: readonly Role[], answers: Answers, live = noLive()) {
  const asked: Asked[] = []
  const answerTo = async (one: Asked): Promise<Response> => {
    if (typeof answers === 'function') return answers(one)
    const found = answers[`${one.method} ${one.path}`]
    if (found instanceof Response) return found.clone()
    return Response.json(found ?? { title: 'not here' }, { status: found === undefined ? 404 : 200 })
  }
  const api = apiOf(
    sender({
      apiUrl: '',
      fetch: async (input, init) => {
        const [path = '', query = ''] = `${input}`.split('?')
        const method = init?.method ?? 'GET'
        const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
        asked.push({ method, path, query, body })
        return answerTo({ method, path, query, body })
      },
      token: async () => 'token',
      onRefused: async () => undefined,
    }),
  )
  const session = {
    person: { subject: 'anna', name: 'Anna Müller', roles: [...roles] },
    token: async () => 'token',
    renew: async () => undefined,
    ended: () => false,
    onEnded: () => () => undefined,
    signInAgain: () => undefined,
    signOut: () => undefined,
  }
  const router = makeRouter(roles)
  const history = createMemoryHistory({ initialEntries: [address] })
  router.update({ ...router.options, history })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  await router.load()
  const { container } = render(
    <I18nProvider locale="en" messages={[messages]}>
      <WordsContext value={{ language: 'en', say: sayIn(en) }}>
        <QueryClientProvider client={queries}>
          <ConsoleContext value={{ api, session, live, toasts: makeToasts() }}>
            <RouterProvider router={router} />
          </ConsoleContext>
        </QueryClientProvider>
      </WordsContext>
    </I18nProvider>,
  )
  return { container, asked, router, queries }
}

function noLive(): Live {
  const live = new Live({
    address: () => Promise.reject(new Error('away')),
    topics: [],
    connect: url => new WebSocket(url),
  })
  live.stop()
  return live
}
