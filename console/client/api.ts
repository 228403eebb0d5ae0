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
  /** names, identifiers, numbers and addresses are hidden: see …/reveal */
  masked?: boolean | undefined
  /** shown whole, for a reason that was given, until then */
  revealedUntil?: string | undefined
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
  dueFor?: 'firstResponse' | 'nextResponse' | 'resolution' | 'promise' | 'callback' | 'wakes' | undefined
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
  /** where it began, if on a network */
  network?: 'x' | 'facebook' | 'instagram' | 'mastodon' | 'bluesky' | undefined
  /** whose matter it is; absent while nobody decided */
  customer?: string | undefined
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
  /** names, identifiers, numbers and addresses are hidden: see …/reveal */
  masked?: boolean | undefined
  /** shown whole, for a reason that was given, until then */
  revealedUntil?: string | undefined
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
  /** hand it back as `newer` for what came after; absent: nothing did */
  newer?: string | undefined
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

export type ReadingMark = {
  upTo?: string | undefined
}

export type ReadingMarkInput = {
  /** when the newest of what was read had arrived */
  upTo: string
}

export type Original = {
  /** its author's own markup: sanitise it, and show it in a sandbox */
  html?: string | undefined
  text: string
  /** there was more */
  cut: boolean
  parts: readonly {
    id: string
    name: string
    /** what its sender calls it; nobody checked */
    mediaType: string
    bytes: number
    /** the markup shows it as cid:<contentId> */
    inline: boolean
    contentId?: string | undefined
  }[]
}

export type PartSlice = {
  id: string
  name: string
  /** what its sender calls it; nobody checked */
  mediaType: string
  bytes: number
  /** the markup shows it as cid:<contentId> */
  inline: boolean
  contentId?: string | undefined
  offset: number
  /** base64, at most 3 MiB of it; ask again from next */
  content: string
  /** the offset of what is left */
  next?: number | undefined
  /** of the first piece: a picture, by its bytes */
  picture?: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | undefined
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

export type HandOverInput = {
  to:
    | {
        agent: string
      }
    | {
        team: string
      }
  reason: string
  note?: string | undefined
}

export type CallbackInput = {
  /** when to call */
  at?: string | undefined
  /** as people write it, also without its country code */
  number?: string | undefined
  note?: string | undefined
  /** it was made, or need not be made any more; instead of all else */
  done?: true | undefined
}

export type ReplyInput = {
  /** given by the client, so that asking again sends nothing twice */
  id?: string | undefined
  text: string
  html?: string | undefined
  subject?: string | undefined
  /** ids of POST /v1/attachments */
  attachments?: readonly string[] | undefined
  /** the contact that it answers */
  answers?: string | undefined
  /** another form than that in which the customer wrote */
  form?: 'mail' | 'post' | 'comment' | 'private-reply' | 'direct' | 'call' | undefined
  /** another channel of the customer, like `email:alice@example.com` */
  to?: TypedIdentifier | undefined
  /** from which source, where the customer never wrote from there */
  source?: string | undefined
  /** a mail goes to all who took part */
  everybody?: boolean | undefined
  cc?: readonly string[] | undefined
  language?: string | undefined
  undoSeconds?: number | undefined
  /** the id or the time of the newest entry that the writer had seen */
  seen?: string | undefined
  /** kinds of objections that the writer does not share */
  waive?: readonly string[] | undefined
}

export type TypedIdentifier =
  | string
  | {
      type:
        | 'phone'
        | 'email'
        | 'x'
        | 'facebook'
        | 'instagram'
        | 'whatsapp'
        | 'mastodon'
        | 'bluesky'
        | 'account'
        | 'line'
      value: string
    }

export type Reply = {
  id: string
  version: number
  purpose: 'reply' | 'survey' | 'confirmation' | 'automatic'
  conversation: string
  brand: string
  department: string
  by: string
  actor: string
  answers?: string | undefined
  language?: string | undefined
  createdAt: string
  sendAt: string
  status: 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown' | 'undone'
  tries: number
  trouble?:
    | {
        code: string
        advice: string
        at: string
      }
    | undefined
  providerId?: string | undefined
  sentAt?: string | undefined
  refused?:
    | readonly {
        party: string
        reason: string
      }[]
    | undefined
  doubt?:
    | {
        since: string
        looks: number
      }
    | undefined
  settledBy?: string | undefined
  network: 'mail' | 'x' | 'facebook' | 'instagram' | 'whatsapp' | 'phone'
  form: 'mail' | 'post' | 'comment' | 'private-reply' | 'direct' | 'call'
  source: string
  to: readonly {
    identifier: Identifier
    name?: string | undefined
    handle?: string | undefined
  }[]
  cc: readonly {
    identifier: Identifier
    name?: string | undefined
    handle?: string | undefined
  }[]
  text: string
  subject?: string | undefined
  attachments: readonly {
    name: string
    mediaType: string
    bytes: number
  }[]
  /** when it is tried, or looked for, next */
  nextAt?: string | undefined
  mayBeUndone: boolean
}

export type Replies = {
  items: readonly Reply[]
}

export type Macros = {
  items: readonly Macro[]
  cursor?: string | undefined
}

export type Macro = {
  id: string
  name: string
  variants: readonly {
    language: string
    channel?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
    text: string
    subject?: string | undefined
  }[]
  actions?:
    | {
        status?: 'open' | 'waiting-customer' | 'resolved' | 'spam' | undefined
        tags?:
          | {
              add: readonly string[]
              remove: readonly string[]
            }
          | undefined
        assign?:
          | {
              assignee?: string | null | undefined
              team?: string | null | undefined
            }
          | undefined
        priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
      }
    | undefined
  brand?: string | undefined
  teams?: readonly string[] | undefined
  active: boolean
}

export type MacroSettings = {
  name: string
  variants: readonly {
    language: string
    channel?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
    text: string
    subject?: string | undefined
  }[]
  actions?:
    | {
        status?: 'open' | 'waiting-customer' | 'resolved' | 'spam' | undefined
        tags?:
          | {
              add: readonly string[]
              remove: readonly string[]
            }
          | undefined
        assign?:
          | {
              assignee?: string | null | undefined
              team?: string | null | undefined
            }
          | undefined
        priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
      }
    | undefined
  brand?: string | undefined
  teams?: readonly string[] | undefined
  active?: boolean | undefined
}

export type MacroPreview = {
  language?: string | undefined
  channel?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
}

export type RenderedMacro = {
  macro: string
  language: string
  text: string
  subject?: string | undefined
  missing: readonly {
    variable:
      | 'customer.name'
      | 'customer.firstName'
      | 'agent.name'
      | 'agent.firstName'
      | 'brand'
      | 'conversation.reference.order'
      | 'conversation.reference.case'
      | 'conversation.reference.tracking'
      | 'conversation.reference.invoice'
      | 'promise.by'
    why: 'unknown' | 'not-confirmed'
  }[]
  actions?:
    | {
        status?: 'open' | 'waiting-customer' | 'resolved' | 'spam' | undefined
        tags?:
          | {
              add: readonly string[]
              remove: readonly string[]
            }
          | undefined
        assign?:
          | {
              assignee?: string | null | undefined
              team?: string | null | undefined
            }
          | undefined
        priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
      }
    | undefined
}

export type Drafts = {
  items: readonly Draft[]
}

export type Draft = {
  author: string
  authorName: string
  text: string
  html?: string | undefined
  subject?: string | undefined
  attachments: readonly string[]
  /** what is known of the attachments; one that is gone is absent */
  files: readonly {
    id: string
    name: string
    mediaType: string
    bytes: number
  }[]
  version: number
  updatedAt: string
  updatedBy: string
}

export type DraftInput = {
  text: string
  html?: string | undefined
  subject?: string | undefined
  attachments?: readonly string[] | undefined
  /** of the draft as it was seen */
  version?: number | undefined
  /** whose draft: a subject; me */
  author?: string | undefined
}

export type SavedDraft = {
  draft?: Draft | undefined
}

export type NewAttachment = {
  /** the name of the file, with its ending */
  name: string
  mediaType: string
  bytes: number
}

export type Attachment = {
  id: string
  name: string
  uploadUrl: string
}

export type CustomerConsent = {
  items: readonly {
    identifier: Identifier
    /** only unproven links connect it to the customer */
    asserted: boolean
    purposes: {
      service: {
        source?: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator' | undefined
        at?: string | undefined
        by?: string | undefined
        state: 'granted' | 'denied'
        isDefault: boolean
      }
      survey: {
        source?: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator' | undefined
        at?: string | undefined
        by?: string | undefined
        state: 'granted' | 'denied'
        isDefault: boolean
      }
      marketing: {
        source?: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator' | undefined
        at?: string | undefined
        by?: string | undefined
        state: 'granted' | 'denied'
        isDefault: boolean
      }
    }
    doNotContact?:
      | {
          source: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator'
          at: string
          by: string
          reason?: string | undefined
        }
      | undefined
  }[]
  defaults: {
    service: 'granted' | 'denied'
    survey: 'granted' | 'denied'
    marketing: 'granted' | 'denied'
  }
}

export type ConsentChange = {
  change: 'grant' | 'deny' | 'forget' | 'do-not-contact' | 'lift'
  /** with grant, deny and forget */
  purpose?: 'service' | 'survey' | 'marketing' | undefined
  identifier?: TypedIdentifier | undefined
  source?: 'said' | 'keyword' | 'link' | 'form' | 'contract' | 'import' | 'operator' | undefined
  reason?: string | undefined
  /** where it was said */
  conversation?: string | undefined
}

export type ConsentDefaults = {
  service: 'granted' | 'denied'
  survey: 'granted' | 'denied'
  marketing: 'granted' | 'denied'
}

export type ConsentDefaultsInput = {
  service: 'granted' | 'denied'
  survey: 'granted' | 'denied'
  marketing: 'granted' | 'denied'
}

export type Revealed = {
  customer: string
  /** the customer and the timeline are shown whole until then */
  until: string
}

export type Hits = {
  items: readonly Hit[]
  cursor?: string | undefined
  /** what the answer leaves out, for people */
  notice?: string | undefined
}

export type IdentityLog = {
  items: readonly IdentityDecision[]
  cursor?: string | undefined
}

export type IdentityDecision = {
  seq: number
  at: string
  kind: 'identify' | 'link' | 'revoke' | 'cannot-link' | 'merge' | 'unmerge'
  by: string
  reason?: string | undefined
  contactId?: string | undefined
  before?:
    | {
        identifiers: readonly {
          type:
            | 'phone'
            | 'email'
            | 'x'
            | 'facebook'
            | 'instagram'
            | 'whatsapp'
            | 'mastodon'
            | 'bluesky'
            | 'account'
            | 'line'
          value: string
          display: string
          asserted: boolean
        }[]
        /** the customer that took the identifiers over */
        redirect?: string | undefined
      }
    | undefined
  after: {
    identifiers: readonly {
      type:
        | 'phone'
        | 'email'
        | 'x'
        | 'facebook'
        | 'instagram'
        | 'whatsapp'
        | 'mastodon'
        | 'bluesky'
        | 'account'
        | 'line'
      value: string
      display: string
      asserted: boolean
    }[]
    /** the customer that took the identifiers over */
    redirect?: string | undefined
  }
  changes: readonly {
    id: string
    rule?: string | undefined
    tier?: 'T1' | 'T2' | 'T3' | undefined
    state: 'active' | 'revoked'
    refused?:
      | 'blocked'
      | 'shared'
      | 'cannot-link'
      | 'account-limit'
      | 'email-limit'
      | 'phone-limit'
      | 'network-limit'
      | undefined
  }[]
}

export type Sources = {
  items: readonly ListedSource[]
  cursor?: string | undefined
  /** the address below which the paths of webhooks lie */
  webhooksAt: string
}

export type ListedSource = {
  id: string
  kind: 'mail' | 'phone' | 'x' | 'meta' | 'contacts'
  brand: string
  department: string
  team?: string | undefined
  defaultRegion: string
  timeZone: string
  ownIdentifiers: readonly {
    type: 'phone' | 'email' | 'x' | 'facebook' | 'instagram' | 'whatsapp' | 'mastodon' | 'bluesky' | 'account' | 'line'
    value: string
  }[]
  displayName?: string | undefined
  signature?: Record<string, string> | undefined
  /** without it, what stands in for settings is shown */
  configured: boolean
  /** without it, nothing came yet */
  health?:
    | {
        firstReceivedAt: string
        /** noted once a minute at most */
        lastReceivedAt: string
        /** from taking in to the timeline, the last time that was noted */
        lagMs: number
        /** silences of more than a day, newest first */
        gaps: readonly {
          from: string
          to: string
        }[]
      }
    | undefined
}

export type Source = {
  id: string
  kind: 'mail' | 'phone' | 'x' | 'meta' | 'contacts'
  brand: string
  department: string
  team?: string | undefined
  defaultRegion: string
  timeZone: string
  ownIdentifiers: readonly {
    type: 'phone' | 'email' | 'x' | 'facebook' | 'instagram' | 'whatsapp' | 'mastodon' | 'bluesky' | 'account' | 'line'
    value: string
  }[]
  displayName?: string | undefined
  signature?: Record<string, string> | undefined
}

export type SourceSettings = {
  kind: 'mail' | 'phone' | 'x' | 'meta' | 'contacts'
  brand: string
  department: string
  team?: string | undefined
  defaultRegion: string
  timeZone: string
  ownIdentifiers: readonly {
    type: 'phone' | 'email' | 'x' | 'facebook' | 'instagram' | 'whatsapp' | 'mastodon' | 'bluesky' | 'account' | 'line'
    value: string
  }[]
  displayName?: string | undefined
  signature?: Record<string, string> | undefined
}

export type SetAsideList = {
  items: readonly SetAside[]
  cursor?: string | undefined
}

export type SetAside = {
  id: string
  at: string
  stage:
    | 'parse'
    | 'record'
    | 'split'
    | 'audit'
    | 'conversations'
    | 'search'
    | 'counts'
    | 'outbox'
    | 'routing'
    | 'automations'
    | 'hooks'
    | 'archive'
    | 'reports'
  reason: string
  rawRef?:
    | {
        object: string
        offset: number
        length: number
      }
    | undefined
  source?: string | undefined
  format?: string | undefined
  line?: number | undefined
  importId?: string | undefined
  replays: number
}

export type Replay = {
  id: string
  /** how often it was replayed, this time included */
  replays: number
}

export type StartedImport = {
  id: string
  state: 'awaiting upload' | 'reading' | 'recording' | 'done' | 'failed'
  uploadUrl?: string | undefined
}

export type Import = {
  id: string
  kind: string
  source: string
  state: 'awaiting upload' | 'reading' | 'recording' | 'done' | 'failed'
  /** why it failed */
  reason?: string | undefined
  createdAt: string
  createdBy: string
  rows?: number | undefined
  counts: {
    read: number
    added: number
    alreadyThere: number
    notAContact: number
    setAside: number
  }
  /** the lines that gave no contact, and why */
  lines: {
    items: readonly {
      line: number
      outcome: 'added' | 'already there' | 'not a contact' | 'set aside'
      reason: string
    }[]
    cursor?: string | undefined
  }
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

export type AgentSettings = {
  name: string
  email?: string | undefined
  teams?: readonly string[] | undefined
  skills?: readonly string[] | undefined
  languages?: readonly string[] | undefined
  capacity?: number | undefined
  availability?: 'online' | 'away' | 'offline' | undefined
  active?: boolean | undefined
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

export type TeamSettings = {
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

export type HoursList = {
  items: readonly Hours[]
  cursor?: string | undefined
}

export type Hours = {
  id: string
  name: string
  timeZone: string
  weekly: {
    monday: readonly (readonly unknown[])[]
    tuesday: readonly (readonly unknown[])[]
    wednesday: readonly (readonly unknown[])[]
    thursday: readonly (readonly unknown[])[]
    friday: readonly (readonly unknown[])[]
    saturday: readonly (readonly unknown[])[]
    sunday: readonly (readonly unknown[])[]
  }
  holidays: readonly {
    date: string
    name?: string | undefined
    intervals?: readonly (readonly unknown[])[] | undefined
  }[]
}

export type HoursSettings = {
  name: string
  timeZone: string
  weekly: {
    monday?: readonly (readonly unknown[])[] | undefined
    tuesday?: readonly (readonly unknown[])[] | undefined
    wednesday?: readonly (readonly unknown[])[] | undefined
    thursday?: readonly (readonly unknown[])[] | undefined
    friday?: readonly (readonly unknown[])[] | undefined
    saturday?: readonly (readonly unknown[])[] | undefined
    sunday?: readonly (readonly unknown[])[] | undefined
  }
  holidays?:
    | readonly {
        date: string
        name?: string | undefined
        intervals?: readonly (readonly unknown[])[] | undefined
      }[]
    | undefined
}

export type ConfirmationInput = {
  /** where the customer is asked: the end of the link that was claimed */
  identifier: TypedIdentifier
  /** the other end, where several unproven links begin here */
  with?: TypedIdentifier | undefined
  /** in which it is asked; else the one of the customer where something happened last */
  conversation?: string | undefined
  reason: string
}

export type Confirmation = {
  id: string
  linkId: string
  sentTo: Identifier
  conversation: string
  expiresAt: string
  /** ends that have to be asked as well before the link is proven */
  alsoNeeded: readonly Identifier[]
}

export type SurveySettings = {
  /** How was this matter handled? 1 to 5 */
  csat: {
    active: boolean
    /** how long after resolution; also for nps */
    afterMinutes: number
    /** where it is asked; also nps */
    channels: readonly ('email' | 'message' | 'social')[]
    /** What is asked, by language, in place of our own words; a post has room for 200 characters and the link */
    text: Record<string, string>
  }
  /** Would you recommend us? 0 to 10; asked in place of the other when it is due */
  nps: {
    active: boolean
    everyDays: number
    /** What is asked, by language, in place of our own words; a post has room for 200 characters and the link */
    text: Record<string, string>
  }
  /** no customer is asked anything more often */
  perCustomerDays: number
  /** the share of resolved conversations that are asked about */
  share: number
  /** what pages for customers call you */
  company?: string | undefined
}

export type SurveySettingsInput = {
  /** How was this matter handled? 1 to 5 */
  csat?:
    | {
        active: boolean
        /** how long after resolution; also for nps */
        afterMinutes?: number | undefined
        /** where it is asked; also nps */
        channels?: readonly ('email' | 'message' | 'social')[] | undefined
        /** What is asked, by language, in place of our own words; a post has room for 200 characters and the link */
        text?: Record<string, string> | undefined
      }
    | undefined
  /** Would you recommend us? 0 to 10; asked in place of the other when it is due */
  nps?:
    | {
        active: boolean
        everyDays?: number | undefined
        /** What is asked, by language, in place of our own words; a post has room for 200 characters and the link */
        text?: Record<string, string> | undefined
      }
    | undefined
  /** no customer is asked anything more often */
  perCustomerDays?: number | undefined
  /** the share of resolved conversations that are asked about */
  share?: number | undefined
  /** what pages for customers call you */
  company?: string | undefined
}

export type RoutingRules = {
  items: readonly RoutingRule[]
}

export type RoutingRule = {
  id: string
  name: string
  order: number
  active: boolean
  when: {
    channel?: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[] | undefined
    network?: readonly string[] | undefined
    kind?: readonly ('call' | 'voicemail' | 'mail' | 'mention' | 'comment' | 'post' | 'direct' | 'review')[] | undefined
    brand?: readonly string[] | undefined
    department?: readonly string[] | undefined
    source?: readonly string[] | undefined
    language?: readonly string[] | undefined
    topic?: readonly string[] | undefined
    tag?: readonly string[] | undefined
    priority?: readonly ('low' | 'normal' | 'high' | 'urgent')[] | undefined
    firstTime?: boolean | undefined
    words?: readonly string[] | undefined
  }
  to: {
    team?: string | undefined
    skills: readonly string[]
    agent?: string | undefined
    specialist?: string | undefined
    priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
  }
}

export type RoutingRuleSettings = {
  name: string
  order?: number | undefined
  /** preview a rule before it is switched on */
  active?: boolean | undefined
  when?:
    | {
        channel?: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[] | undefined
        network?: readonly string[] | undefined
        kind?:
          | readonly ('call' | 'voicemail' | 'mail' | 'mention' | 'comment' | 'post' | 'direct' | 'review')[]
          | undefined
        brand?: readonly string[] | undefined
        department?: readonly string[] | undefined
        source?: readonly string[] | undefined
        language?: readonly string[] | undefined
        topic?: readonly string[] | undefined
        tag?: readonly string[] | undefined
        priority?: readonly ('low' | 'normal' | 'high' | 'urgent')[] | undefined
        firstTime?: boolean | undefined
        words?: readonly string[] | undefined
      }
    | undefined
  to?:
    | {
        team?: string | undefined
        skills?: readonly string[] | undefined
        agent?: string | undefined
        specialist?: string | undefined
        priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
      }
    | undefined
}

export type RoutingPreviewRequest = {
  rules: readonly {
    name: string
    order?: number | undefined
    active?: boolean | undefined
    when?:
      | {
          channel?: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[] | undefined
          network?: readonly string[] | undefined
          kind?:
            | readonly ('call' | 'voicemail' | 'mail' | 'mention' | 'comment' | 'post' | 'direct' | 'review')[]
            | undefined
          brand?: readonly string[] | undefined
          department?: readonly string[] | undefined
          source?: readonly string[] | undefined
          language?: readonly string[] | undefined
          topic?: readonly string[] | undefined
          tag?: readonly string[] | undefined
          priority?: readonly ('low' | 'normal' | 'high' | 'urgent')[] | undefined
          firstTime?: boolean | undefined
          words?: readonly string[] | undefined
        }
      | undefined
    to?:
      | {
          team?: string | undefined
          skills?: readonly string[] | undefined
          agent?: string | undefined
          specialist?: string | undefined
          priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
        }
      | undefined
    id: string
  }[]
  since?: string | undefined
  limit?: number | undefined
}

export type RoutingPreview = {
  /** how many conversations were looked at */
  looked: number
  differing: number
  agents: readonly {
    id: string
    inForce: number
    previewed: number
  }[]
  teams: readonly {
    id: string
    inForce: number
    previewed: number
  }[]
  items: readonly {
    conversation: string
    at: string
    /** without it, no rule in force applies */
    inForce?:
      | {
          rule: string
          team?: string | undefined
          /** without it, nobody is configured who could have it */
          assignee?: string | undefined
          specialist?: string | undefined
          priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
        }
      | undefined
    previewed?:
      | {
          rule: string
          team?: string | undefined
          /** without it, nobody is configured who could have it */
          assignee?: string | undefined
          specialist?: string | undefined
          priority?: 'low' | 'normal' | 'high' | 'urgent' | undefined
        }
      | undefined
    differs: boolean
  }[]
}

export type Automations = {
  items: readonly Automation[]
  cursor?: string | undefined
}

export type Automation = {
  id: string
  name: string
  active: boolean
  since: string
  when:
    | {
        event: 'contact'
      }
    | {
        event: 'status'
        to?:
          | readonly ('open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam')[]
          | undefined
      }
    | {
        event: 'clock'
        clocks?: readonly ('firstResponse' | 'nextResponse' | 'resolution' | 'promise')[] | undefined
      }
    | {
        event: 'tag'
        tags?: readonly string[] | undefined
      }
    | {
        event: 'topic'
        topics?: readonly string[] | undefined
      }
  if: {
    all: readonly (
      | {
          field: 'channel'
          op: 'is' | 'is-not'
          values: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
        }
      | {
          field: 'network'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'direction'
          op: 'is' | 'is-not'
          values: readonly ('inbound' | 'outbound')[]
        }
      | {
          field: 'brand'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'department'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'team'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'assignee'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'status'
          op: 'is' | 'is-not'
          values: readonly ('open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam')[]
        }
      | {
          field: 'priority'
          op: 'is' | 'is-not'
          values: readonly ('low' | 'normal' | 'high' | 'urgent')[]
        }
      | {
          field: 'tags'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'topics'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'language'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'words'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'outside-hours'
          is: boolean
        }
      | {
          field: 'first-time'
          is: boolean
        }
    )[]
    any: readonly (
      | {
          field: 'channel'
          op: 'is' | 'is-not'
          values: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
        }
      | {
          field: 'network'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'direction'
          op: 'is' | 'is-not'
          values: readonly ('inbound' | 'outbound')[]
        }
      | {
          field: 'brand'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'department'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'team'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'assignee'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'status'
          op: 'is' | 'is-not'
          values: readonly ('open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam')[]
        }
      | {
          field: 'priority'
          op: 'is' | 'is-not'
          values: readonly ('low' | 'normal' | 'high' | 'urgent')[]
        }
      | {
          field: 'tags'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'topics'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'language'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'words'
          op: 'is' | 'is-not'
          values: readonly string[]
        }
      | {
          field: 'outside-hours'
          is: boolean
        }
      | {
          field: 'first-time'
          is: boolean
        }
    )[]
  }
  actions: readonly (
    | {
        do: 'assign'
        assignee?: string | null | undefined
        team?: string | null | undefined
      }
    | {
        do: 'tag'
        add: readonly string[]
        remove: readonly string[]
      }
    | {
        do: 'answer'
        macro: string
      }
    | {
        do: 'ask'
        department: string
        note: string
        mentions: readonly string[]
      }
    | {
        do: 'call'
        hook: string
      }
  )[]
}

export type AutomationSettings = {
  name: string
  when:
    | {
        event: 'contact'
      }
    | {
        event: 'status'
        to?:
          | readonly ('open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam')[]
          | undefined
      }
    | {
        event: 'clock'
        clocks?: readonly ('firstResponse' | 'nextResponse' | 'resolution' | 'promise')[] | undefined
      }
    | {
        event: 'tag'
        tags?: readonly string[] | undefined
      }
    | {
        event: 'topic'
        topics?: readonly string[] | undefined
      }
  if?:
    | {
        all?:
          | readonly (
              | {
                  field: 'channel'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
                }
              | {
                  field: 'network'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'direction'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly ('inbound' | 'outbound')[]
                }
              | {
                  field: 'brand'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'department'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'team'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'assignee'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'status'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly (
                    | 'open'
                    | 'waiting-customer'
                    | 'waiting-department'
                    | 'snoozed'
                    | 'resolved'
                    | 'spam'
                  )[]
                }
              | {
                  field: 'priority'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly ('low' | 'normal' | 'high' | 'urgent')[]
                }
              | {
                  field: 'tags'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'topics'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'language'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'words'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'outside-hours'
                  is: boolean
                }
              | {
                  field: 'first-time'
                  is: boolean
                }
            )[]
          | undefined
        any?:
          | readonly (
              | {
                  field: 'channel'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
                }
              | {
                  field: 'network'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'direction'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly ('inbound' | 'outbound')[]
                }
              | {
                  field: 'brand'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'department'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'team'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'assignee'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'status'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly (
                    | 'open'
                    | 'waiting-customer'
                    | 'waiting-department'
                    | 'snoozed'
                    | 'resolved'
                    | 'spam'
                  )[]
                }
              | {
                  field: 'priority'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly ('low' | 'normal' | 'high' | 'urgent')[]
                }
              | {
                  field: 'tags'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'topics'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'language'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'words'
                  op?: 'is' | 'is-not' | undefined
                  values: readonly string[]
                }
              | {
                  field: 'outside-hours'
                  is: boolean
                }
              | {
                  field: 'first-time'
                  is: boolean
                }
            )[]
          | undefined
      }
    | undefined
  actions: readonly (
    | {
        do: 'assign'
        assignee?: string | null | undefined
        team?: string | null | undefined
      }
    | {
        do: 'tag'
        add?: readonly string[] | undefined
        remove?: readonly string[] | undefined
      }
    | {
        do: 'answer'
        macro: string
      }
    | {
        do: 'ask'
        department: string
        note: string
        mentions?: readonly string[] | undefined
      }
    | {
        do: 'call'
        hook: string
      }
  )[]
  active?: boolean | undefined
}

export type AutomationLog = {
  items: readonly Firing[]
  cursor?: string | undefined
}

export type Firing = {
  id: string
  rule: string
  ruleName: string
  conversation: string
  occurrence: {
    id: string
    event: 'contact' | 'status' | 'clock' | 'tag' | 'topic'
    at: string
    values: readonly string[]
    contact?: string | undefined
    causedBy?:
      | {
          rule?: string | undefined
        }
      | undefined
  }
  at: string
  depth: number
  stopped?:
    | 'caused by itself'
    | 'too deep a chain'
    | 'too many in an hour'
    | 'answered already today'
    | 'a robot wrote it'
    | 'nothing to answer'
    | undefined
  steps: readonly {
    action:
      | {
          do: 'assign'
          assignee?: string | null | undefined
          team?: string | null | undefined
        }
      | {
          do: 'tag'
          add: readonly string[]
          remove: readonly string[]
        }
      | {
          do: 'answer'
          macro: string
        }
      | {
          do: 'ask'
          department: string
          note: string
          mentions: readonly string[]
        }
      | {
          do: 'call'
          hook: string
        }
    outcome: 'waiting' | 'done' | 'nothing' | 'refused' | 'stopped'
    detail?: string | undefined
  }[]
}

export type AutomationPreviewInput = {
  rule: {
    name: string
    when:
      | {
          event: 'contact'
        }
      | {
          event: 'status'
          to?:
            | readonly ('open' | 'waiting-customer' | 'waiting-department' | 'snoozed' | 'resolved' | 'spam')[]
            | undefined
        }
      | {
          event: 'clock'
          clocks?: readonly ('firstResponse' | 'nextResponse' | 'resolution' | 'promise')[] | undefined
        }
      | {
          event: 'tag'
          tags?: readonly string[] | undefined
        }
      | {
          event: 'topic'
          topics?: readonly string[] | undefined
        }
    if?:
      | {
          all?:
            | readonly (
                | {
                    field: 'channel'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
                  }
                | {
                    field: 'network'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'direction'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly ('inbound' | 'outbound')[]
                  }
                | {
                    field: 'brand'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'department'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'team'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'assignee'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'status'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly (
                      | 'open'
                      | 'waiting-customer'
                      | 'waiting-department'
                      | 'snoozed'
                      | 'resolved'
                      | 'spam'
                    )[]
                  }
                | {
                    field: 'priority'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly ('low' | 'normal' | 'high' | 'urgent')[]
                  }
                | {
                    field: 'tags'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'topics'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'language'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'words'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'outside-hours'
                    is: boolean
                  }
                | {
                    field: 'first-time'
                    is: boolean
                  }
              )[]
            | undefined
          any?:
            | readonly (
                | {
                    field: 'channel'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
                  }
                | {
                    field: 'network'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'direction'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly ('inbound' | 'outbound')[]
                  }
                | {
                    field: 'brand'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'department'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'team'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'assignee'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'status'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly (
                      | 'open'
                      | 'waiting-customer'
                      | 'waiting-department'
                      | 'snoozed'
                      | 'resolved'
                      | 'spam'
                    )[]
                  }
                | {
                    field: 'priority'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly ('low' | 'normal' | 'high' | 'urgent')[]
                  }
                | {
                    field: 'tags'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'topics'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'language'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'words'
                    op?: 'is' | 'is-not' | undefined
                    values: readonly string[]
                  }
                | {
                    field: 'outside-hours'
                    is: boolean
                  }
                | {
                    field: 'first-time'
                    is: boolean
                  }
              )[]
            | undefined
        }
      | undefined
    actions: readonly (
      | {
          do: 'assign'
          assignee?: string | null | undefined
          team?: string | null | undefined
        }
      | {
          do: 'tag'
          add?: readonly string[] | undefined
          remove?: readonly string[] | undefined
        }
      | {
          do: 'answer'
          macro: string
        }
      | {
          do: 'ask'
          department: string
          note: string
          mentions?: readonly string[] | undefined
        }
      | {
          do: 'call'
          hook: string
        }
    )[]
  }
  since?: string | string | undefined
  /** conversations that are looked at, newest first */
  limit?: number | undefined
}

export type AutomationPreview = {
  /** at how many conversations */
  looked: number
  fired: number
  /** set off, but held back by a guard */
  stopped: number
  items: readonly Firing[]
}

export type Hooks = {
  items: readonly Hook[]
  cursor?: string | undefined
}

export type Hook = {
  id: string
  url: string
  events: readonly (
    | 'contact.recorded'
    | 'conversation.opened'
    | 'conversation.changed'
    | 'conversation.resolved'
    | 'reply.sent'
    | 'reply.failed'
    | 'customer.merged'
  )[]
  active: boolean
  off?:
    | {
        at: string
        reason: 'gone' | 'failed for a day'
      }
    | undefined
  /** since when every try has failed */
  failingSince?: string | undefined
}

export type HookSettings = {
  url: string
  events?:
    | readonly (
        | 'contact.recorded'
        | 'conversation.opened'
        | 'conversation.changed'
        | 'conversation.resolved'
        | 'reply.sent'
        | 'reply.failed'
        | 'customer.merged'
      )[]
    | undefined
  active?: boolean | undefined
  /** sign with a new secret from now on */
  newSecret?: boolean | undefined
}

export type ConfiguredHook = {
  id: string
  url: string
  events: readonly (
    | 'contact.recorded'
    | 'conversation.opened'
    | 'conversation.changed'
    | 'conversation.resolved'
    | 'reply.sent'
    | 'reply.failed'
    | 'customer.merged'
  )[]
  active: boolean
  off?:
    | {
        at: string
        reason: 'gone' | 'failed for a day'
      }
    | undefined
  /** since when every try has failed */
  failingSince?: string | undefined
  /** what deliveries are signed with; shown this once */
  secret?: string | undefined
}

export type HookDeliveries = {
  items: readonly HookDelivery[]
  cursor?: string | undefined
}

export type HookDelivery = {
  id: string
  hook: string
  type:
    | 'contact.recorded'
    | 'conversation.opened'
    | 'conversation.changed'
    | 'conversation.resolved'
    | 'reply.sent'
    | 'reply.failed'
    | 'customer.merged'
    | 'automation.fired'
    | 'hook.test'
  subject: {
    id: string
    stream?: string | undefined
    sortAt?: string | undefined
    into?: string | undefined
  }
  at: string
  status: 'waiting' | 'delivered' | 'failed' | 'nothing'
  failures: number
  tries: readonly {
    at: string
    ms: number
    status?: number | undefined
    trouble?:
      | 'answered with an error'
      | 'gone'
      | 'redirected'
      | 'timed out'
      | 'not reached'
      | 'address refused'
      | 'switched off'
      | 'nothing to tell'
      | undefined
  }[]
  replays: number
  /** when it is tried next */
  nextAt?: string | undefined
}

export type HookReplay = {
  replayed: number
  /** ask again: there were more than are replayed at once */
  more: boolean
}

export type LiveTicket = {
  ticket: string
  expiresAt: string
  /** the address to connect to, with the ticket in it */
  url: string
  /** what is loaded from now on, and events after this position, leave no gap */
  position: string
}

export type Content = {
  entries: readonly {
    title: string
    url?: string | undefined
    /** what it answers, in anybody’s words */
    questions: readonly string[]
  }[]
  changedAt?: string | undefined
  changedBy?: string | undefined
}

export type ContentInput = {
  entries: readonly {
    title: string
    url?: string | undefined
    /** what it answers, in anybody’s words */
    questions?: readonly string[] | undefined
  }[]
}

export type ContentIdea = {
  topic: string
  label: string
  kind?: 'question' | 'wish' | 'problem' | 'objection' | undefined
  /** matters in the period */
  asked: number
  /** in the period before */
  before?: number | undefined
  tag?: 'new' | 'rising' | 'falling' | undefined
  /** the share that was resolved at first contact */
  settled?: number | undefined
  exchanges: readonly TopicExchange[]
  /** what we publish about it already, as far as words tell; absent: nothing comes near */
  coverage?:
    | {
        entry: {
          title: string
          url?: string | undefined
          /** what it answers, in anybody’s words */
          questions: readonly string[]
        }
        nearness: number
      }
    | undefined
}

export type TopicExchange = {
  asked: TopicExcerpt
  answers: readonly TopicExcerpt[]
}

export type TopicExcerpt = {
  /** the id of the contact */
  id: string
  at: string
  channel: string
  text: string
  conversation?: string | undefined
}

export type TopicExchanges = {
  items: readonly TopicExchange[]
}

export type SavedReport = {
  id: string
  shared: boolean
  name: string
  report: string
  query: {
    by?: string | undefined
    value?: string | undefined
    grain?: string | undefined
    campaign?: string | undefined
    kind?: string | undefined
    compare?: 'before' | 'none' | undefined
    from?: string | undefined
    to?: string | undefined
    /** so many days up to today, in place of from and to */
    days?: number | undefined
    /** of the calendar, in place of from and to */
    period?: 'month' | 'last-month' | 'year' | undefined
    /** the figure that is drawn */
    figure?: string | undefined
  }
  schedule?:
    | {
        every: 'day' | 'week' | 'month'
        /** of weeks: 1 is Monday, which it is if absent */
        weekday?: number | undefined
        hour: number
        language: 'en' | 'de'
        zone?: string | undefined
        to: readonly string[]
      }
    | undefined
  savedAt: string
  /** whether the reader keeps it, and may change it */
  own: boolean
  by: string
}

export type SavedReportInput = {
  shared?: boolean | undefined
  name: string
  report: string
  query: {
    by?: string | undefined
    value?: string | undefined
    grain?: string | undefined
    campaign?: string | undefined
    kind?: string | undefined
    compare?: 'before' | 'none' | undefined
    from?: string | undefined
    to?: string | undefined
    /** so many days up to today, in place of from and to */
    days?: number | undefined
    /** of the calendar, in place of from and to */
    period?: 'month' | 'last-month' | 'year' | undefined
    /** the figure that is drawn */
    figure?: string | undefined
  }
  schedule?:
    | {
        every: 'day' | 'week' | 'month'
        /** of weeks: 1 is Monday, which it is if absent */
        weekday?: number | undefined
        hour?: number | undefined
        language?: 'en' | 'de' | undefined
        zone?: string | undefined
        to: readonly string[]
      }
    | undefined
}

export type Digest = {
  subject: string
  text: string
  /** a whole document; names in it are escaped */
  html: string
  period: {
    from: string
    to: string
  }
}

export type MailedDigest = {
  id: string
  person: string
  what:
    | {
        kind: 'department'
        department?: string | undefined
      }
    | {
        kind: 'view'
        owner: string
        view: string
      }
  every: 'day' | 'week' | 'month'
  /** of weeks: 1 is Monday, which it is if absent */
  weekday?: number | undefined
  hour: number
  language: 'en' | 'de'
  zone: string
  nextAt?: string | undefined
  stoppedAt?: string | undefined
  last?:
    | {
        due: string
        at: string
        outcome: 'sent' | 'unclear' | 'given-up' | 'skipped'
        why?: string | undefined
      }
    | undefined
}

export type MailedDigestInput = {
  /** everybody’s, if absent */
  department?: string | undefined
  /** the id of an agent; oneself, if absent */
  person?: string | undefined
  every: 'day' | 'week' | 'month'
  /** of weeks: 1 is Monday, which it is if absent */
  weekday?: number | undefined
  hour?: number | undefined
  language?: 'en' | 'de' | undefined
  /** the person’s, else the company’s, if absent */
  zone?: string | undefined
}

export type ReportDescription = {
  name: string
  title: string
  definition: string
  source: string
  chart: 'series' | 'bars' | 'matrix' | 'table' | 'histogram'
  /** by what it may be asked; the first is what it is by */
  by: readonly string[]
  grains: readonly ('total' | 'month' | 'day' | 'hour')[]
  figures: readonly ReportFigure[]
  limits: string
}

export type ReportFigure = {
  id: string
  title: string
  definition: string
  unit: 'count' | 'share' | 'seconds' | 'score' | 'ratio' | 'money' | 'millionths'
  /** what n counts */
  of: string
  better: 'more' | 'less' | 'neither'
  certainty: 'exact' | 'interval'
}

export type Report = {
  name: string
  title: string
  definition: string
  source: string
  chart: 'series' | 'bars' | 'matrix' | 'table' | 'histogram'
  period: {
    from: string
    to: string
  }
  before?:
    | {
        from: string
        to: string
      }
    | undefined
  grain: 'total' | 'month' | 'day' | 'hour'
  by: string
  timezone: string
  figures: readonly ReportFigure[]
  /** each figure over everything and the whole period */
  totals: readonly ReportRow[]
  rows: readonly ReportRow[]
  /** how many values of the dimension are not among the rows */
  left: number
  /** what to know before reading it */
  notes: readonly string[]
}

export type ReportRow = {
  /** the id of one of `figures` */
  figure: string
  /** the value of the dimension; of a pair and of a matrix the first */
  key: string
  /** the second value of a pair; in a matrix the column */
  other?: string | undefined
  /** what to write instead of `other` */
  otherLabel?: string | undefined
  /** what to write instead of `key`, where that is an id */
  label?: string | undefined
  /** a day, a month, or the instant at which an hour begins; absent: the whole period */
  period?: string | undefined
  /** absent where there is nothing to tell it from */
  value?: number | undefined
  /** how many of what the figure says in `of` it is told from */
  n: number
  /** 95 in 100: where the figure lies, were the like seen again; absent: exact */
  interval?: ReportInterval | undefined
  /** what happens in the next days can still change it */
  provisional?: boolean | undefined
  /** the same in the period before */
  before?:
    | {
        /** absent where there is nothing to tell it from */
        value?: number | undefined
        /** how many of what the figure says in `of` it is told from */
        n: number
        /** 95 in 100: where the figure lies, were the like seen again; absent: exact */
        interval?: ReportInterval | undefined
      }
    | undefined
  change?:
    | {
        difference: number
        /** how likely a change as great is by chance alone */
        p?: number | undefined
        /** whether it says something, all rows looked at together */
        significant?: boolean | undefined
      }
    | undefined
  tag?: 'new' | 'rising' | 'falling' | undefined
  /** what a topic mostly is */
  kind?: 'question' | 'wish' | 'problem' | 'objection' | undefined
}

export type ReportInterval = {
  low: number
  high: number
}

export type Campaign = {
  id: string
  name: string
  channels: readonly ('phone' | 'email' | 'social' | 'message' | 'review' | 'web')[]
  window: {
    from: string
    until: string
  }
  segment?:
    | {
        by:
          | 'brand'
          | 'channel'
          | 'country'
          | 'department'
          | 'language'
          | 'network'
          | 'relationship'
          | 'source'
          | 'team'
          | 'topic'
        value: string
      }
    | undefined
  control?:
    | {
        by:
          | 'brand'
          | 'channel'
          | 'country'
          | 'department'
          | 'language'
          | 'network'
          | 'relationship'
          | 'source'
          | 'team'
          | 'topic'
        value: string
      }
    | undefined
}

export type Topic = {
  id: string
  /** the name that people gave it, else one that a model found in its words, else its terms */
  label: string
  /** as people named it */
  name?: string | undefined
  /** words that tell it from others; none that fewer than three people wrote */
  terms: readonly string[]
  /** the words of a typical contact; "…" for what may name somebody */
  example: string
  /** how many of the contacts that were clustered last are about it */
  size: number
  /** keeps its id when only a third of it is found again */
  pinned: boolean
  /** counted as part of this one */
  mergedInto?: string | undefined
  foundAt: string
  clusteredAt: string
}

export type TopicInput = {
  /** null: called by its terms again, or by what a model found */
  name?: string | null | undefined
  pinned?: boolean | undefined
}

export type TopicMerge = {
  into: string
}

/** Who may call what; a console hides what the API would refuse. */
export const allowed = {
  findCustomers: ['agent', 'social', 'marketing', 'operator', 'admin'],
  readCustomer: ['agent', 'social', 'marketing', 'operator', 'admin'],
  readTimeline: ['agent', 'social', 'marketing', 'operator', 'admin'],
  readMark: ['agent', 'social'],
  setMark: ['agent', 'social'],
  identityLog: ['agent', 'social', 'operator'],
  readBrief: ['agent', 'social'],
  customerConversations: ['agent', 'social'],
  queue: ['agent', 'social'],
  counts: ['agent', 'social'],
  readConversation: ['agent', 'social'],
  readOriginal: ['agent', 'social'],
  readPart: ['agent', 'social'],
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
  reply: ['agent', 'social'],
  replies: ['agent', 'social'],
  readReply: ['agent', 'social'],
  undoReply: ['agent', 'social'],
  retryReply: ['agent', 'social'],
  settleReply: ['agent', 'social'],
  drafts: ['agent', 'social'],
  keepDraft: ['agent', 'social'],
  macros: ['agent', 'social', 'operator', 'admin'],
  previewMacro: ['agent', 'social'],
  announceFile: ['agent', 'social'],
  readConsent: ['agent', 'social', 'operator'],
  changeConsent: ['agent', 'social', 'operator'],
  askConfirmation: ['agent', 'social'],
  handOver: ['agent', 'social'],
  setCallback: ['agent', 'social'],
  reveal: ['marketing'],
  liveTicket: ['agent', 'social', 'marketing', 'operator', 'admin'],
  sources: ['operator'],
  setSource: ['operator'],
  setAside: ['operator'],
  replaySetAside: ['operator'],
  setAgent: ['operator', 'admin'],
  setTeam: ['operator', 'admin'],
  hours: ['agent', 'social', 'marketing', 'operator', 'admin'],
  setHours: ['operator', 'admin'],
  setMacro: ['operator', 'admin'],
  routingRules: ['operator', 'admin'],
  setRoutingRule: ['operator', 'admin'],
  previewRouting: ['operator', 'admin'],
  automations: ['operator', 'admin'],
  setAutomation: ['operator', 'admin'],
  automationLog: ['operator', 'admin'],
  previewAutomation: ['operator', 'admin'],
  hooks: ['operator', 'admin'],
  setHook: ['operator', 'admin'],
  hookDeliveries: ['operator', 'admin'],
  replayDelivery: ['operator', 'admin'],
  replayHook: ['operator', 'admin'],
  testHook: ['operator', 'admin'],
  surveySettings: ['operator', 'admin'],
  setSurveySettings: ['operator', 'admin'],
  consentDefaults: ['agent', 'social', 'marketing', 'operator', 'admin'],
  setConsentDefaults: ['operator', 'admin'],
  reports: ['agent', 'social', 'marketing', 'operator', 'admin'],
  report: ['agent', 'social', 'marketing', 'operator', 'admin'],
  digest: ['agent', 'social', 'marketing', 'operator', 'admin'],
  digests: ['agent', 'social', 'marketing', 'operator', 'admin'],
  subscribe: ['agent', 'social', 'marketing', 'operator', 'admin'],
  removeDigest: ['agent', 'social', 'marketing', 'operator', 'admin'],
  resumeDigest: ['agent', 'social', 'marketing', 'operator', 'admin'],
  excerpts: ['agent', 'social', 'marketing', 'operator', 'admin'],
  content: ['agent', 'social', 'marketing', 'operator', 'admin'],
  setContent: ['marketing', 'social', 'operator', 'admin'],
  contentIdeas: ['agent', 'social', 'marketing', 'operator', 'admin'],
  savedReports: ['agent', 'social', 'marketing', 'operator', 'admin'],
  saveReport: ['agent', 'social', 'marketing', 'operator', 'admin'],
  removeSavedReport: ['agent', 'social', 'marketing', 'operator', 'admin'],
  campaigns: ['agent', 'social', 'marketing', 'operator', 'admin'],
  topics: ['agent', 'social', 'marketing', 'operator', 'admin'],
  nameTopic: ['marketing', 'social', 'operator', 'admin'],
  mergeTopic: ['marketing', 'social', 'operator', 'admin'],
  splitTopic: ['marketing', 'social', 'operator', 'admin'],
  startImport: ['operator'],
  readImport: ['operator'],
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
      newer?: string | undefined
      entry?: string | undefined
      channel?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
      since?: string | string | undefined
      until?: string | string | undefined
    } = {},
    signal?: AbortSignal,
  ) => send<Timeline>({ method: 'GET', path: `/v1/customers/${encodeURIComponent(id)}/timeline`, query, signal }),
  /** Up to when you have read the timeline of a customer. */
  readMark: (id: string, signal?: AbortSignal) =>
    send<ReadingMark>({ method: 'GET', path: `/v1/customers/${encodeURIComponent(id)}/reading-mark`, signal }),
  /** Note up to when you have read the timeline of a customer; a mark never moves back. */
  setMark: (id: string, body: ReadingMarkInput, signal?: AbortSignal) =>
    send<ReadingMark>({ method: 'PUT', path: `/v1/customers/${encodeURIComponent(id)}/reading-mark`, body, signal }),
  /** The decisions that made a customer what it is, newest first. */
  identityLog: (
    id: string,
    query: { limit?: number | undefined; cursor?: string | undefined } = {},
    signal?: AbortSignal,
  ) =>
    send<IdentityLog>({ method: 'GET', path: `/v1/customers/${encodeURIComponent(id)}/identity-log`, query, signal }),
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
      network?: 'x' | 'facebook' | 'instagram' | 'mastodon' | 'bluesky' | undefined
      said?: 'phone' | 'email' | 'social' | 'message' | 'review' | 'web' | undefined
      dueWithin?: number | undefined
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
  /** What a mail looked like: its markup and text as they came, and the parts that came with it. */
  readOriginal: (id: string, signal?: AbortSignal) =>
    send<Original>({ method: 'GET', path: `/v1/contacts/${encodeURIComponent(id)}/original`, signal }),
  /** The bytes of something that came with a mail, in pieces. */
  readPart: (id: string, part: string, query: { offset?: number | undefined } = {}, signal?: AbortSignal) =>
    send<PartSlice>({
      method: 'GET',
      path: `/v1/contacts/${encodeURIComponent(id)}/parts/${encodeURIComponent(part)}`,
      query,
      signal,
    }),
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
  /** Answer the customer, where they wrote; it is sent when the time to undo it is over. */
  reply: (id: string, body: ReplyInput, signal?: AbortSignal) =>
    send<Reply>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/reply`, body, signal }),
  /** The newest answers of a conversation and what became of them: at most fifty. */
  replies: (id: string, signal?: AbortSignal) =>
    send<Replies>({ method: 'GET', path: `/v1/conversations/${encodeURIComponent(id)}/replies`, signal }),
  /** An answer and what became of it. */
  readReply: (id: string, signal?: AbortSignal) =>
    send<Reply>({ method: 'GET', path: `/v1/replies/${encodeURIComponent(id)}`, signal }),
  /** Take an answer back before it is sent. */
  undoReply: (id: string, signal?: AbortSignal) =>
    send<Reply>({ method: 'POST', path: `/v1/replies/${encodeURIComponent(id)}/undo`, signal }),
  /** Send an answer that failed once more; what speaks against it now is said first. */
  retryReply: (
    id: string,
    body: {
      /** objections that the writer has read and does not share: their kind, for those with entries `kind:entryId` */
      waive?: readonly string[] | undefined
    },
    signal?: AbortSignal,
  ) => send<Reply>({ method: 'POST', path: `/v1/replies/${encodeURIComponent(id)}/retry`, body, signal }),
  /** Say whether an answer of which nobody knows was sent; if not, it is sent again. */
  settleReply: (
    id: string,
    body: {
      /** whether it is there: true records it as sent, false sends it again */
      sent: boolean
      /** objections that the writer has read and does not share: their kind, for those with entries `kind:entryId` */
      waive?: readonly string[] | undefined
    },
    signal?: AbortSignal,
  ) => send<Reply>({ method: 'POST', path: `/v1/replies/${encodeURIComponent(id)}/settle`, body, signal }),
  /** The drafts of a conversation, one a person: at most twenty. */
  drafts: (id: string, signal?: AbortSignal) =>
    send<Drafts>({ method: 'GET', path: `/v1/conversations/${encodeURIComponent(id)}/drafts`, signal }),
  /** Keep what one is writing, or change a colleague’s; an empty text throws it away. */
  keepDraft: (id: string, body: DraftInput, signal?: AbortSignal) =>
    send<SavedDraft>({ method: 'PUT', path: `/v1/conversations/${encodeURIComponent(id)}/draft`, body, signal }),
  /** The macros, with all their variants. */
  macros: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<Macros>({ method: 'GET', path: `/v1/macros`, query, signal }),
  /** What a macro would say here; nothing is sent and nothing is done. */
  previewMacro: (id: string, macro: string, body: MacroPreview, signal?: AbortSignal) =>
    send<RenderedMacro>({
      method: 'POST',
      path: `/v1/conversations/${encodeURIComponent(id)}/macros/${encodeURIComponent(macro)}`,
      body,
      signal,
    }),
  /** Announce a file of at most 10 MB for an answer; PUT exactly its bytes to uploadUrl. */
  announceFile: (body: NewAttachment, signal?: AbortSignal) =>
    send<Attachment>({ method: 'POST', path: `/v1/attachments`, body, signal }),
  /** For each identifier and purpose whether something may be sent there, and who decided it when and why. */
  readConsent: (id: string, signal?: AbortSignal) =>
    send<CustomerConsent>({ method: 'GET', path: `/v1/customers/${encodeURIComponent(id)}/consent`, signal }),
  /** Record what a customer agreed to or refused; an operator lifts do-not-contact. */
  changeConsent: (id: string, body: ConsentChange, signal?: AbortSignal) =>
    send<CustomerConsent>({ method: 'POST', path: `/v1/customers/${encodeURIComponent(id)}/consent`, body, signal }),
  /** Ask the customer to confirm an unproven link, by a link that is good for one use within 48 hours. */
  askConfirmation: (id: string, body: ConfirmationInput, signal?: AbortSignal) =>
    send<Confirmation>({ method: 'POST', path: `/v1/customers/${encodeURIComponent(id)}/confirmations`, body, signal }),
  /** Give it to a person or a team with a reason; the brief of this moment goes along. */
  handOver: (id: string, body: HandOverInput, signal?: AbortSignal) =>
    send<Conversation>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/hand-over`, body, signal }),
  /** Call the customer at a time: it sleeps until then, and comes first; done by the call, or by saying so. */
  setCallback: (id: string, body: CallbackInput, signal?: AbortSignal) =>
    send<Conversation>({ method: 'POST', path: `/v1/conversations/${encodeURIComponent(id)}/callback`, body, signal }),
  /** See the personal data of one customer for a quarter of an hour; who did and why stands in their audit. */
  reveal: (
    id: string,
    body: {
      /** why; it stands in the audit of the customer */
      reason: string
    },
    signal?: AbortSignal,
  ) => send<Revealed>({ method: 'POST', path: `/v1/customers/${encodeURIComponent(id)}/reveal`, body, signal }),
  /** A ticket to connect for live events: once, within 30 seconds, as the one who asks. */
  liveTicket: (signal?: AbortSignal) => send<LiveTicket>({ method: 'POST', path: `/v1/live/tickets`, signal }),
  /** The sources, with their health: when something came last, how late it was recorded, silences. */
  sources: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<Sources>({ method: 'GET', path: `/v1/sources`, query, signal }),
  /** Configure a source; contacts that arrive within half a minute may still use the former settings. */
  setSource: (id: string, body: SourceSettings, signal?: AbortSignal) =>
    send<Source>({ method: 'PUT', path: `/v1/sources/${encodeURIComponent(id)}`, body, signal }),
  /** What could not be understood or recorded, newest first. */
  setAside: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<SetAsideList>({ method: 'GET', path: `/v1/set-aside`, query, signal }),
  /** Send it back to its queue; it leaves the list once it is understood. */
  replaySetAside: (id: string, signal?: AbortSignal) =>
    send<Replay>({ method: 'POST', path: `/v1/set-aside/${encodeURIComponent(id)}/replay`, signal }),
  /** Configure an agent under the subject of their tokens. */
  setAgent: (id: string, body: AgentSettings, signal?: AbortSignal) =>
    send<Agent>({ method: 'PUT', path: `/v1/agents/${encodeURIComponent(id)}`, body, signal }),
  /** Configure a team; targets are milliseconds of working time. */
  setTeam: (id: string, body: TeamSettings, signal?: AbortSignal) =>
    send<Team>({ method: 'PUT', path: `/v1/teams/${encodeURIComponent(id)}`, body, signal }),
  /** The configured hours. */
  hours: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<HoursList>({ method: 'GET', path: `/v1/hours`, query, signal }),
  /** Configure hours; the clocks of a conversation follow at its next event. */
  setHours: (id: string, body: HoursSettings, signal?: AbortSignal) =>
    send<Hours>({ method: 'PUT', path: `/v1/hours/${encodeURIComponent(id)}`, body, signal }),
  /** Configure a macro; a variable that is not known is refused, with those that are. */
  setMacro: (id: string, body: MacroSettings, signal?: AbortSignal) =>
    send<Macro>({ method: 'PUT', path: `/v1/macros/${encodeURIComponent(id)}`, body, signal }),
  /** The rules of routing, in the order in which they are tried: the first that applies decides. */
  routingRules: (signal?: AbortSignal) => send<RoutingRules>({ method: 'GET', path: `/v1/routing-rules`, signal }),
  /** Configure a rule of routing, and switch it on or off. */
  setRoutingRule: (id: string, body: RoutingRuleSettings, signal?: AbortSignal) =>
    send<RoutingRule>({ method: 'PUT', path: `/v1/routing-rules/${encodeURIComponent(id)}`, body, signal }),
  /** What rules would have done with past conversations, beside those in force, as if everybody were online. */
  previewRouting: (body: RoutingPreviewRequest, signal?: AbortSignal) =>
    send<RoutingPreview>({ method: 'POST', path: `/v1/routing-rules/preview`, body, signal }),
  /** The rules of automation, in the order in which they are asked. */
  automations: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<Automations>({ method: 'GET', path: `/v1/automations`, query, signal }),
  /** Configure a rule of automation; what happened before does not set it off. */
  setAutomation: (id: string, body: AutomationSettings, signal?: AbortSignal) =>
    send<Automation>({ method: 'PUT', path: `/v1/automations/${encodeURIComponent(id)}`, body, signal }),
  /** Each firing of a rule of the last ninety days, newest first: on what, what was done, what was stopped, why. */
  automationLog: (
    id: string,
    query: { limit?: number | undefined; cursor?: string | undefined } = {},
    signal?: AbortSignal,
  ) => send<AutomationLog>({ method: 'GET', path: `/v1/automations/${encodeURIComponent(id)}/log`, query, signal }),
  /** What a rule would have done on past conversations, guards included; nothing is done. */
  previewAutomation: (body: AutomationPreviewInput, signal?: AbortSignal) =>
    send<AutomationPreview>({ method: 'POST', path: `/v1/automations/preview`, body, signal }),
  /** The webhooks of other systems, and since when they fail. */
  hooks: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<Hooks>({ method: 'GET', path: `/v1/hooks`, query, signal }),
  /** Configure a webhook; its secret is shown when it is made. It is told within half a minute. */
  setHook: (id: string, body: HookSettings, signal?: AbortSignal) =>
    send<ConfiguredHook>({ method: 'PUT', path: `/v1/hooks/${encodeURIComponent(id)}`, body, signal }),
  /** What was told a webhook in the last thirty days, newest first: each try with status and duration. */
  hookDeliveries: (
    id: string,
    query: { limit?: number | undefined; cursor?: string | undefined } = {},
    signal?: AbortSignal,
  ) => send<HookDeliveries>({ method: 'GET', path: `/v1/hooks/${encodeURIComponent(id)}/deliveries`, query, signal }),
  /** Send a delivery again, by the same id and as things are now. */
  replayDelivery: (id: string, delivery: string, signal?: AbortSignal) =>
    send<HookDelivery>({
      method: 'POST',
      path: `/v1/hooks/${encodeURIComponent(id)}/deliveries/${encodeURIComponent(delivery)}/replay`,
      signal,
    }),
  /** Send all deliveries again that failed since a time, at most 500 at once. */
  replayHook: (
    id: string,
    body: {
      since: string | string
    },
    signal?: AbortSignal,
  ) => send<HookReplay>({ method: 'POST', path: `/v1/hooks/${encodeURIComponent(id)}/replay`, body, signal }),
  /** Tell a webhook hook.test, signed like everything else. */
  testHook: (id: string, signal?: AbortSignal) =>
    send<HookDelivery>({ method: 'POST', path: `/v1/hooks/${encodeURIComponent(id)}/test`, signal }),
  /** What customers are asked after resolution; nothing until it is set. */
  surveySettings: (signal?: AbortSignal) =>
    send<SurveySettings>({ method: 'GET', path: `/v1/survey-settings`, signal }),
  /** Set what customers are asked after resolution; it holds from the next minute on. */
  setSurveySettings: (body: SurveySettingsInput, signal?: AbortSignal) =>
    send<SurveySettings>({ method: 'PUT', path: `/v1/survey-settings`, body, signal }),
  /** What holds where a customer decided nothing. */
  consentDefaults: (signal?: AbortSignal) =>
    send<ConsentDefaults>({ method: 'GET', path: `/v1/settings/consent`, signal }),
  /** Set what holds where a customer decided nothing. */
  setConsentDefaults: (body: ConsentDefaultsInput, signal?: AbortSignal) =>
    send<ConsentDefaults>({ method: 'PUT', path: `/v1/settings/consent`, body, signal }),
  /** The reports there are, what each figure means, and by what each may be asked. */
  reports: (signal?: AbortSignal) =>
    send<{
      items: readonly ReportDescription[]
      /** the company’s: days are of this zone */
      timezone: string
    }>({ method: 'GET', path: `/v1/reports`, signal }),
  /** A report: each figure with its n, how sure it is, and the period before. */
  report: (
    name: string,
    query: {
      from?: string | undefined
      to?: string | undefined
      by?:
        | 'all'
        | 'channel'
        | 'network'
        | 'visit'
        | 'language'
        | 'relationship'
        | 'brand'
        | 'department'
        | 'source'
        | 'team'
        | 'country'
        | 'campaign'
        | 'agent'
        | 'topic'
        | 'topic×channel'
        | 'topic×visit'
        | 'channel×team'
        | 'from×to'
        | undefined
      value?: string | undefined
      grain?: 'total' | 'month' | 'day' | 'hour' | undefined
      timezone?: string | undefined
      campaign?: string | undefined
      kind?: 'question' | 'wish' | 'problem' | 'objection' | undefined
      compare?: 'before' | 'none' | undefined
      limit?: number | undefined
    } = {},
    signal?: AbortSignal,
  ) => send<Report>({ method: 'GET', path: `/v1/reports/${encodeURIComponent(name)}`, query, signal }),
  /** What changed by more than chance, as it is mailed. */
  digest: (
    query: { department?: string | undefined; days?: number | undefined; language?: 'en' | 'de' | undefined } = {},
    signal?: AbortSignal,
  ) => send<Digest>({ method: 'GET', path: `/v1/reports/digest`, query, signal }),
  /** What one is mailed of reports; operators also ask what somebody else is. */
  digests: (query: { person?: string | undefined } = {}, signal?: AbortSignal) =>
    send<{
      /** where it is mailed to; absent: an operator has to enter one */
      address?: string | undefined
      items: readonly MailedDigest[]
    }>({ method: 'GET', path: `/v1/digests`, query, signal }),
  /** Have the digest of a department mailed; operators also for somebody else. */
  subscribe: (body: MailedDigestInput, signal?: AbortSignal) =>
    send<MailedDigest>({ method: 'PUT', path: `/v1/digests`, body, signal }),
  /** Have it mailed no more. */
  removeDigest: (id: string, signal?: AbortSignal) =>
    send<{
      removed: true
    }>({ method: 'POST', path: `/v1/digests/${encodeURIComponent(id)}/remove`, signal }),
  /** Have it mailed again, after the link in a mail ended it. */
  resumeDigest: (id: string, signal?: AbortSignal) =>
    send<MailedDigest>({ method: 'POST', path: `/v1/digests/${encodeURIComponent(id)}/resume`, signal }),
  /** Typical contacts of a topic with the answers to them, masked for those who may not know by whom. */
  excerpts: (query: { topic: string | undefined; limit?: number | undefined }, signal?: AbortSignal) =>
    send<TopicExchanges>({ method: 'GET', path: `/v1/reports/excerpts`, query, signal }),
  /** What we publish that answers questions. */
  content: (signal?: AbortSignal) => send<Content>({ method: 'GET', path: `/v1/content`, signal }),
  /** Replace the list of what we publish. */
  setContent: (body: ContentInput, signal?: AbortSignal) =>
    send<Content>({ method: 'PUT', path: `/v1/content`, body, signal }),
  /** What customers ask most, in their words, with the answers given and what we publish about it. */
  contentIdeas: (
    query: {
      from?: string | undefined
      to?: string | undefined
      kind?: 'question' | 'wish' | 'problem' | 'objection' | undefined
      limit?: number | undefined
    } = {},
    signal?: AbortSignal,
  ) =>
    send<{
      items: readonly ContentIdea[]
    }>({ method: 'GET', path: `/v1/content-ideas`, query, signal }),
  /** The views of reports that one keeps, and those that others share. */
  savedReports: (signal?: AbortSignal) =>
    send<{
      items: readonly SavedReport[]
    }>({ method: 'GET', path: `/v1/saved-reports`, signal }),
  /** Keep a view of a report, for oneself or shared with everybody. */
  saveReport: (id: string, body: SavedReportInput, signal?: AbortSignal) =>
    send<SavedReport>({ method: 'PUT', path: `/v1/saved-reports/${encodeURIComponent(id)}`, body, signal }),
  /** Keep a view of one’s own no longer. */
  removeSavedReport: (id: string, signal?: AbortSignal) =>
    send<{
      removed: true
    }>({ method: 'POST', path: `/v1/saved-reports/${encodeURIComponent(id)}/remove`, signal }),
  /** The campaigns, in the order of their ids. */
  campaigns: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<{
      items: readonly Campaign[]
      cursor?: string | undefined
    }>({ method: 'GET', path: `/v1/campaigns`, query, signal }),
  /** What customers write about, as it was clustered last night and people named it. */
  topics: (query: { limit?: number | undefined; cursor?: string | undefined } = {}, signal?: AbortSignal) =>
    send<{
      items: readonly Topic[]
      cursor?: string | undefined
    }>({ method: 'GET', path: `/v1/topics`, query, signal }),
  /** Name or pin a topic; what is left out stays as it is. */
  nameTopic: (id: string, body: TopicInput, signal?: AbortSignal) =>
    send<Topic>({ method: 'PUT', path: `/v1/topics/${encodeURIComponent(id)}`, body, signal }),
  /** Count a topic as part of another from now on, also what came before; nothing is written anew. */
  mergeTopic: (id: string, body: TopicMerge, signal?: AbortSignal) =>
    send<Topic>({ method: 'POST', path: `/v1/topics/${encodeURIComponent(id)}/merge`, body, signal }),
  /** Count a topic that was merged by itself again. */
  splitTopic: (id: string, signal?: AbortSignal) =>
    send<Topic>({ method: 'POST', path: `/v1/topics/${encodeURIComponent(id)}/split`, signal }),
  /** Start an import, or continue the one with this id; PUT the file to uploadUrl. */
  startImport: (
    body: {
      kind:
        | 'mbox'
        | 'eml'
        | 'connect-records'
        | 'twilio-calls'
        | 'asterisk-cdr'
        | 'csv'
        | 'contacts'
        | 'campaigns'
        | 'outcomes'
        | 'listening'
      source?: string | undefined
      mapping?: Record<string, string> | undefined
      id?: string | undefined
    },
    signal?: AbortSignal,
  ) => send<StartedImport>({ method: 'POST', path: `/v1/imports`, body, signal }),
  /** How far an import is, and the lines that gave no contact. */
  readImport: (
    id: string,
    query: { limit?: number | undefined; cursor?: string | undefined } = {},
    signal?: AbortSignal,
  ) => send<Import>({ method: 'GET', path: `/v1/imports/${encodeURIComponent(id)}`, query, signal }),
})

export type Api = ReturnType<typeof apiOf>
