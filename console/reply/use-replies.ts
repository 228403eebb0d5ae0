import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConsole, useMay } from '../app/console-context.ts'
import type { Replies, Reply } from '../client/api.ts'
import type { TimelineEntry } from '../data/entries.ts'
import type { Hearer } from '../live/live.ts'
import { useLiveEvents } from '../live/use-live.ts'
import { replyKeys } from './reply-keys.ts'

/** Live events tell what became of an answer; this only helps where they are interrupted. */
const lookMs = 15_000

/** The answers of a conversation, newest first, as they are now. */
export function useReplies(conversation: string): readonly Reply[] {
  const { api } = useConsole()
  const may = useMay()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: replyKeys.replies(conversation),
    enabled: may('replies'),
    queryFn: ({ signal }) => api.replies(conversation, signal),
    select: ({ items }) => items,
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? lookMs : false),
  })
  const hearer = useMemo<Hearer>(() => hearerOf(queries, conversation), [queries, conversation])
  useLiveEvents(hearer)
  return data ?? []
}

const isMoving = ({ status }: Reply): boolean => status === 'waiting' || status === 'sending'

/** What an event says is shown at once; the rest is loaded while it stays on the screen. */
export const hearerOf = (queries: QueryClient, conversation: string): Hearer => ({
  events: events => {
    const told = events.flatMap(event => (event.type === 'reply' && event.conversation === conversation ? [event] : []))
    if (told.length === 0) return
    const statuses = new Map(told.map(({ reply, status }) => [reply, status]))
    queries.setQueryData<Replies>(replyKeys.replies(conversation), known =>
      known
        ? { items: known.items.map(reply => ({ ...reply, status: statuses.get(reply.id) ?? reply.status })) }
        : known,
    )
    void queries.invalidateQueries({ queryKey: replyKeys.replies(conversation) })
    void queries.invalidateQueries({ queryKey: replyKeys.drafts(conversation) })
  },
  reload: () => undefined,
})

/** Lays an answer as the API just told it over what is known. */
export function showReply(queries: QueryClient, reply: Reply): void {
  queries.setQueryData<Replies>(replyKeys.replies(reply.conversation), known => {
    const others = known?.items.filter(({ id }) => id !== reply.id) ?? []
    return { items: [reply, ...others].toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)) }
  })
}

/** How long a sent answer is shown by itself while its contact is awaited. */
const awaitedMs = 10 * 60_000

/**
 * The answers that are not on the timeline as contacts yet: on their way, sent just now, of unknown fate, and those that
 * failed and after which nobody answered.
 */
export function pendingOf(replies: readonly Reply[], entries: readonly TimelineEntry[], now: number): Reply[] {
  const there = new Set(entries.flatMap(entry => (entry.type === 'contact' ? (entry.provider?.id ?? []) : [])))
  const later = (at: string) =>
    replies.some(({ createdAt, status }) => createdAt > at && status !== 'failed' && status !== 'undone')
  return replies.filter(({ status, providerId, sentAt, createdAt }) => {
    switch (status) {
      case 'waiting':
      case 'sending':
      case 'unknown':
        return true
      case 'sent':
        return !(providerId && there.has(providerId)) && now - Date.parse(sentAt ?? createdAt) < awaitedMs
      case 'failed':
        return !later(createdAt)
      case 'undone':
        return false
      default:
        return status satisfies never
    }
  })
}
