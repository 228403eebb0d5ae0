import { dimensions } from '../../core/report/dimension.ts'
import type { ReportRow } from '../client/api.ts'
import { useNames } from '../data/people.ts'
import { type Say, useWords } from '../words/words.ts'

const channels = ['phone', 'email', 'social', 'message', 'review', 'web'] as const
const networks = ['x', 'facebook', 'instagram', 'whatsapp', 'mastodon', 'bluesky'] as const
const visits = ['first', 'returning'] as const
const relationships = ['customer', 'prospect', 'partner', 'vendor', 'employee'] as const
const named = [...dimensions, 'from', 'to'] as const

/** The dimensions of a pair, or the one there is: `topic×channel` has two. */
export const partsOf = (by: string): readonly string[] => by.split('×')

/** What a dimension is called; of a pair both. */
export const byText = (by: string, say: Say): string =>
  partsOf(by)
    .map(part => {
      const known = named.find(one => one === part)
      return known === undefined ? part : say(`insights.by.${known}`)
    })
    .join(' × ')

type Writers = { say: Say; language: string; agent: (id: string) => string; team: (id: string) => string }

/** What a channel is called. */
export const channelText = (value: string, say: Say): string => known(channels, value, one => say(`channel.${one}`))

/** What a value of a dimension is called: the words of the console where there are some, else as it came in. */
function valueIn(by: string, value: string, { say, language, agent, team }: Writers): string {
  switch (by) {
    case 'all':
      return say('insights.everything')
    case 'channel':
    case 'from':
    case 'to':
      return channelText(value, say)
    case 'network':
      return known(networks, value, one => say(`identifier.${one}`))
    case 'visit':
      return known(visits, value, one => say(`insights.visit.${one}`))
    case 'relationship':
      return known(relationships, value, one => say(`insights.relationship.${one}`))
    case 'language':
      return displayed('language', value, language)
    case 'country':
      return displayed('region', value, language)
    case 'agent':
      return agent(value)
    case 'team':
      return team(value)
    default:
      return value
  }
}

function known<Value extends string>(values: readonly Value[], value: string, write: (one: Value) => string): string {
  const found = values.find(one => one === value)
  return found === undefined ? value : write(found)
}

/** What is no code at all, like `unknown`, stays as it is. */
function displayed(type: 'language' | 'region', code: string, language: string): string {
  if (!/^[A-Za-z]{2,3}(-\w+)*$/.test(code)) return code
  return new Intl.DisplayNames(language, { type, fallback: 'code' }).of(code) ?? code
}

export type Labels = {
  key: (row: ReportRow) => string
  other: (row: ReportRow) => string
  value: (value: string) => string
}

/** How the values of a report by `by` are written. */
export function useLabels(by: string): Labels {
  const { say, language } = useWords()
  const names = useNames()
  const writers = { say, language, ...names }
  const [first = by, second = first] = partsOf(by)
  return {
    key: row => row.label ?? (row.key === 'all' ? say('insights.everything') : valueIn(first, row.key, writers)),
    other: ({ other = '', otherLabel }) => otherLabel ?? valueIn(second, other, writers),
    value: value =>
      value
        .split('|')
        .map((one, n) => valueIn(n === 0 ? first : second, one, writers))
        .join(' · '),
  }
}
