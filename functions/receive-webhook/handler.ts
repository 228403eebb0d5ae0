import { receiveWebhook } from '../../core/webhook/receive-webhook.ts'
import { once } from '../kit/once.ts'
import { webhookHandler } from '../kit/webhook.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = webhookHandler(request => receiveWebhook(deps(), request))
