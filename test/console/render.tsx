import { I18nProvider } from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { ConsoleContext } from '../../console/app/console-context.ts'
import { apiOf } from '../../console/client/api.ts'
import { sender } from '../../console/client/send.ts'
import { Live } from '../../console/live/live.ts'
import { makeToasts } from '../../console/toasts/toasts.ts'
import { en } from '../../console/words/en.ts'
import { sayIn, WordsContext } from '../../console/words/words.ts'

afterEach(cleanup)

// jsdom has no layout to scroll.
window.scrollTo = () => undefined

const answers: Record<string, unknown> = {
  '/v1/agents?limit=100': { items: [{ id: 'anna', name: 'Anna Müller', active: true, teams: [] }] },
  '/v1/teams?limit=100': { items: [{ id: 'service', name: 'Customer service' }] },
}

/** What is shown inside a console whose API knows Anna, her team, and `more` by path, and nothing else. */
export async function show(what: ReactNode, more: Record<string, unknown> = {}): Promise<HTMLElement> {
  const known = { ...answers, ...more }
  const api = apiOf(
    sender({
      apiUrl: '',
      fetch: async input =>
        Response.json(known[`${input}`] ?? { title: 'not here' }, { status: known[`${input}`] ? 200 : 404 }),
      token: async () => 'token',
      onRefused: async () => undefined,
    }),
  )
  const session = {
    person: { subject: 'anna', name: 'Anna Müller', roles: ['agent'] as const },
    token: async () => 'token',
    renew: async () => undefined,
    ended: () => false,
    onEnded: () => () => undefined,
    signInAgain: () => undefined,
    signOut: () => undefined,
  }
  const live = new Live({
    address: () => Promise.reject(new Error('away')),
    topics: [],
    connect: url => new WebSocket(url),
  })
  live.stop()
  const root = createRootRoute({ component: Outlet })
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => what })
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() })
  await router.load()
  const { container } = render(
    <I18nProvider locale="en" messages={[messages]}>
      <WordsContext value={{ language: 'en', say: sayIn(en) }}>
        <QueryClientProvider client={new QueryClient()}>
          <ConsoleContext value={{ api, session, live, toasts: makeToasts() }}>
            <RouterProvider router={router} />
          </ConsoleContext>
        </QueryClientProvider>
      </WordsContext>
    </I18nProvider>,
  )
  return container
}
