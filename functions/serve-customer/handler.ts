import { servePage } from '../../core/customer-page/serve.ts'
import { once } from '../kit/once.ts'
import { pageHandler } from '../kit/page.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = pageHandler(request => servePage(deps(), request))
