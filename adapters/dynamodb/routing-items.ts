import type { Conversation } from '../../core/conversation/conversation.ts'
import { assigneeCount } from '../../core/conversation/counts.ts'
import type { ConversationWrite } from '../../core/conversation/store.ts'
import type { ReadSeat } from '../../core/routing/store.ts'
import { countedSchema } from './conversation-counts.ts'
import { writesOf } from './conversation-items.ts'
import { agentKeys, conversationKeys, givenKeys } from './keys.ts'
import type { Table, Write } from './table.ts'

/**
 * An assignment with what it holds: the agent as they were read, and that nothing was given to them since. It counts
 * itself, but only with whom it was given to: the other counts are everybody's, and would be contended for.
 */
export async function assignmentWrites(table: Table, write: ConversationWrite, seat: ReadSeat): Promise<Write[]> {
  const [changed] = write.conversations
  if (changed === undefined) throw new Error('an assignment of nothing')
  return [...writesOf(write), ...givenWrites(seat, changed.next), ...(await countWrites(table, changed.next))]
}

function givenWrites({ agent, agentVersion, givenVersion }: ReadSeat, { assignedBy }: Conversation): Write[] {
  const version = (givenVersion ?? 0) + 1
  return [
    { check: agentKeys.item(agent.id), when: { version: agentVersion } },
    {
      put: { ...givenKeys.item(agent.id), v: 1, version, lastAssignedAt: assignedBy?.at },
      when: givenVersion === undefined ? 'absent' : { version: givenVersion },
    },
  ]
}

/** What the counts know of it from now on: whose it is. The rest is told them as ever, by whoever keeps them. */
async function countWrites(table: Table, { id, status, assignee }: Conversation): Promise<Write[]> {
  const item = await table.get(conversationKeys.counted(id), true)
  const known = item && countedSchema.parse(item)
  const [nobodys, theirs] = [assigneeCount(status, undefined), assigneeCount(status, assignee)]
  const isOthers = (name: string) => name.startsWith(nobodys) && name !== nobodys && name !== theirs
  const names = known?.names ?? []
  if (names.includes(theirs)) return []
  const put = {
    ...{ ...conversationKeys.counted(id), v: 1, version: (known?.version ?? 0) + 1 },
    names: [...names.filter(name => !isOthers(name)), theirs],
  }
  return [
    { put, when: known ? { version: known.version } : 'absent' },
    { add: conversationKeys.count(theirs), fields: { n: 1 } },
    ...names.filter(isOthers).map(name => ({ add: conversationKeys.count(name), fields: { n: -1 } })),
  ]
}
