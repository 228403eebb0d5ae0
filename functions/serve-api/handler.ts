import { httpHandler } from '../kit/http/http-handler.ts'
import { once } from '../kit/once.ts'
import { apiRoutes } from './api-routes.ts'
import { dependencies } from './dependencies.ts'

export const handler = httpHandler(once(() => apiRoutes(dependencies())))
