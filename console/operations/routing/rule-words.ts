import type { RoutingRule } from '../../client/api.ts'
import type { Say } from '../../words/words.ts'

type When = RoutingRule['when']

export const wordConditions = ['brand', 'department', 'source', 'language', 'topic', 'tag', 'words'] as const

/** When a rule applies, in a line. */
export function conditionWords(when: When, say: Say): string {
  const parts = [
    ...part(
      say('filter.channel'),
      when.channel?.map(channel => say(`channel.${channel}`)),
    ),
    ...part(say('ops.network'), when.network),
    ...part(
      say('ops.kind'),
      when.kind?.map(kind => say(`kind.${kind}`)),
    ),
    ...part(
      say('filter.priority'),
      when.priority?.map(priority => say(`priority.${priority}`)),
    ),
    ...wordConditions.flatMap(name => part(say(`ops.condition.${name}`), when[name])),
    ...(when.firstTime === undefined ? [] : [say(when.firstTime ? 'ops.first-time' : 'ops.not-first-time')]),
  ]
  return parts.length === 0 ? say('ops.always') : parts.join(' · ')
}

const part = (label: string, values: readonly string[] | undefined): string[] =>
  values === undefined ? [] : [`${label}: ${values.join(', ')}`]
