import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import type { Table } from '../../adapters/dynamodb/table.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import type { IdentityDeps } from '../../core/identity/carry-out.ts'
import type { AcceptDeps } from '../../core/reply/ask.ts'
import { cachedSources } from '../../core/source/cached-sources.ts'
import { sourceOfDoor } from '../../core/source/source.ts'

/** What taking an answer in needs, over the one table. Sources are kept for half a minute. */
export function replyingDeps(table: Table, identity: () => Promise<IdentityDeps>): AcceptDeps {
  const readSource = cachedSources(sourceStore(table), Date.now)
  return {
    conversations: conversationStore(table),
    timeline: timelineStore(table, Date.now),
    identity,
    replies: replyStore(table),
    consent: consentStore(table),
    readSource: async id => (await readSource(id)) ?? sourceOfDoor(id),
    now: () => new Date().toISOString(),
  }
}
