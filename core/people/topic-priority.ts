import { type Priority, priorities } from '../clock/policy.ts'
import type { Team } from './team.ts'

/** The priority that a team gives a matter on these topics: the highest of those that it lists; undefined for none. */
export function topicPriority(
  { topics: listed = [] }: Pick<Team, 'topics'>,
  topics: readonly string[],
): Priority | undefined {
  const given = listed.filter(({ topic }) => topics.includes(topic)).map(({ priority }) => priority)
  return priorities.findLast(priority => given.includes(priority))
}
