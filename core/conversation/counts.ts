import type { Conversation } from './conversation.ts'

/** The counts that a conversation adds one to: `status`, `status assignee:<id>`, `status team:<id>`, `status channel:<name>`. */
export function countNames({ status, assignee, team, channel, joinedInto }: Conversation): string[] {
  if (joinedInto !== undefined) return []
  return [
    status,
    `${status} assignee:${assignee ?? ''}`,
    `${status} team:${team ?? ''}`,
    `${status} channel:${channel}`,
  ]
}
