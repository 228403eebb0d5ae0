import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { Conversation, Customer, CustomerConsent } from '../client/api.ts'
import type { ContactOf, TimelineEntry } from '../data/entries.ts'
import { replyKeys } from './reply-keys.ts'
import { type Way, waysOf } from './ways.ts'

const newestOfMatter = 50

/** What a customer agreed to; undefined while it is loaded, and for those who may not see it. */
export function useConsent(customer: string | undefined): CustomerConsent | undefined {
  const may = useMay()
  const { api } = useConsole()
  return useQuery({
    queryKey: replyKeys.consent(customer ?? ''),
    enabled: customer !== undefined && may('readConsent'),
    queryFn: ({ signal }) => api.readConsent(customer ?? '', signal),
  }).data
}

export type Place = {
  ways: Way[]
  /** The newest of the conversation and of what is loaded of the customer, newest first. */
  entries: readonly TimelineEntry[]
  isPending: boolean
}

/** Where an answer may go, whatever the timeline beside it is filtered by. */
export function usePlace(
  conversation: Conversation,
  customer: Customer | undefined,
  loaded: readonly TimelineEntry[],
): Place {
  const { api } = useConsole()
  const { data, isPending } = useQuery({
    queryKey: replyKeys.entries(conversation.id),
    queryFn: ({ signal }) => api.readConversation(conversation.id, { limit: newestOfMatter }, signal),
    select: page => page.entries,
  })
  const consent = useConsent(customer?.id)
  const entries = useMemo(() => together(data ?? [], loaded), [data, loaded])
  const ways = useMemo(() => {
    const contacts = entries.flatMap((entry): ContactOf[] => (entry.type === 'contact' ? [entry] : []))
    return waysOf({ conversation, contacts, identifiers: customer?.identifiers ?? [], consent })
  }, [entries, conversation, customer, consent])
  return { ways, entries, isPending }
}

function together(some: readonly TimelineEntry[], others: readonly TimelineEntry[]): TimelineEntry[] {
  const known = new Set(some.map(({ id }) => id))
  return [...some, ...others.filter(({ id }) => !known.has(id))].sort((a, b) => (a.sortAt < b.sortAt ? 1 : -1))
}
