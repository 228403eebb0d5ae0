import type { Role } from '../../../core/api/role.ts'
import { shownSurveySettingsSchema, surveySettingsInputSchema } from '../../../core/api/survey-settings.ts'
import { unsetSurveys } from '../../../core/survey/settings.ts'
import { nothing, type Route, route } from '../../kit/http/route.ts'
import type { ApiDependencies } from '../api-dependencies.ts'

const configuring: Role[] = ['operator', 'admin']

/** What customers are asked after their matter was resolved, and how often. */
export const surveySettingsRoutes = ({ surveys }: ApiDependencies): Route[] => [
  route({
    method: 'GET',
    path: '/v1/survey-settings',
    roles: configuring,
    summary: 'What customers are asked after resolution; nothing until it is set',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: shownSurveySettingsSchema,
    handle: async () => (await surveys.settings()) ?? unsetSurveys,
  }),
  route({
    method: 'PUT',
    path: '/v1/survey-settings',
    roles: configuring,
    summary: 'Set what customers are asked after resolution; it holds from the next minute on',
    params: nothing,
    query: nothing,
    body: surveySettingsInputSchema,
    answer: shownSurveySettingsSchema,
    handle: async ({ body }) => {
      await surveys.writeSettings({ ...body, v: 1 })
      return body
    },
  }),
]
