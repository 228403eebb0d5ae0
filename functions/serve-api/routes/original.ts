import * as z from 'zod'
import {
  originalSchema,
  partParams,
  partQuery,
  partSliceSchema,
  showOriginal,
  showPartSlice,
} from '../../../core/api/original.ts'
import { Problem } from '../../../core/api/problem.ts'
import type { Actor } from '../../../core/api/role.ts'
import { customersOfStreams } from '../../../core/identity/customers-of-streams.ts'
import { type Found, findOriginal } from '../../../core/original/find-original.ts'
import { readOriginal, readPart } from '../../../core/original/read-original.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'
import { conversationRoles } from '../conversation-access.ts'
import { auditRead } from '../customer-access.ts'

/** What mails looked like, and what came with them. */
export const originalRoutes = (deps: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/contacts/{id}/original',
    roles: conversationRoles,
    summary: 'What a mail looked like: its markup and text as they came, and the parts that came with it',
    params: z.object({ id: z.string().max(64) }),
    query: nothing,
    body: nothing,
    answer: originalSchema,
    handle: async ({ params: { id }, actor }) => {
      const found = await requireOriginal(deps, id)
      await auditOriginal(deps, actor, found.stream, { contact: id })
      return showOriginal(readOriginal(found))
    },
  }),
  route({
    method: 'GET',
    path: '/v1/contacts/{id}/parts/{part}',
    roles: conversationRoles,
    summary: 'The bytes of something that came with a mail, in pieces',
    params: partParams,
    query: partQuery,
    body: nothing,
    answer: partSliceSchema,
    handle: async ({ params: { id, part }, query: { offset }, actor }) => {
      const found = await requireOriginal(deps, id)
      const slice = await readPart(deps.raw, found, { id: part, offset })
      if (slice === undefined)
        throw new Problem('not-found', 'No part of this contact has this id, or it is not kept any more.')
      await auditOriginal(deps, actor, found.stream, { contact: id, part })
      return showPartSlice(slice, bytes => Buffer.from(bytes).toString('base64'))
    },
  }),
]

/** Throws `Problem` with the reason where there is nothing to show. */
async function requireOriginal(deps: ApiDependencies, contactId: string): Promise<Extract<Found, { stream: string }>> {
  const found = await findOriginal(deps, contactId)
  switch (found.type) {
    case 'mail':
    case 'sent':
      return found
    case 'unknown':
      throw new Problem('not-found', 'No contact has this id.')
    case 'deleted':
      throw new Problem('not-found', 'Its author deleted this contact; the original is shown to nobody.')
    case 'no-mail':
      throw new Problem('not-found', 'Only mails and our own answers have an original to show.')
    case 'gone':
      throw new Problem('not-found', 'The original is not kept any more; the timeline has what was read from it.')
    default:
      return found satisfies never
  }
}

/** A read of the customer whose the contact is now; nobody's, while nobody decided who wrote it. */
async function auditOriginal(deps: ApiDependencies, actor: Actor, stream: string, detail: Record<string, string>) {
  const { store } = await deps.identity()
  const customer = (await customersOfStreams(store.readPointers, [stream])).get(stream)
  await auditRead(deps, actor, 'original', customer === undefined ? [] : [customer], detail)
}
