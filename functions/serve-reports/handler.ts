import { httpHandler } from '../kit/http/http-handler.ts'
import { once } from '../kit/once.ts'
import { dependencies } from './dependencies.ts'
import { reportRoutes } from './report-routes.ts'

export const handler = httpHandler(once(() => reportRoutes(dependencies())))
