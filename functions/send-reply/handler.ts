import { changeSchema } from '../../core/change/change.ts'
import { sendReply } from '../../core/reply/send.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: changeSchema,
  handle: async change => (change.type === 'reply' ? sendReply(deps(), change.id) : 'nothing to do'),
}))
