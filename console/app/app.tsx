import { I18nProvider } from '@cloudscape-design/components/i18n'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { apiOf } from '../client/api.ts'
import { ApiProblem } from '../client/problem.ts'
import { sender } from '../client/send.ts'
import { followEvents } from '../data/follow-events.ts'
import { Live } from '../live/live.ts'
import { languageOf, usePreferences } from '../preferences/preferences.ts'
import { useTheme } from '../preferences/use-theme.ts'
import type { ConsoleConfig } from '../serving/console-config.ts'
import type { Session } from '../session/session.ts'
import { makeToasts } from '../toasts/toasts.ts'
import { type LoadedWords, loadWords } from '../words/load-words.ts'
import { type Language, sayIn, WordsContext } from '../words/words.ts'
import { type Console, ConsoleContext, mayCall } from './console-context.ts'
import { makeRouter } from './router.tsx'

type Spoken = { language: Language; words: LoadedWords }
export type AppProps = { config: ConsoleConfig; session: Session; first: Spoken }

/** The whole console, for one who is signed in. */
export function App({ config, session, first }: AppProps) {
  useTheme()
  const [parts] = useState(() => makeParts(config, session))
  const { language, words } = useSpoken(first)
  const spoken = useMemo(() => ({ language, say: sayIn(words.catalogue) }), [language, words])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => parts.console.live.onEvents(followEvents(parts.queries, parts.console.api)), [parts])
  return (
    <I18nProvider locale={language} messages={words.components}>
      <WordsContext value={spoken}>
        <QueryClientProvider client={parts.queries}>
          <ConsoleContext value={parts.console}>
            <RouterProvider router={parts.router} />
          </ConsoleContext>
        </QueryClientProvider>
      </WordsContext>
    </I18nProvider>
  )
}

/** What lives as long as the page does. */
function makeParts(config: ConsoleConfig, session: Session) {
  const send = sender({
    apiUrl: config.apiUrl,
    fetch: (input, init) => fetch(input, init),
    token: session.token,
    onRefused: session.renew,
  })
  const api = apiOf(send)
  const live = new Live({
    address: async () => (await api.liveTicket()).url,
    topics: mayCall(session.person.roles, 'queue') ? ['queue', 'mentions'] : ['mentions'],
    connect: address => new WebSocket(address),
  })
  const parts: Console = { api, session, live, toasts: makeToasts() }
  const queries = makeQueries()
  return { console: parts, queries, router: makeRouter(session.person.roles) }
}

/** What the API refused is not asked again; what did not arrive is, twice. */
const makeQueries = () =>
  new QueryClient({
    mutationCache: new MutationCache(),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
      },
    },
  })

/** The chosen language; the former one stays until the new one is loaded. */
function useSpoken(first: Spoken): Spoken {
  const wanted = languageOf(usePreferences())
  const [spoken, setSpoken] = useState(first)
  useEffect(() => {
    let current = true
    void loadWords(wanted).then(words => {
      if (current) setSpoken({ language: wanted, words })
    })
    return () => {
      current = false
    }
  }, [wanted])
  return spoken
}
