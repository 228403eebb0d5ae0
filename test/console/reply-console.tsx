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
import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ConsoleContext } from '../../console/app/console-context.ts'
import { Notifications } from '../../console/app/notifications.tsx'
import { apiOf, type Conversation, type Customer, type Reply } from '../../console/client/api.ts'
import { sender } from '../../console/client/send.ts'
import { Live } from '../../console/live/live.ts'
import { makeToasts } from '../../console/toasts/toasts.ts'
import { en } from '../../console/words/en.ts'
import { sayIn, WordsContext } from '../../console/words/words.ts'

/** Answers of the API: a body, or one made of what was sent; a `status` in it is that of a problem. */
type Answer = object | ((body: unknown) => object | 'away')
export type Called = { call: string; body: unknown }

const isProblem = (answer: object): answer is { status: number } =>
  'status' in answer && typeof answer.status === 'number'

const known: Record<string, Answer> = {
  'GET /v1/agents?limit=100': {
    items: [
      { id: 'anna', name: 'Anna Müller', active: true, teams: [], skills: [], languages: [], availability: 'online' },
      { id: 'ben-ashby', name: 'Ben Ashby', active: true, teams: [], skills: ['billing'], languages: [] },
    ],
  },
  'GET /v1/agents/me': { id: 'anna', name: 'Anna Müller', active: true, teams: [] },
  'GET /v1/teams?limit=100': { items: [{ id: 'service', name: 'Customer service', department: 'service' }] },
  'GET /v1/conversations/m1?limit=50': { conversation: {}, entries: [] },
  'GET /v1/conversations/m1/replies': { items: [] },
  'GET /v1/conversations/m1/drafts': { items: [] },
  'PUT /v1/conversations/m1/draft': body => ({ draft: { ...Object(body), author: 'anna', version: 1 } }),
}

/** A console whose API answers so; what it is asked is written down. */
export async function showReplying(what: ReactNode, answers: Record<string, Answer> = {}) {
  const all = { ...known, ...answers }
  const called: Called[] = []
  const api = apiOf(
    sender({
      apiUrl: '',
      fetch: async (input, init) => {
        const call = `${init?.method} ${input}`
        const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
        called.push({ call, body })
        const given = all[call]
        const answer = typeof given === 'function' ? given(body) : (given ?? { status: 404, title: 'not here' })
        if (answer === 'away') throw new TypeError('no network')
        return Response.json(answer, { status: isProblem(answer) ? answer.status : 200 })
      },
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
  const page = createRoute({
    getParentRoute: () => root,
    path: '/',
    component: () => (
      <>
        <Notifications />
        {what}
      </>
    ),
  })
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() })
  await router.load()
  const toasts = makeToasts()
  const shown = render(
    <I18nProvider locale="en" messages={[messages]}>
      <WordsContext value={{ language: 'en', say: sayIn(en) }}>
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
          <ConsoleContext value={{ api, session, live, toasts }}>
            <RouterProvider router={router} />
          </ConsoleContext>
        </QueryClientProvider>
      </WordsContext>
    </I18nProvider>,
  )
  const asked = (call: string): unknown[] => called.filter(one => one.call === call).map(({ body }) => body)
  return { ...shown, asked }
}

export const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

export const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }))
}

export const conversation = (differing: Partial<Conversation> = {}): Conversation => ({
  ...{ id: 'm1', version: 1, openedAt: at, openedBy: 'c1', title: 'Where is my order?', brand: 'acme' },
  ...{ department: 'service', status: 'open', since: at, priority: 'normal', tags: [], channel: 'email' },
  ...{ channels: ['email'], contacts: 1, inbound: 1, lastAt: at, unanswered: [], references: [], topics: [] },
  ...{ switches: 0, repeats: 0, joined: [], customer: 'alice' },
  ...differing,
})

const at = '2026-03-02T10:00:00.000Z'

type Member = Customer['identifiers'][number]

export const member = (differing: Partial<Member> = {}): Member => ({
  ...{ type: 'email', value: 'alice@example.com', display: 'alice@example.com', class: 'personal', asserted: false },
  evidence: [],
  ...differing,
})

export const phone = { type: 'phone', value: '+442079460018', display: '+44 20 7946 0018' } as const

export const customer = (identifiers: Member[] = [member()]): Customer => ({
  ...{ id: 'alice', since: at, asserted: false, identifiers, openConversations: [], departments: [], consent: [] },
})

export const reply = (differing: Partial<Reply> = {}): Reply => ({
  ...{ id: 'r1', version: 1, purpose: 'reply', conversation: 'm1', brand: 'acme', department: 'service' },
  ...{ by: 'anna', actor: 'Anna Müller (anna)', createdAt: new Date().toISOString(), status: 'waiting', tries: 0 },
  ...{ sendAt: new Date(Date.now() + 10_000).toISOString(), network: 'mail', form: 'mail', source: 'support' },
  to: [{ identifier: { type: 'email', value: 'alice@example.com', display: 'alice@example.com' }, name: 'Alice' }],
  ...{ cc: [], text: 'On Thursday.', attachments: [], mayBeUndone: true },
  ...differing,
})
