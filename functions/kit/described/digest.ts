import * as z from 'zod'
import {
  digestQuerySchema,
  digestSchema,
  shownSubscriptionSchema,
  subscriptionInputSchema,
  subscriptionListSchema,
  subscriptionQuerySchema,
} from '../../../core/api/digest.ts'
import { roles } from '../../../core/api/role.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

export const readDigest = describe({
  method: 'GET',
  path: '/v1/reports/digest',
  roles,
  summary: 'What changed by more than chance, as it is mailed',
  params: nothing,
  query: digestQuerySchema,
  body: nothing,
  answer: digestSchema,
})

const one = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) })

export const listSubscriptions = describe({
  method: 'GET',
  path: '/v1/digests',
  roles,
  summary: 'What one is mailed of reports; operators also ask what somebody else is',
  params: nothing,
  query: subscriptionQuerySchema,
  body: nothing,
  answer: subscriptionListSchema,
})

export const keepSubscription = describe({
  method: 'PUT',
  path: '/v1/digests',
  roles,
  summary: 'Have the digest of a department mailed; operators also for somebody else',
  params: nothing,
  query: nothing,
  body: subscriptionInputSchema,
  answer: shownSubscriptionSchema,
})

export const removeSubscription = describe({
  method: 'POST',
  path: '/v1/digests/{id}/remove',
  roles,
  summary: 'Have it mailed no more',
  params: one,
  query: nothing,
  body: nothing,
  answer: z.object({ removed: z.literal(true) }),
})

export const resumeSubscription = describe({
  method: 'POST',
  path: '/v1/digests/{id}/resume',
  roles,
  summary: 'Have it mailed again, after the link in a mail ended it',
  params: one,
  query: nothing,
  body: nothing,
  answer: shownSubscriptionSchema,
})
