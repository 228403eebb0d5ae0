// Made from openapi.json by generate.ts; to make it again: npx vitest run test/console/client -u
import type { Send } from './send.ts'

export type Customers = {
  items: readonly FoundCustomer[]
  cursor?: string | undefined
  /** what the answer leaves out, for people */
  notice?: string | undefined
}

export type FoundCustomer = {
  id: string
  /** when the customer was first known by this id */
  since: string
  /** some identifiers are connected by unproven links only */
  asserted: boolean
  identifiers: readonly {
    type: 'phone' | 'email' | 'x' | 'facebook' | 'instagram' | 'whatsapp' | 'mastodon' | 'bluesky' | 'account' | 'line'
    value: string
    display: string
    class: 'personal' | 'shared' | 'blocked'
    /** only unproven links connect it to the customer */
    asserted: boolean
    /** the strongest link to the rest of the customer */
    tier?: 'T1' | 'T2' | 'T3' | undefined
    evidence: readonly {
      linkId: string
      tier: 'T1' | 'T2' | 'T3'
      how: string
      asserted: boolean
      with: Identifier
      by: string
      at: string
      contactId?: string | undefined
    }[]
  }[]
  /** unresolved matters, what is due first first */
  openConversations: readonly ConversationRow[]
  /** who was in touch in the newest entries, latest first */
  departments: readonly {
    name: string
    brand: string
    lastContactAt: string
  }[]
  /** what was decided for each identifier; where nothing was, defaults hold */
  consent: readonly Consent[]
  hit?: Hit | undefined
}

export type Identifier = {
  type: 'phone' | 'email' | 'x' | 'facebook' | 'instagram' | 'whatsapp' | 'mastodon' | 'bluesky' | 'account' | 'line'
  value: string
  display: string
}

export type ConversationRow = {
  id: string
  title: string
  name?: string | undefined
  brand: string
  department: string
  status: 'open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam'
  priority: 'low' | 'normal' | 'high' | 'urgent'
  tags: readonly string[]
  team?: string | undefined
  assignee?: string | undefined
  language?: string | undefined
  channel: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web'
  channels: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
  contacts: number
  openedAt: string
  lastAt: string
  waitingSince?: string | undefined
  dueAt?: string | undefined
  urgentSince?: string | undefined
  late: boolean
  reason?: string | undefined
  repeats: number
  needs?:
    | {
        skills: readonly string[]
        language?: string | undefined
        agent?: string | undefined
      }
    | undefined
}

export type Consent = {
  identifier: Identifier
  purposes: {
    service?:
      | {
          source: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator'
          at: string
          by: string
          state: 'granted' | 'denied'
        }
      | undefined
    survey?:
      | {
          source: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator'
          at: string
          by: string
          state: 'granted' | 'denied'
        }
      | undefined
    marketing?:
      | {
          source: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator'
          at: string
          by: string
          state: 'granted' | 'denied'
        }
      | undefined
  }
  doNotContact?:
    | {
        source: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator'
        at: string
        by: string
        reason?: string | undefined
      }
    | undefined
}

export type Hit = {
  type: 'contact'
  id: string
  sortAt: string
  channel: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web'
  kind: 'call' | 'voicemail' | 'mail' | 'mention' | 'comment' | 'post' | 'direct' | 'review'
  direction: 'inbound' | 'outbound'
  from: {
    identifier: Identifier
    name?: string | undefined
    handle?: string | undefined
  }
  to: readonly {
    identifier: Identifier
    name?: string | undefined
    handle?: string | undefined
  }[]
  subject?: string | undefined
  /** whose it is now */
  customer?: string | undefined
  excerpts: readonly Excerpt[]
}

export type Excerpt = {
  field: 'subject' | 'text' | 'name' | 'handle' | 'identifier'
  text: string
  /** UTF-16 offsets in the text */
  marks: readonly {
    start: number
    end: number
  }[]
}

export type Customer = {
  id: string
  /** when the customer was first known by this id */
  since: string
  /** some identifiers are connected by unproven links only */
  asserted: boolean
  identifiers: readonly {
    type: 'phone' | 'email' | 'x' | 'facebook' | 'instagram' | 'whatsapp' | 'mastodon' | 'bluesky' | 'account' | 'line'
    value: string
    display: string
    class: 'personal' | 'shared' | 'blocked'
    /** only unproven links connect it to the customer */
    asserted: boolean
    /** the strongest link to the rest of the customer */
    tier?: 'T1' | 'T2' | 'T3' | undefined
    evidence: readonly {
      linkId: string
      tier: 'T1' | 'T2' | 'T3'
      how: string
      asserted: boolean
      with: Identifier
      by: string
      at: string
      contactId?: string | undefined
    }[]
  }[]
  /** unresolved matters, what is due first first */
  openConversations: readonly ConversationRow[]
  /** who was in touch in the newest entries, latest first */
  departments: readonly {
    name: string
    brand: string
    lastContactAt: string
  }[]
  /** what was decided for each identifier; where nothing was, defaults hold */
  consent: readonly Consent[]
}

export type Timeline = {
  items: readonly (ContactEntry | NoteEntry | StatusEntry)[]
  cursor?: string | undefined
}

export type ContactEntry = {
  id: string
  source: string
  channel: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web'
  kind: 'call' | 'voicemail' | 'mail' | 'mention' | 'comment' | 'post' | 'direct' | 'review'
  brand: string
  department: string
  campaign?: string | undefined
  direction: 'inbound' | 'outbound'
  occurredAt: string
  receivedAt: string
  revision: number
  from: {
    identifier: Identifier
    name?: string | undefined
    handle?: string | undefined
  }
  to: readonly {
    identifier: Identifier
    name?: string | undefined
    handle?: string | undefined
  }[]
  subject?: string | undefined
  text: string
  truncated?: true | undefined
  language?: string | undefined
  attachments: readonly {
    name: string
    mediaType: string
    bytes: number
    ref: string
  }[]
  thread?:
    | {
        id: string
        inReplyTo?: string | undefined
        references: readonly string[]
      }
    | undefined
  answers?: string | undefined
  provider?:
    | {
        account: string
        id: string
      }
    | undefined
  agent?: string | undefined
  automatic?: 'bounce' | 'auto-reply' | 'list' | undefined
  call?:
    | {
        answered: boolean
        durationSeconds: number
        queueSeconds?: number | undefined
        holdSeconds?: number | undefined
        afterCallSeconds?: number | undefined
        agent?: string | undefined
        queue?: string | undefined
        disposition?: string | undefined
        recordingRef?: string | undefined
      }
    | undefined
  social?:
    | {
        network: string
        visibility: 'public' | 'private'
        url?: string | undefined
        metrics?: Record<string, number> | undefined
      }
    | undefined
  evidence: readonly {
    identifier: Identifier
    tier: 'T1' | 'T2' | 'T3' | 'T4'
    how: string
  }[]
  rawRef?:
    | {
        object: string
        offset: number
        length: number
      }
    | undefined
  type: 'contact'
  /** where it stands in time */
  sortAt: string
  /** an unproven link was crossed to reach it */
  asserted: boolean
  deletedAt?: string | undefined
  /** the matter it belongs to */
  conversation?: string | undefined
}

export type NoteEntry = {
  type: 'note'
  at: string
  actor: string
  conversation?: string | undefined
  text: string
  mentions: readonly string[]
  id: string
  sortAt: string
  asserted: boolean
}

export type StatusEntry = {
  type: 'status'
  at: string
  actor: string
  conversation?: string | undefined
  change:
    | 'opened'
    | 'status'
    | 'reopened'
    | 'assigned'
    | 'team'
    | 'priority'
    | 'tags'
    | 'language'
    | 'breached'
    | 'escalated'
    | 'second-contact'
    | 'waited-on-promise'
    | 'promise-broken'
    | 'repeated'
    | 'split'
    | 'joined'
    | 'undone'
    | 'reply-failed'
    | 'reply-unknown'
    | 'reply-undone'
    | 'routed'
    | 'handed-over'
    | 'automated'
    | 'survey-asked'
    | 'survey-answered'
    | 'confirmed'
    | 'consent'
    | 'callback'
  from?: string | undefined
  to?: string | undefined
  reason?: string | undefined
  contact?: string | undefined
  places?:
    | readonly {
        kind: string
        first: {
          entryId: string
          start: number
          end: number
        }
        again: {
          entryId: string
          start: number
          end: number
        }
      }[]
    | undefined
  note?: string | undefined
  mentions?: readonly string[] | undefined
  lines?:
    | readonly {
        text: string
        entryIds: readonly string[]
      }[]
    | undefined
  id: string
  sortAt: string
  asserted: boolean
}

export type Brief = {
  lines: readonly BriefLine[]
}

export type BriefLine = {
  kind: 'who' | 'wants' | 'told' | 'asked' | 'answered' | 'promised' | 'open' | 'channels' | 'mood' | 'language'
  text: string
  /** the entries of the timeline that the line comes from */
  entryIds: readonly string[]
  facts: readonly {
    kind:
      | 'order'
      | 'case'
      | 'tracking'
      | 'account'
      | 'invoice'
      | 'device'
      | 'date'
      | 'amount'
      | 'address'
      | 'phone'
      | 'email'
      | 'person'
      | 'tried'
    /** the canonical form: references without signs, days as YYYY-MM-DD, amounts as EUR 1234.56 */
    value: string
    /** the entry that states it */
    entryId: string
  }[]
}

export type Queue = {
  items: readonly ConversationRow[]
  cursor?: string | undefined
}

export type ConversationCounts = {
  counts: Record<string, number>
}

export type ConversationPage = {
  conversation: Conversation
  entries: readonly (ContactEntry | NoteEntry | StatusEntry)[]
  cursor?: string | undefined
}

export type Conversation = {
  id: string
  version: number
  openedAt: string
  openedBy: string
  title: string
  name?: string | undefined
  brand: string
  department: string
  status: 'open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam'
  since: string
  snoozedUntil?: string | undefined
  waitingFor?: string | undefined
  priority: 'low' | 'normal' | 'high' | 'urgent'
  tags: readonly string[]
  team?: string | undefined
  assignee?: string | undefined
  assignedBy?:
    | {
        actor: string
        at: string
        rule?: string | undefined
        reason?: string | undefined
        to?: string | undefined
        team?: string | undefined
        from?: string | undefined
        teamStays?: true | undefined
        needs?:
          | {
              skills: readonly string[]
              language?: string | undefined
              agent?: string | undefined
            }
          | undefined
      }
    | undefined
  consulted?: readonly string[] | undefined
  language?: string | undefined
  channel: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web'
  channels: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
  contacts: number
  inbound: number
  lastAt: string
  lastInboundAt?: string | undefined
  answeredAt?: string | undefined
  answeredBy?:
    | {
        agent: string
        at: string
      }
    | undefined
  unanswered: readonly {
    contactId: string
    at: string
    channel: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web'
  }[]
  references: readonly {
    kind: 'order' | 'case' | 'tracking' | 'invoice'
    value: string
  }[]
  topics: readonly string[]
  reason?: string | undefined
  switches: number
  repeats: number
  promise?:
    | {
        madeAt: string
        by?: string | undefined
        brokenAt?: string | undefined
        contactId: string
      }
    | undefined
  rating?:
    | {
        kind: 'csat' | 'nps'
        score: number
        at: string
        survey: string
      }
    | undefined
  callback?:
    | {
        at: string
        number: string
        says: string
        by: string
        setAt: string
        note?: string | undefined
        dueSince?: string | undefined
        of?: string | undefined
      }
    | undefined
  /** the last one, until it is settled */
  handover?:
    | {
        entryId: string
        at: string
        by: string
        reason: string
        assignee?: string | undefined
        team?: string | undefined
        note?: string | undefined
        lines?:
          | readonly {
              text: string
              entryIds: readonly string[]
            }[]
          | undefined
      }
    | undefined
  urgentSince?: string | undefined
  splitFrom?: string | undefined
  joinedInto?: string | undefined
  joined: readonly string[]
  undoable?:
    | {
        kind: 'split' | 'joined'
        other: string
        at: string
      }
    | undefined
  /** whose matter it is */
  customer?: string | undefined
  clocks?:
    | {
        status: 'open' | 'waiting-department' | 'waiting-customer' | 'snoozed' | 'resolved'
        firstResponse?:
          | {
              startedAt: string
              social?: true | undefined
              runningSince?: string | undefined
              pausedAt?: string | undefined
              metAt?: string | undefined
              metBy?: 'answer' | 'resolved' | undefined
              elapsed: number
              dueAt?: string | undefined
              breachedAt?: string | undefined
            }
          | undefined
        nextResponse?:
          | {
              startedAt: string
              social?: true | undefined
              runningSince?: string | undefined
              pausedAt?: string | undefined
              metAt?: string | undefined
              metBy?: 'answer' | 'resolved' | undefined
              elapsed: number
              dueAt?: string | undefined
              breachedAt?: string | undefined
            }
          | undefined
        resolution?:
          | {
              startedAt: string
              social?: true | undefined
              runningSince?: string | undefined
              pausedAt?: string | undefined
              metAt?: string | undefined
              metBy?: 'answer' | 'resolved' | undefined
              elapsed: number
              dueAt?: string | undefined
              breachedAt?: string | undefined
            }
          | undefined
      }
    | undefined
  dueAt?: string | undefined
}

export type CustomerConversations = {
  items: readonly ConversationRow[]
  cursor?: string | undefined
}

export type Noted = {
  id: string
  at: string
}

export type Hits = {
  items: readonly Hit[]
  cursor?: string | undefined
  /** what the answer leaves out, for people */
  notice?: string | undefined
}

export type Agents = {
  items: readonly Agent[]
  cursor?: string | undefined
}

export type Agent = {
  id: string
  name: string
  email?: string | undefined
  teams: readonly string[]
  skills: readonly string[]
  languages: readonly string[]
  capacity: number
  availability: 'online' | 'away' | 'offline'
  active: boolean
  timeZone?: string | undefined
}

export type Availability = {
  availability: 'online' | 'away' | 'offline'
}

export type Teams = {
  items: readonly Team[]
  cursor?: string | undefined
}

export type Team = {
  id: string
  name: string
  department: string
  brands?: readonly string[] | undefined
  hours: string
  policy?:
    | {
        firstResponse?: number | undefined
        nextResponse?: number | undefined
        resolution?: number | undefined
        byPriority?:
          | Record<
              string,
              {
                firstResponse?: number | undefined
                nextResponse?: number | undefined
                resolution?: number | undefined
              }
            >
          | undefined
        social?:
          | {
              firstResponse?: number | undefined
              nextResponse?: number | undefined
              resolution?: number | undefined
            }
          | undefined
      }
    | undefined
  escalateTo?: string | undefined
  topics?:
    | readonly {
        topic: string
        priority: 'low' | 'normal' | 'high' | 'urgent'
      }[]
    | undefined
}

export type LiveTicket = {
  ticket: string
  expiresAt: string
  /** the address to connect to, with the ticket in it */
  url: string
  /** what is loaded from now on, and events after this position, leave no gap */
  position: string
}

/** Who may call what; a console hides what the API would refuse. */
export const allowed = {
  findCustomers: ['agent', 'social', 'marketing', 'operator', 'admin'],
  readCustomer: ['agent', 'social', 'marketing', 'operator', 'admin'],
  readTimeline: ['agent', 'social', 'marketing', 'operator', 'admin'],
  readBrief: ['agent', 'social'],
  customerConversations: ['agent', 'social'],
  queue: ['agent', 'social'],
  counts: ['agent', 'social'],
  readConversation: ['agent', 'social'],
  addNote: ['agent', 'social'],
  setStatus: ['agent', 'social'],
  assign: ['agent', 'social'],
  setTags: ['agent', 'social'],
  setPriority: ['agent', 'social'],
  search: ['agent', 'social', 'marketing', 'operator', 'admin'],
  agents: ['agent', 'social', 'marketing', 'operator', 'admin'],
  readAgent: ['agent', 'social', 'marketing', 'operator', 'admin'],
  setAvailability: ['agent', 'social'],
  teams: ['agent', 'social', 'marketing', 'operator', 'admin'],
  liveTicket: ['agent', 'social', 'marketing', 'operator', 'admin'],
} as const

/** The calls of the API. Each rejects with an ApiProblem. */
export const apiOf = (send: Send) => ({
  /** Find customers: by identifier, written as people write it, or by q, anything in their contacts, the last in touch first. */
  findCustomers: (
    query: {
      identifier?: string | undefined
      q?: string | undefined
      cursor?: string | undefined
      limit?: number | undefined
    } = {},
    signal?: AbortSignal,
  ) => send<Customers>({ method: 'GET', path: `/v1/customers`, query, signal }),
  /** A customer: identifiers with tier and evidence, departments in touch. */
  readCustomer: (id: string, signal?: AbortSignal) =>
    send<Customer>({ method: 'GET', path: `/v1/customers/${encodeURIComponent(id)}`, signal }),
  /** The timeline of a customer, newest first. */
  readTimeline: (
    id: string,
    query: {
      limit?: number | undefined
      cursor?: string | undefined
      channel?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
      since?: string | string | undefined
      until?: string | string | undefined
    } = {},
    signal?: AbortSignal,
  ) => send<Timeline>({ method: 'GET', path: `/v1/customers/${encodeURIComponent(id)}/timeline`, query, signal }),
  /** What to know before speaking to a customer, in at most 120 words, each line with the entries it comes from. */
  readBrief: (id: string, signal?: AbortSignal) =>
    send<Brief>({ method: 'GET', path: `/v1/customers/${encodeURIComponent(id)}/brief`, signal }),
  /** The matters of a customer, newest contact first: at most a hundred. */
  customerConversations: (id: string, signal?: AbortSignal) =>
    send<CustomerConversations>({
      method: 'GET',
      path: `/v1/customers/${encodeURIComponent(id)}/conversations`,
      signal,
    }),
  /** A queue: conversations of a status, what is due first first; an index may lag by moments. */
  queue: (
    query: {
      status?: 'open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam' | undefined
      assignee?: string | undefined
      team?: string | undefined
      channel?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
      tag?: string | undefined
      priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
      brand?: string | undefined
      limit?: number | undefined
      cursor?: string | undefined
    } = {},
    signal?: AbortSignal,
  ) => send<Queue>({ method: 'GET', path: `/v1/conversations`, query, signal }),
  /** How many conversations each queue holds, by `status` and `status team:<id>`, `assignee:`, `channel:`. */
  counts: (signal?: AbortSignal) =>
    send<ConversationCounts>({ method: 'GET', path: `/v1/conversations/counts`, signal }),
  /** A conversation with its contacts, notes and changes, newest first. */
  readConversation: (
    id: string,
    query: { limit?: number | undefined; cursor?: string | undefined } = {},
    signal?: AbortSignal,
  ) => send<ConversationPage>({ method: 'GET', path: `/v1/conversations/${encodeURIComponent(id)}`, query, signal }),
  /** Leave a note for colleagues; the customer never sees it. */
  addNote: (
    id: string,
    body: {
      text: string
      mentions?: readonly string[] | undefined
    },
    signal?: AbortSignal,
  ) => send<Noted>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/note`, body, signal }),
  /** Set the status; resolving ends all clocks. */
  setStatus: (
    id: string,
    body: {
      status: 'open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam'
      /** when snoozed comes back */
      until?: string | undefined
      /** whom waiting-department waits for */
      department?: string | undefined
      reason?: string | undefined
    },
    signal?: AbortSignal,
  ) => send<Conversation>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/status`, body, signal }),
  /** Give it to a person or a team. */
  assign: (
    id: string,
    body: {
      assignee?: string | null | undefined
      team?: string | null | undefined
      reason?: string | undefined
    },
    signal?: AbortSignal,
  ) => send<Conversation>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/assign`, body, signal }),
  /** Add and remove tags. */
  setTags: (
    id: string,
    body: {
      add?: readonly string[] | undefined
      remove?: readonly string[] | undefined
    },
    signal?: AbortSignal,
  ) => send<Conversation>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/tags`, body, signal }),
  /** Set the priority. */
  setPriority: (
    id: string,
    body: {
      priority: 'low' | 'normal' | 'high' | 'urgent'
      reason?: string | undefined
    },
    signal?: AbortSignal,
  ) =>
    send<Conversation>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/priority`, body, signal }),
  /** Contacts that hold everything typed, newest first; a page may be short although older ones follow. */
  search: (
    query: {
      q: string | undefined
      customer?: string | undefined
      channel?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
      cursor?: string | undefined
      limit?: number | undefined
    },
    signal?: AbortSignal,
  ) => send<Hits>({ method: 'GET', path: `/v1/search`, query, signal }),
  /** The agents. */
  agents: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<Agents>({ method: 'GET', path: `/v1/agents`, query, signal }),
  /** An agent; `me` is whoever asks. */
  readAgent: (id: string, signal?: AbortSignal) =>
    send<Agent>({ method: 'GET', path: `/v1/agents/${encodeURIComponent(id)}`, signal }),
  /** Say whether one takes conversations now. */
  setAvailability: (body: Availability, signal?: AbortSignal) =>
    send<Agent>({ method: 'PUT', path: `/v1/agents/me/availability`, body, signal }),
  /** The teams. */
  teams: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<Teams>({ method: 'GET', path: `/v1/teams`, query, signal }),
  /** A ticket to connect for live events: once, within 30 seconds, as the one who asks. */
  liveTicket: (signal?: AbortSignal) => send<LiveTicket>({ method: 'POST', path: `/v1/live/tickets`, signal }),
})

export type Api = ReturnType<typeof apiOf>
