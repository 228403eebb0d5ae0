import Badge from '@cloudscape-design/components/badge'
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { dataKeys } from '../data/keys.ts'
import { useMe } from '../data/people.ts'
import { places } from '../operations/places.ts'
import { addressOf, useSaved } from '../queue/saved-filters.ts'
import { countOf, type View, views } from '../queue/views.ts'
import { useSay } from '../words/words.ts'
import { useConsole, useMay } from './console-context.ts'
import { homeOf, useFollow } from './router.tsx'

/** The places that the person's roles lead to. */
export function Navigation() {
  const say = useSay()
  const follow = useFollow()
  const { session } = useConsole()
  const { pathname, searchStr } = useLocation()
  const saved = useSaved(session.person.subject).map(({ name, view, filter }) => ({
    ...{ type: 'link' as const, text: name },
    href: addressOf(view, filter),
  }))
  const queues = useQueueLinks()
  const may = useMay()
  const operations = places
    .filter(({ call }) => may(call))
    .map(({ place }) => ({ type: 'link' as const, text: say(`ops.place.${place}`), href: `/operations/${place}` }))
  const items: SideNavigationProps.Item[] = [
    ...(queues.length > 0
      ? [{ type: 'section-group' as const, title: say('nav.work'), items: [...queues, ...saved] }]
      : []),
    {
      type: 'section-group',
      title: say('nav.customers'),
      items: [{ type: 'link', text: say('search.title'), href: '/search' }],
    },
    ...(may('reports')
      ? [
          {
            ...{ type: 'section-group' as const, title: say('insights.title') },
            items: [
              { type: 'link' as const, text: say('insights.overview'), href: '/insights' },
              { type: 'link' as const, text: say('ideas.title'), href: '/insights/content-ideas' },
              { type: 'link' as const, text: say('digest.title'), href: '/insights/digest' },
            ],
          },
        ]
      : []),
    ...(operations.length > 0
      ? [{ type: 'section-group' as const, title: say('nav.operations'), items: operations }]
      : []),
    { type: 'divider' },
    { type: 'link', text: say('settings.title'), href: '/settings' },
  ]
  return (
    <SideNavigation
      header={{ text: say('nav.title'), href: homeOf(session.person.roles) }}
      activeHref={saved.find(({ href }) => href === `${pathname}${searchStr}`)?.href ?? placeOf(pathname)}
      items={items}
      onFollow={follow}
    />
  )
}

const placeOf = (pathname: string): string =>
  /^\/insights\/(content-ideas|digest)$/.test(pathname)
    ? pathname
    : pathname.replace(/^(\/operations\/[^/]+|\/insights).*/, '$1')

function useQueueLinks(): SideNavigationProps.Link[] {
  const say = useSay()
  const may = useMay()
  const { api } = useConsole()
  const { data: me } = useMe()
  const { data } = useQuery({
    queryKey: dataKeys.counts,
    queryFn: ({ signal }) => api.counts(signal),
    enabled: may('counts'),
  })
  if (!may('queue')) return []
  const shown = views.filter(view => me !== null || (view !== 'mine' && view !== 'team'))
  const info = (view: View) => {
    const count = data && countOf(view, data.counts, me)
    return count === undefined || count === 0
      ? {}
      : { info: <Badge color={view === 'mine' ? 'blue' : 'grey'}>{count}</Badge> }
  }
  return shown.map(view => ({
    type: 'link',
    text: say(`queue.view.${view}`),
    href: view === 'mentions' ? '/mentions' : `/queue/${view}`,
    ...info(view),
  }))
}
