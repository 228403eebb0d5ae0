import * as z from 'zod'
import { attachmentStore } from '../../adapters/dynamodb/attachment-store.ts'
import { auditStore } from '../../adapters/dynamodb/audit-store.ts'
import { automationStore, ruleStore } from '../../adapters/dynamodb/automation-store.ts'
import { campaignStore } from '../../adapters/dynamodb/campaign-store.ts'
import { confirmationStore } from '../../adapters/dynamodb/confirmation-store.ts'
import { consentStore } from '../../adapters/dynamodb/consent-store.ts'
import { contentStore } from '../../adapters/dynamodb/content-store.ts'
import { conversationStore } from '../../adapters/dynamodb/conversation-store.ts'
import { currentReports } from '../../adapters/dynamodb/current-reports.ts'
import { draftStore } from '../../adapters/dynamodb/draft-store.ts'
import { heardStore } from '../../adapters/dynamodb/heard-store.ts'
import { hookStore } from '../../adapters/dynamodb/hook-store.ts'
import { identityStore } from '../../adapters/dynamodb/identity-store.ts'
import { importStore } from '../../adapters/dynamodb/import-store.ts'
import { insightStore } from '../../adapters/dynamodb/insight-store.ts'
import { listeningStore } from '../../adapters/dynamodb/listening-store.ts'
import { liveStore } from '../../adapters/dynamodb/live-store.ts'
import { macroStore } from '../../adapters/dynamodb/macro-store.ts'
import { outcomeStore } from '../../adapters/dynamodb/outcome-store.ts'
import { peopleStore } from '../../adapters/dynamodb/people-store.ts'
import { queryStore } from '../../adapters/dynamodb/query-store.ts'
import { readingMarkStore } from '../../adapters/dynamodb/reading-mark-store.ts'
import { replyStore } from '../../adapters/dynamodb/reply-store.ts'
import { revealStore } from '../../adapters/dynamodb/reveal-store.ts'
import { routingStore } from '../../adapters/dynamodb/routing-store.ts'
import { savedReportStore } from '../../adapters/dynamodb/saved-report-store.ts'
import { tableSearchIndex } from '../../adapters/dynamodb/search-store.ts'
import { sentimentStore } from '../../adapters/dynamodb/sentiment-store.ts'
import { setAsideStore } from '../../adapters/dynamodb/set-aside-store.ts'
import { sourceStore } from '../../adapters/dynamodb/source-store.ts'
import { subscriptionStore } from '../../adapters/dynamodb/subscription-store.ts'
import { surveyStore } from '../../adapters/dynamodb/survey-store.ts'
import { timelineStore } from '../../adapters/dynamodb/timeline-store.ts'
import { topicStore } from '../../adapters/dynamodb/topic-store.ts'
import { memoryRawStore } from '../../adapters/memory/raw-store.ts'
import { memoryTable } from '../../adapters/memory/table.ts'
import type { Role } from '../../core/api/role.ts'
import type { ReplayMessage } from '../../core/api/set-aside.ts'
import type { QueryEngine } from '../../core/archive/query.ts'
import type { AuditRecord } from '../../core/audit/audit.ts'
import { defaultPolicy } from '../../core/clock/policy.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { type Identifier, identifierName } from '../../core/contact/identifier.ts'
import { readSigns } from '../../core/conversation/read-signs.ts'
import { always } from '../../core/hours/hours.ts'
import { identify } from '../../core/identity/identify.ts'
import { identityIds } from '../../core/identity/ids.ts'
import { readKnown } from '../../core/identity/known.ts'
import type { Question } from '../../core/question/question.ts'
import { sourceOfDoor } from '../../core/source/source.ts'
import { append } from '../../core/timeline/append.ts'
import { httpHandler } from '../../functions/kit/http/http-handler.ts'
import type { ApiDependencies } from '../../functions/serve-api/api-dependencies.ts'
import { apiRoutes } from '../../functions/serve-api/api-routes.ts'
import { reportRoutes } from '../../functions/serve-reports/report-routes.ts'
import type { ReportsDependencies } from '../../functions/serve-reports/reports-dependencies.ts'

export const now = '2026-04-01T12:00:00.000Z'

/** How a test calls the API: `groups` as in the token, `body` as JSON, `raw` and `headers` as they are. */
export type Call = {
  groups?: readonly string[] | string | null
  /** Anna, if it is not said. */
  subject?: string
  body?: unknown
  raw?: string
  headers?: Record<string, string>
  base64?: boolean
}

const answerSchema = z.looseObject({})

/** Queries are answered in test/sql, by the engine itself. */
const noEngine: QueryEngine = {
  start: async () => ({ refusal: 'nobody answers queries here' }),
  state: async () => ({ state: 'running' }),
  rows: async () => ({ columns: [], rows: [] }),
  stop: async () => undefined,
}

/** The whole API, of serve-api and serve-reports, over a table, in memory if not given, with what it sent kept for a look. */
export function makeStack(differing: Partial<ApiDependencies & ReportsDependencies> = {}, table = memoryTable()) {
  const clock = { now }
  const ids = identityIds('0'.repeat(64))
  const identity = { store: identityStore(table, ids), ids, now: () => clock.now, pause: async () => undefined }
  const audited: AuditRecord[] = []
  const replayed: ReplayMessage[] = []
  const delivered: string[] = []
  const asked: Question[] = []
  const raw = memoryRawStore(() => now)
  let made = 0
  const deps: ApiDependencies = {
    timeline: timelineStore(table, () => Date.parse(now)),
    readingMarks: readingMarkStore(table),
    raw,
    searchIndex: tableSearchIndex({ table, now: () => Date.parse(clock.now), pause: async () => undefined }),
    conversations: {
      store: conversationStore(table),
      timeline: timelineStore(table, () => Date.parse(now)),
      read: async contact => readSigns(contact, 'GB'),
      terms: async ({ priority }) => ({ hours: always, policy: defaultPolicy, priority }),
      teamFor: async () => undefined,
      escalateTo: async () => undefined,
      now: () => clock.now,
      pause: async () => undefined,
    },
    replying: {
      conversations: conversationStore(table),
      timeline: timelineStore(table, () => Date.parse(now)),
      identity: async () => identity,
      replies: replyStore(table),
      consent: consentStore(table),
      readSource: async id => (await sourceStore(table).read(id)) ?? sourceOfDoor(id),
      now: () => clock.now,
    },
    macros: macroStore(table),
    drafts: draftStore(table, () => Date.parse(clock.now)),
    attachments: attachmentStore(table),
    consent: consentStore(table),
    reveals: revealStore(table),
    routing: routingStore(table),
    surveys: surveyStore(table),
    confirming: {
      confirmations: confirmationStore(table),
      ask: async question => {
        asked.push(question)
        return 'accepted'
      },
      linkTo: async ({ id }) => `https://throughline.example/confirm/${id}`,
      companyName: async () => 'The Shop',
    },
    automation: { rules: ruleStore(table), store: automationStore(table) },
    hooks: {
      store: hookStore(table),
      later: async ids => void delivered.push(...ids),
      newSecret: () => String(++made).padStart(64, '0'),
      loopback: false,
    },
    sources: sourceStore(table),
    heard: heardStore(table),
    publicUrl: 'https://throughline.example',
    people: peopleStore(table),
    setAside: setAsideStore(table),
    imports: importStore(table),
    auditRecords: auditStore(table),
    audit: { send: async records => void audited.push(...records) },
    identity: async () => identity,
    replay: async sent => void replayed.push(sent),
    uploadUrl: async object => `https://bucket.example/${object}?signed`,
    live: {
      store: liveStore(table),
      newTicket: () => String(++made).padStart(43, 't'),
      url: 'wss://live.example/live',
    },
    now: () => clock.now,
    newId: () => String(++made).padStart(32, '0'),
    ...differing,
  }
  const reports: ReportsDependencies = {
    ...deps,
    campaigns: campaignStore(table),
    outcomes: outcomeStore(table),
    listening: listeningStore(table),
    content: contentStore(table),
    savedReports: savedReportStore(table),
    subscriptions: subscriptionStore(table),
    queries: differing.queries ?? { store: queryStore(table), engine: noEngine },
    currentReports: currentReports(table),
    topicStore: topicStore(table),
    sentiments: sentimentStore(table),
    insights: insightStore(table),
  }
  const routes = [...apiRoutes(deps), ...reportRoutes(reports)]
  const handler = httpHandler(() => routes)

  const call = async (method: string, target: string, options: Call = {}) => {
    const answer = await handler(makeEvent(method, target, options))
    const isText = answer.headers['content-type']?.startsWith('text/') ?? false
    const body = isText ? { text: answer.body } : JSON.parse(answer.body)
    return { status: answer.statusCode, headers: answer.headers, body: answerSchema.parse(body) }
  }

  /** A contact arrives: its place on the timeline, and what it says about who is who. */
  const receive = async (contact: Contact) => {
    await append(deps.timeline, contact)
    const known = await readKnown(contact, { store: identity.store, ids, at: clock.now, own: [] })
    await identify(identity, contact, known)
    return contact
  }

  /** The id of the customer that an identifier belongs to now. */
  const customerOf = async (identifier: Identifier): Promise<string> => {
    const query = new URLSearchParams({ identifier: identifierName(identifier) })
    const { body } = await call('GET', `/v1/customers?${query}`)
    return z.object({ items: z.tuple([z.object({ id: z.string() })]) }).parse(body).items[0].id
  }

  return {
    table,
    clock,
    raw,
    deps,
    reports,
    ids,
    routes,
    handler,
    call,
    receive,
    customerOf,
    audited,
    replayed,
    delivered,
    asked,
  }
}

export type Stack = ReturnType<typeof makeStack>

/** An event as the HTTP API sends it. `groups: null`: nobody is signed in. */
export function makeEvent(
  method: string,
  target: string,
  { groups = ['agent'], subject = 'anna', ...sent }: Call,
): unknown {
  const [rawPath = '', rawQueryString = ''] = target.split('?')
  const claims = { sub: subject, 'cognito:groups': typeof groups === 'string' ? groups : `[${groups?.join(' ')}]` }
  const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: sent.base64 ?? false,
    requestContext: {
      http: { method, path: rawPath },
      ...(groups === null ? {} : { authorizer: { jwt: { claims, scopes: null } } }),
    },
  }
}

/** In marketing alone, without the grant. */
export const marketing: readonly Role[] = ['marketing']
export const operator: readonly Role[] = ['operator']
