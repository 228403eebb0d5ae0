import type { QueueQuery } from '../queue/views.ts'

/** The names of what is kept of the API's answers. */
export const dataKeys = {
  queues: ['queue'] as const,
  queue: (query: QueueQuery) => ['queue', query] as const,
  counts: ['counts'] as const,
  conversation: (id: string) => ['conversation', id] as const,
  customer: (id: string) => ['customer', id] as const,
  matters: (customer: string) => ['matters', customer] as const,
  brief: (customer: string) => ['brief', customer] as const,
  timelines: (customer: string) => ['timeline', customer] as const,
  timeline: (customer: string, channel: string | undefined, start: string) =>
    ['timeline', customer, channel ?? 'all', start] as const,
  readingMark: (customer: string) => ['reading-mark', customer] as const,
  identityLog: (customer: string) => ['identity-log', customer] as const,
  me: ['me'] as const,
  agents: ['agents'] as const,
  teams: ['teams'] as const,
  search: (q: string) => ['search', q] as const,
  found: (q: string) => ['found', q] as const,
}
