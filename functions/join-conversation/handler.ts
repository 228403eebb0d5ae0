import { changeSchema } from '../../core/change/change.ts'
import { followChange } from '../../core/conversation/follow-change.ts'
import { hearAnswer } from '../../core/survey/hear.ts'
import { once } from '../kit/once.ts'
import { queueHandler } from '../kit/queue.ts'
import { dependencies } from './dependencies.ts'

const deps = once(dependencies)

export const handler = queueHandler(() => ({
  schema: changeSchema,
  handle: async (change, { attributes }) => {
    const { follow, hear } = deps()
    await followChange(follow, change, Number(attributes.ApproximateReceiveCount))
    if (change.type === 'contact') await hearAnswer(hear, change.contactId, change)
  },
}))
