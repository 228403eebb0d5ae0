import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  useRouter,
} from '@tanstack/react-router'
import * as z from 'zod'
import type { Role } from '../../core/api/role.ts'
import { languageOf, readPreferences } from '../preferences/preferences.ts'
import { filterSchema } from '../queue/views.ts'
import { loadOperationsWords } from '../words/load-words.ts'
import { mayCall } from './console-context.ts'
import { ScreenFailed, ScreenMissing } from './screen-failed.tsx'
import { Shell } from './shell.tsx'

const rootRoute = createRootRoute({ component: Shell, errorComponent: ScreenFailed, notFoundComponent: ScreenMissing })

const queueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/queue/$view',
  validateSearch: filterSchema,
  component: lazyRouteComponent(() => import('../queue/queue-screen.tsx'), 'QueueScreen'),
})

const placeSchema = z.object({
  /** Only this channel. */
  channel: z.string().optional().catch(undefined),
  /** The entry to show. */
  entry: z.string().optional().catch(undefined),
  /** The place to begin at: `unread`, a day or a moment. */
  at: z.string().optional().catch(undefined),
})

const conversationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/conversations/$conversation',
  validateSearch: placeSchema,
  component: lazyRouteComponent(() => import('../customer/conversation-screen.tsx'), 'ConversationScreen'),
})

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers/$customer',
  validateSearch: placeSchema,
  component: lazyRouteComponent(() => import('../customer/customer-screen.tsx'), 'CustomerScreen'),
})

const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/search',
  validateSearch: z.object({ q: z.string().catch('') }),
  component: lazyRouteComponent(() => import('../search/search-screen.tsx'), 'SearchScreen'),
})

const mentionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mentions',
  validateSearch: z.object({ network: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../mentions/mentions-screen.tsx'), 'MentionsScreen'),
})

/** As it stands: the screens, which come later, know what may be asked. */
const askedOfReports = z.record(z.string(), z.string()).catch({})

const insightsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/insights',
  validateSearch: askedOfReports,
  component: lazyRouteComponent(() => import('../insights/dashboard/insights-screen.tsx'), 'InsightsScreen'),
})

const ideasRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/insights/content-ideas',
  validateSearch: askedOfReports,
  component: lazyRouteComponent(() => import('../insights/ideas/ideas-screen.tsx'), 'IdeasScreen'),
})

const digestRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/insights/digest',
  validateSearch: askedOfReports,
  component: lazyRouteComponent(() => import('../insights/digest/digest-screen.tsx'), 'DigestScreen'),
})

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/insights/$report',
  validateSearch: askedOfReports,
  component: lazyRouteComponent(() => import('../insights/report/report-screen.tsx'), 'ReportScreen'),
})

/** A screen of operations is there when its sentences are. */
async function withWords<Screen>(loading: Promise<Screen>): Promise<Screen> {
  const [screen] = await Promise.all([loading, loadOperationsWords(languageOf(readPreferences()))])
  return screen
}

const operationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations/$place',
  validateSearch: z.object({
    tab: z.string().optional().catch(undefined),
    kind: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => withWords(import('../operations/operations-screen.tsx')), 'OperationsScreen'),
})

const operationsItemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations/$place/$id',
  component: lazyRouteComponent(
    () => withWords(import('../operations/operations-item-screen.tsx')),
    'OperationsItemScreen',
  ),
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../preferences/settings-screen.tsx'), 'SettingsScreen'),
})

/** Where a person begins: at their work, at what they look after, or at what customers say. */
export function homeOf(roles: readonly Role[]): string {
  if (mayCall(roles, 'queue')) return '/queue/mine'
  return mayCall(roles, 'sources') ? '/operations/sources' : '/insights'
}

/** Texts as they stand in the address: an order number is no number, and `1e5` no hundred thousand. */
const plainSearch = {
  parseSearch: (text: string) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search: Record<string, unknown>) => {
    const given = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]))
    return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
  },
}

export function makeRouter(roles: readonly Role[]) {
  const homeRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ href: homeOf(roles) })
    },
  })
  return createRouter({
    routeTree: rootRoute.addChildren([
      homeRoute,
      queueRoute,
      conversationRoute,
      customerRoute,
      searchRoute,
      mentionsRoute,
      insightsRoute,
      ideasRoute,
      digestRoute,
      reportRoute,
      operationsRoute,
      operationsItemRoute,
      settingsRoute,
    ]),
    scrollRestoration: true,
    ...plainSearch,
    defaultPreload: false,
  })
}

/** Goes to an address of the console. */
export function useGo(): (href: string, how?: 'push' | 'replace') => void {
  const { history } = useRouter()
  return (href, how = 'push') => history[how](href)
}

/** What a link of the components needs to stay inside the console; new tabs still work. */
export function useFollow() {
  const go = useGo()
  return (event: { preventDefault: () => void; detail: { href?: string | undefined; external?: boolean } }) => {
    const { href, external } = event.detail
    if (href === undefined || external === true) return
    event.preventDefault()
    go(href)
  }
}
