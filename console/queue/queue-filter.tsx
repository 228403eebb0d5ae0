import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import { useSearch } from '@tanstack/react-router'
import { useGo } from '../app/router.tsx'
import { useTeams } from '../data/people.ts'
import { type Say, useSay } from '../words/words.ts'
import { addressOf } from './saved-filters.ts'
import { type Filter, filterNames, filterSchema, type View } from './views.ts'

/** Narrows a view down; each property once, as the API takes them. */
export function QueueFilter({ view }: { view: View }) {
  const say = useSay()
  const go = useGo()
  const filter = useSearch({ from: '/queue/$view' })
  const { data: teams = [] } = useTeams()
  const change = ({ tokens }: PropertyFilterProps.Query) => {
    const given = tokens.flatMap(({ propertyKey, value }) =>
      propertyKey === undefined ? [] : [[propertyKey, `${value}`]],
    )
    const next = filterSchema.parse(Object.fromEntries(given))
    go(addressOf(view, next), 'replace')
  }
  return (
    <PropertyFilter
      query={queryFrom(filter)}
      onChange={({ detail }) => change(detail)}
      filteringProperties={propertiesIn(say, view)}
      filteringOptions={optionsIn(say, teams)}
      disableFreeTextFiltering
      hideOperations
      filteringPlaceholder={say('queue.filter')}
      filteringAriaLabel={say('queue.filter')}
    />
  )
}

const queryFrom = (filter: Filter): PropertyFilterProps.Query => ({
  operation: 'and',
  tokens: filterNames.flatMap(name => {
    const value = filter[name]
    return value === undefined ? [] : [{ propertyKey: name, operator: '=', value }]
  }),
})

const propertiesIn = (say: Say, view: View) =>
  filterNames
    .filter(name => view !== 'mentions' || name !== 'channel')
    .map(name => ({
      key: name,
      propertyLabel: say(`filter.${name}`),
      groupValuesLabel: say(`filter.${name}`),
      operators: ['=' as const],
    }))

const optionsIn = (say: Say, teams: readonly { id: string; name: string }[]) => [
  ...teams.map(({ id, name }) => ({ propertyKey: 'team', value: id, label: name })),
  ...(['phone', 'email', 'social', 'message', 'review', 'web'] as const).map(value => ({
    propertyKey: 'channel',
    value,
    label: say(`channel.${value}`),
  })),
  ...(['urgent', 'high', 'normal', 'low'] as const).map(value => ({
    propertyKey: 'priority',
    value,
    label: say(`priority.${value}`),
  })),
]
