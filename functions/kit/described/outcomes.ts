import * as z from 'zod'
import { keptOutcomeSchema, outcomeInputSchema, shownOutcomeSchema } from '../../../core/api/outcome.ts'
import { outcomeIdSchema } from '../../../core/outcome/outcome.ts'
import { nothing } from '../http/route.ts'
import { describe } from './describe.ts'

export const keepOutcome = describe({
  method: 'POST',
  path: '/v1/outcomes',
  roles: ['operator', 'admin'],
  summary: 'A customer bought, sent back or renewed; the same id again is the same outcome, or its correction',
  params: nothing,
  query: nothing,
  body: outcomeInputSchema,
  answer: keptOutcomeSchema,
  status: 201,
})

export const readOutcome = describe({
  method: 'GET',
  path: '/v1/outcomes/{id}',
  roles: ['operator', 'admin'],
  summary: 'An outcome as it is known now',
  params: z.object({ id: outcomeIdSchema }),
  query: nothing,
  body: nothing,
  answer: shownOutcomeSchema,
})
