import { followHooks } from '../../core/hooks/follow.ts'
import { hookMessageSchema } from '../../core/hooks/message.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: hookMessageSchema,
  handle: message => followHooks(deps(), message),
}))
