import type { Conversation, ConversationStatus } from './conversation.ts'

/** The counts that a conversation adds one to: `status`, `status assignee:<id>`, `status team:<id>`, `status channel:<name>`. */
export function countNames({ status, assignee, team, channel, joinedInto }: Conversation): string[] {
  if (joinedInto !== undefined) return []
  return [status, assigneeCount(status, assignee), `${status} team:${team ?? ''}`, `${status} channel:${channel}`]
}

/** The count of those with a status that a person has, or that nobody has. */
export const assigneeCount = (status: ConversationStatus, assignee: string | undefined): string =>
  `${status} assignee:${assignee ?? ''}`
