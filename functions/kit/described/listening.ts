import {
  countListSchema,
  countsInputSchema,
  countsQuerySchema,
  keptCountsSchema,
  panelInputSchema,
  panelListSchema,
  shownPanelSchema,
} from '../../../core/api/listening.ts'
import { roles } from '../../../core/api/role.ts'
import { listQuerySchema } from '../http/configured.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

export const listPanels = describe({
  method: 'GET',
  path: '/v1/listening/panels',
  roles,
  summary: 'Whose mentions are counted where and when: the panels, in the order of their ids',
  params: nothing,
  query: listQuerySchema,
  body: nothing,
  answer: panelListSchema,
})

export const lockPanel = describe({
  method: 'POST',
  path: '/v1/listening/panels',
  roles: ['social', 'marketing', 'operator', 'admin'],
  summary: 'Announce a panel, which locks it for its period: a share is of a whole that does not change',
  params: nothing,
  query: nothing,
  body: panelInputSchema,
  answer: shownPanelSchema,
  status: 201,
})

export const listCounts = describe({
  method: 'GET',
  path: '/v1/listening',
  roles,
  summary: 'Mention counts of a panel, by day, network and member',
  params: nothing,
  query: countsQuerySchema,
  body: nothing,
  answer: countListSchema,
})

export const keepCounts = describe({
  method: 'POST',
  path: '/v1/listening',
  roles: ['social', 'marketing', 'operator', 'admin'],
  summary: 'Daily mention counts for the members of a panel, never customers; a later count replaces an earlier one',
  params: nothing,
  query: nothing,
  body: countsInputSchema,
  answer: keptCountsSchema,
  status: 201,
})
