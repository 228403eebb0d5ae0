import type * as z from 'zod'
import {
  consentInputSchema,
  consentSettingsInputSchema,
  consentSettingsSchema,
  customerConsentSchema,
  showCustomerConsent,
} from '../../../core/api/consent.ts'
import { identifierView } from '../../../core/api/identifier.ts'
import { Problem } from '../../../core/api/problem.ts'
import { type Actor, actorName, hasRole, roles, seesPersonalData } from '../../../core/api/role.ts'
import { type ConsentChange, changeConsent } from '../../../core/consent/change-consent.ts'
import { sameIdentifier } from '../../../core/contact/identifier.ts'
import type { CustomerRecord } from '../../../core/identity/customer-record.ts'
import { streamIdentifier } from '../../../core/identity/member.ts'
import type { EventEntry } from '../../../core/timeline/entry.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { auditRead, requireCustomer } from '../customer-access.ts'
import { readTyped } from '../typed-identifiers.ts'
import { customerParams } from './customers.ts'

const consentRoles = ['agent', 'social', 'operator'] as const

/** What customers agreed to, and what holds where nobody asked them. */
export const consentRoutes = (deps: ApiDependencies): Route[] => [
  readRoute(deps),
  changeRoute(deps),
  settingsRoute(deps),
  setSettingsRoute(deps),
]

const readRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/customers/{id}/consent',
    roles: consentRoles,
    summary: 'For each identifier and purpose whether something may be sent there, and who decided it when and why',
    params: customerParams,
    query: nothing,
    body: nothing,
    answer: customerConsentSchema,
    handle: async ({ params, actor }) => {
      const record = await requireCustomer(deps, params.id)
      const [shown] = await Promise.all([show(deps, record, actor), auditRead(deps, actor, 'consent', [record.id])])
      return shown
    },
  })

async function show({ consent }: ApiDependencies, record: CustomerRecord, actor: Actor) {
  const identifiers = record.members.map(({ stream }) => streamIdentifier(stream))
  const [consents, defaults] = await Promise.all([consent.read(identifiers), consent.readDefaults()])
  return showCustomerConsent(record, consents, defaults, identifierView(seesPersonalData(actor)))
}

type Body = z.output<typeof consentInputSchema>

const changeRoute = (deps: ApiDependencies): Route =>
  route({
    method: 'POST',
    path: '/v1/customers/{id}/consent',
    roles: consentRoles,
    summary: 'Record what a customer agreed to or refused; an operator lifts do-not-contact',
    params: customerParams,
    query: nothing,
    body: consentInputSchema,
    answer: customerConsentSchema,
    handle: async ({ params, body, actor }) => {
      if (body.change === 'lift' && !hasRole(actor, ['operator']))
        throw new Problem('not-allowed', 'Only an operator lifts do-not-contact. Ask one.')
      const record = await requireCustomer(deps, params.id)
      for (const stream of await streamsMeant(deps, record, body)) await recordAt(deps, stream, body, actor)
      await auditChange(deps, record.id, body, actor)
      return show(deps, record, actor)
    },
  })

/** The one that is named, which must be the customer's, or all. */
async function streamsMeant(deps: ApiDependencies, { members }: CustomerRecord, { identifier }: Body) {
  const streams = members.map(({ stream }) => stream)
  if (identifier === undefined) return streams
  const meant = await readTyped(deps, 'body.identifier', identifier)
  const found = streams.find(stream => sameIdentifier(streamIdentifier(stream), meant))
  if (found !== undefined) return [found]
  const errors = [{ field: 'body.identifier', message: 'is none of this customer: link it to them first' }]
  throw new Problem('invalid-request', undefined, { errors })
}

async function recordAt({ consent, now, newId }: ApiDependencies, stream: string, body: Body, actor: Actor) {
  const identifier = streamIdentifier(stream)
  const at = now()
  const by = actorName(actor)
  const { source, reason, conversation } = body
  const event: EventEntry = {
    type: 'event',
    entryId: newId(),
    place: { stream, sortAt: at },
    event: {
      ...{ v: 1, type: 'status', at, actor: by, change: 'consent', to: `${wordsOf(body)} (${source})` },
      ...(reason !== undefined && { reason }),
      ...(conversation !== undefined && { conversation }),
    },
  }
  await consent.change(identifier, known => changeConsent(known, identifier, changeOf(body), { source, at, by }), event)
}

function changeOf({ change, purpose = 'service', reason }: Body): ConsentChange {
  switch (change) {
    case 'grant':
    case 'deny':
    case 'forget':
      return { do: change, purpose }
    case 'do-not-contact':
      return { do: change, reason }
    case 'lift':
      return { do: change }
    default:
      return change satisfies never
  }
}

const words = { grant: 'granted', deny: 'denied', forget: 'as by default' } as const

function wordsOf({ change, purpose = 'service' }: Body): string {
  if (change === 'do-not-contact') return 'do not contact'
  return change === 'lift' ? 'may be contacted again' : `${purpose} ${words[change]}`
}

/** Ids and fixed words only. */
const auditChange = ({ audit, newId, now }: ApiDependencies, customer: string, body: Body, actor: Actor) =>
  audit.send([
    {
      ...{ v: 1, id: newId(), customer, at: now(), actor: actorName(actor), action: 'consent.changed' },
      detail: { change: wordsOf(body), source: body.source, of: body.identifier === undefined ? 'all' : 'one' },
    },
  ])

const settingsRoute = ({ consent }: ApiDependencies): Route =>
  route({
    method: 'GET',
    path: '/v1/settings/consent',
    roles,
    summary: 'What holds where a customer decided nothing',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: consentSettingsSchema,
    handle: () => consent.readDefaults(),
  })

const setSettingsRoute = ({ consent }: ApiDependencies): Route =>
  route({
    method: 'PUT',
    path: '/v1/settings/consent',
    roles: ['operator', 'admin'],
    summary: 'Set what holds where a customer decided nothing',
    params: nothing,
    query: nothing,
    body: consentSettingsInputSchema,
    answer: consentSettingsSchema,
    handle: async ({ body }) => {
      await consent.writeDefaults({ v: 1, id: 'consent', ...body })
      return body
    },
  })
