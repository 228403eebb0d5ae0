import type { ReplayMessage } from '../../core/api/set-aside.ts'
import type { AttachmentStore } from '../../core/attachment/attachment.ts'
import type { AuditQueue, AuditStore } from '../../core/audit/audit.ts'
import type { AutomationStore, RuleStore } from '../../core/automation/store.ts'
import type { RewriteBrief } from '../../core/brief/rewrite.ts'
import type { AskConfirmationDeps } from '../../core/confirm/ask.ts'
import type { ConsentStore } from '../../core/consent/store.ts'
import type { ConversationDeps } from '../../core/conversation/deps.ts'
import type { DraftStore } from '../../core/draft/store.ts'
import type { HookStore } from '../../core/hooks/store.ts'
import type { IdentityDeps } from '../../core/identity/carry-out.ts'
import type { ImportStore } from '../../core/import/import.ts'
import type { LiveStore } from '../../core/live/live-store.ts'
import type { MacroStore } from '../../core/macro/store.ts'
import type { PeopleStore } from '../../core/people/people-store.ts'
import type { RawStore } from '../../core/raw/raw-store.ts'
import type { SetAsideStore } from '../../core/record/set-aside.ts'
import type { AcceptDeps } from '../../core/reply/ask.ts'
import type { RevealStore } from '../../core/reveal/reveal.ts'
import type { RoutingStore } from '../../core/routing/store.ts'
import type { SearchIndex } from '../../core/search/search-index.ts'
import type { HeardStore } from '../../core/source/heard.ts'
import type { SourceStore } from '../../core/source/source-store.ts'
import type { SurveyStore } from '../../core/survey/store.ts'
import type { ReadingMarkStore } from '../../core/timeline/reading-mark.ts'
import type { TimelineStore } from '../../core/timeline/timeline-store.ts'

/** All that the API reads, changes and sends. */
export type ApiDependencies = {
  timeline: TimelineStore
  readingMarks: ReadingMarkStore
  /** What came in, as it came. */
  raw: Pick<RawStore, 'read'>
  searchIndex: SearchIndex
  conversations: ConversationDeps
  replying: AcceptDeps
  macros: MacroStore
  drafts: DraftStore
  attachments: AttachmentStore
  consent: ConsentStore
  reveals: RevealStore
  routing: RoutingStore
  automation: { rules: RuleStore; store: Pick<AutomationStore, 'log'> }
  hooks: {
    store: HookStore
    /** Puts deliveries into their queue, kept back for so many seconds. */
    later: (ids: string[], seconds: number) => Promise<void>
    /** 64 hexadecimal digits, never to be guessed. */
    newSecret: () => string
    /** On one machine only: other systems may stand on it. */
    loopback: boolean
  }
  sources: SourceStore
  heard: Pick<HeardStore, 'list' | 'read'>
  /** The address below which webhooks lie, as providers are to call it, without a slash at the end. */
  publicUrl: string
  people: PeopleStore
  setAside: SetAsideStore
  imports: ImportStore
  auditRecords: AuditStore
  audit: AuditQueue
  /** Reads the deployment's key when it is first needed. */
  identity: () => Promise<IdentityDeps>
  /** Durable when it resolves. */
  replay: (sent: ReplayMessage) => Promise<void>
  /** An address that takes one PUT of this object's bytes within the hour; of exactly so many, where that is said. */
  uploadUrl: (object: string, bytes?: number) => Promise<string>
  /** Briefs in a model's words; without it they are shown as they are composed. */
  rewriteBrief?: RewriteBrief
  live: {
    store: Pick<LiveStore, 'putTicket' | 'writeAudience'>
    /** 43 characters of base64url, never to be guessed. */
    newTicket: () => string
    /** Where clients connect. */
    url: string
  }
  surveys: Pick<SurveyStore, 'settings' | 'writeSettings'>
  confirming: Pick<AskConfirmationDeps, 'confirmations' | 'ask' | 'linkTo' | 'companyName'>
  /** RFC 3339 UTC, ms. */
  now: () => string
  /** 32 hexadecimal digits, never the same twice. */
  newId: () => string
}
